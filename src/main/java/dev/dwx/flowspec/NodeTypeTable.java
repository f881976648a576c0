package dev.dwx.flowspec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows behind {@link NodeTypes}, as the vendor's published specification lists them. A line that begins with {@code #} names the engine, and
 * after a bar the group, of those below it; then come command, number, extension and languages ({@code -} for none), and the service's
 * own name where it is another.
 */
final class NodeTypeTable {
    private static final String ROWS = """
            # General
            SHELL 2 .sh shell-script
            DIDE_SHELL 6 .sh shell-script
            CHECK 19 .json -
            PERL 31 .pl shell-script
            VIRTUAL_WORKFLOW 97 - -
            COMBINED_NODE 98 .json -
            VIRTUAL 99 .vi -
            OSS_INSPECT 239 .json -
            CHECK_NODE 241 .json -
            WORKFLOW 1001 - -
            CROSS_TENANTS 1089 .json -
            CONTROLLER_ASSIGNMENT 1100 .assign.json odps,python,shell
            CONTROLLER_BRANCH 1101 .branch.json -
            CONTROLLER_JOIN 1102 .join.json -
            CONTROLLER_CYCLE 1103 .do-while.json -
            CONTROLLER_CYCLE_START 1104 .do-while-start -
            CONTROLLER_CYCLE_END 1105 .do-while-end odps,python,shell
            CONTROLLER_TRAVERSE 1106 .for-each.json -
            CONTROLLER_TRAVERSE_START 1107 .for-each-start -
            CONTROLLER_TRAVERSE_END 1108 .for-each-end -
            CONTROLLER_WAIT 1109 .wait.json -
            SCHEDULER_TRIGGER 1114 .json -
            PARAM_HUB 1115 .param-hub.json -
            SUB_PROCESS 1122 - -
            FTP_CHECK 1320 .json -
            SSH 1321 .ssh.sh -
            PYTHON 1322 .py -
            DATA_SYNCHRONIZATION_QUALITY_CHECK 1331 .json -
            DATA_PUSH 1332 .json -
            DATA_QUALITY_MONITOR 1333 .json -
            # MaxCompute|Data Analytics
            HIVE 3 .sql hive-sql
            ODPS_XLIB 8 .mc.xlib.py -
            ODPS_PERL 9 .mc.pl odps-sql odps_pl
            ODPS_SQL 10 .sql odps-sql
            ODPS_MR 11 .mr.sql -
            ODPS_SCRIPT 24 .ms odps-script ODPS_SQL_SCRIPT
            EXTREME_STORAGE 30 .mc.extreme.store.sh -
            LIGHTNING_SQL 61 .sql -
            YSF_DESEN 82 .mc.data.masking.sql -
            PYODPS 221 .py python2 PY_ODPS
            ODPS_SHARK 223 .mc.shark.json -
            ODPS_SPARK 225 .mc.spark.json -
            ODPS_SPARK_SQL 226 .sql -
            DATASERVICE_STUDIO 238 .json - DataService_studio
            COMPONENT_SQL 1010 .sql odps-sql
            PYODPS3 1221 .py python3
            SQL_COMPONENT 3010 .sql odps-sql
            # MaxCompute|Resource
            ODPS_PYTHON 12 .json -
            ODPS_JAR 13 .json -
            ODPS_ARCHIVE 14 .json -
            ODPS_FILE 15 .json -
            ODPS_DDL 18 .json -
            SHARK_RESOURCE 224 .json -
            # MaxCompute|Table
            ODPS_TABLE 16 .json -
            # MaxCompute|Function
            ODPS_FUNCTION 17 .json -
            # Data Integration
            DATAX 4 .json json
            DATAX2 20 .json json
            DT 21 .json -
            CDP 22 .json -
            DI 23 .json json
            TT_MERGE 200 .json -
            DD_MERGE 222 .json -
            RI 900 .json json
            # EMR|Data Analytics
            EMR_HIVE 227 .sql hive-sql
            EMR_SPARK 228 .sh -
            EMR_SPARK_SQL 229 .sql spark-sql
            EMR_MR 230 .sh -
            EMR_SHELL 257 .sh shell-script
            EMR_SPARK_SHELL 258 .sh shell-script
            EMR_PRESTO 259 .sql presto-sql
            EMR_IMPALA 260 .sql impala-sql
            EMR_SCOOP 263 - -
            EMR_SPARK_STREAMING 264 .sh -
            EMR_HIVE_CLI 265 - shell-script
            EMR_STREAMING_SQL 266 .sql -
            EMR_TRINO 267 .sql -
            EMR_KYUUBI 268 .sql -
            SERVERLESS_SPARK_BATCH 2100 .sh -
            SERVERLESS_SPARK_SQL 2101 .sql -
            SERVERLESS_SPARK_STREAMING 2102 .sh -
            SERVERLESS_KYUUBI 2103 .sql -
            # EMR|Resource
            EMR_JAR 231 .json -
            EMR_FILE 232 .json -
            # EMR|Table
            EMR_TABLE 261 - -
            # EMR|Function
            EMR_FUNCTION 262 - -
            # CDH|Data Analytics
            CDH_HIVE 270 .sql hive-sql
            CDH_SPARK 271 .sh -
            CDH_SPARK_SQL 272 .sql -
            CDH_MR 273 - -
            CDH_SHELL 276 .sh shell-script
            CDH_SPARK_SHELL 277 .sh shell-script
            CDH_PRESTO 278 .sql presto-sql
            CDH_IMPALA 279 .sql impala-sql
            # CDH|Resource
            CDH_JAR 274 .json -
            CDH_FILE 275 .json -
            # CDH|Table
            CDH_TABLE 280 - -
            # CDH|Function
            CDH_FUNCTION 281 - -
            # Hologres|Data Analytics
            HOLOGRES_SYNC_DATA_TO_MC 1070 .hologres.data.sync.json -
            HOLOGRES_DEVELOP 1091 .sql -
            HOLOGRES_SYNC 1092 .json - HOLOGRES_DEVELOP
            HOLOGRES_SQL 1093 .sql hologres-sql
            HOLOGRES_SYNC_DDL 1094 .hologres.ddl.sync.json -
            HOLOGRES_SYNC_DATA 1095 .hologres.data.sync.json -
            # Flink|Data Analytics
            BLINK_SQL 2010 .json - BLINK_STREAM_SQL
            FLINK_SQL_BATCH 2011 .json -
            FLINK_SQL_STREAM 2012 .json -
            BLINK_DATASTREAM 2019 .json -
            BLINK_BATCH_SQL 2020 .json -
            # ClickHouse|Data Analytics
            CLICK_SQL 1301 .sql clickhouse-sql
            # Database|Data Analytics
            POSTGRESQL 1302 .sql -
            MYSQL 1303 .sql - MySQL
            SQLSERVER 1304 .sql - Sql Server
            Oracle 1305 .sql -
            StarRocks 1306 .sql -
            DRDS 1307 .sql -
            Doris 1308 .sql -
            Mariadb 1309 .sql -
            Selectdb 1310 .sql -
            Redshift 1311 .sql -
            Saphana 1312 .sql -
            Vertica 1313 .sql -
            OceanBase 1314 .sql -
            DB2 1315 .sql -
            ADB_for_PostgreSQL 1316 .sql - ADB for PostgreSQL
            ADB_for_MySQL 1317 .sql - ADB for MySQL
            # ADB Spark|Data Analytics
            ADB_SPARK 1990 .adb.spark.json - ADB Spark
            ADB_SPARK_SQL 1991 .adb.spark.sql - ADB Spark SQL
            # Algorithm
            XLAB 87 .xlab.json - xlab
            ALINK 240 .alink.py - alink
            PAI 1002 .json - pai
            RECOMMEND_PLUS 1116 .json -
            PAI_STUDIO 1117 .json - pai_studio
            PAI_DLC 1119 .pai.dlc.sh - pai_dlc
            PAI_FLOW 1250 .yaml -
            # Custom|Data Analytics
            CUSTOM 9999 .json -
            """;

    /** By the command as it is spelled. */
    static final Map<String, NodeType> BY_COMMAND = new HashMap<>();
    /** By the number. */
    static final Map<Integer, NodeType> BY_ID = new HashMap<>();
    /** In the order of the table: engine by engine. */
    static final List<NodeType> ALL = new ArrayList<>();

    static {
        String engine = "";
        String group = "";
        int from = 0;
        for (int end = ROWS.indexOf('\n'); end >= 0; end = ROWS.indexOf('\n', from)) {
            String line = ROWS.substring(from, end);
            from = end + 1;
            if (line.startsWith("#")) {
                int bar = line.indexOf('|');
                engine = bar < 0 ? line.substring(2) : line.substring(2, bar);
                group = bar < 0 ? "" : line.substring(bar + 1);
                continue;
            }
            NodeType type = read(line, engine, group);
            ALL.add(type);
            BY_COMMAND.put(type.command(), type);
            BY_ID.put(type.id(), type);
        }
    }

    private NodeTypeTable() {
    }

    private static NodeType read(String line, String engine, String group) {
        int id = line.indexOf(' ');
        int extension = line.indexOf(' ', id + 1);
        int languages = line.indexOf(' ', extension + 1);
        int service = line.indexOf(' ', languages + 1);
        String command = line.substring(0, id);
        String spoken = service < 0 ? line.substring(languages + 1) : line.substring(languages + 1, service);
        return new NodeType(command, Integer.parseInt(line.substring(id + 1, extension)), engine, group,
                dash(line.substring(extension + 1, languages)), dash(spoken).isEmpty() ? List.of() : List.of(spoken.split(",")),
                service < 0 ? command : line.substring(service + 1));
    }

    private static String dash(String text) {
        return text.equals("-") ? "" : text;
    }
}
