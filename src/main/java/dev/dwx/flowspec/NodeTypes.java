package dev.dwx.flowspec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a node can be: the word that {@code script.runtime.command} holds and the number that {@code commandTypeId} and the file
 * calls' {@code FileType} hold. The list is that of the vendor's published specification; the service may know newer ones.
 */
public final class NodeTypes {
    private static final String[] ROWS = {
        "SHELL 2", "HIVE 3", "DATAX 4", "DIDE_SHELL 6", "ODPS_XLIB 8", "ODPS_PERL 9", "ODPS_SQL 10", "ODPS_MR 11",
        "ODPS_PYTHON 12", "ODPS_JAR 13", "ODPS_ARCHIVE 14", "ODPS_FILE 15", "ODPS_TABLE 16", "ODPS_FUNCTION 17",
        "ODPS_DDL 18", "CHECK 19", "DATAX2 20", "DT 21", "CDP 22", "DI 23", "ODPS_SCRIPT 24", "EXTREME_STORAGE 30",
        "PERL 31", "LIGHTNING_SQL 61", "YSF_DESEN 82", "XLAB 87", "VIRTUAL_WORKFLOW 97", "COMBINED_NODE 98", "VIRTUAL 99",
        "TT_MERGE 200", "PYODPS 221", "DD_MERGE 222", "ODPS_SHARK 223", "SHARK_RESOURCE 224", "ODPS_SPARK 225",
        "ODPS_SPARK_SQL 226", "EMR_HIVE 227", "EMR_SPARK 228", "EMR_SPARK_SQL 229", "EMR_MR 230", "EMR_JAR 231",
        "EMR_FILE 232", "DATASERVICE_STUDIO 238", "OSS_INSPECT 239", "ALINK 240", "CHECK_NODE 241", "EMR_SHELL 257",
        "EMR_SPARK_SHELL 258", "EMR_PRESTO 259", "EMR_IMPALA 260", "EMR_TABLE 261", "EMR_FUNCTION 262", "EMR_SCOOP 263",
        "EMR_SPARK_STREAMING 264", "EMR_HIVE_CLI 265", "EMR_STREAMING_SQL 266", "EMR_TRINO 267", "EMR_KYUUBI 268",
        "CDH_HIVE 270", "CDH_SPARK 271", "CDH_SPARK_SQL 272", "CDH_MR 273", "CDH_JAR 274", "CDH_FILE 275", "CDH_SHELL 276",
        "CDH_SPARK_SHELL 277", "CDH_PRESTO 278", "CDH_IMPALA 279", "CDH_TABLE 280", "CDH_FUNCTION 281", "RI 900",
        "WORKFLOW 1001", "PAI 1002", "COMPONENT_SQL 1010", "HOLOGRES_SYNC_DATA_TO_MC 1070", "CROSS_TENANTS 1089",
        "HOLOGRES_DEVELOP 1091", "HOLOGRES_SYNC 1092", "HOLOGRES_SQL 1093", "HOLOGRES_SYNC_DDL 1094",
        "HOLOGRES_SYNC_DATA 1095", "CONTROLLER_ASSIGNMENT 1100", "CONTROLLER_BRANCH 1101", "CONTROLLER_JOIN 1102",
        "CONTROLLER_CYCLE 1103", "CONTROLLER_CYCLE_START 1104", "CONTROLLER_CYCLE_END 1105", "CONTROLLER_TRAVERSE 1106",
        "CONTROLLER_TRAVERSE_START 1107", "CONTROLLER_TRAVERSE_END 1108", "CONTROLLER_WAIT 1109", "SCHEDULER_TRIGGER 1114",
        "PARAM_HUB 1115", "RECOMMEND_PLUS 1116", "PAI_STUDIO 1117", "PAI_DLC 1119", "SUB_PROCESS 1122", "PYODPS3 1221",
        "PAI_FLOW 1250", "CLICK_SQL 1301", "POSTGRESQL 1302", "MYSQL 1303", "SQLSERVER 1304", "Oracle 1305",
        "StarRocks 1306", "DRDS 1307", "Doris 1308", "Mariadb 1309", "Selectdb 1310", "Redshift 1311", "Saphana 1312",
        "Vertica 1313", "OceanBase 1314", "DB2 1315", "ADB_for_PostgreSQL 1316", "ADB_for_MySQL 1317", "FTP_CHECK 1320",
        "SSH 1321", "PYTHON 1322", "DATA_SYNCHRONIZATION_QUALITY_CHECK 1331", "DATA_PUSH 1332", "DATA_QUALITY_MONITOR 1333",
        "ADB_SPARK 1990", "ADB_SPARK_SQL 1991", "BLINK_SQL 2010", "FLINK_SQL_BATCH 2011", "FLINK_SQL_STREAM 2012",
        "BLINK_DATASTREAM 2019", "BLINK_BATCH_SQL 2020", "SERVERLESS_SPARK_BATCH 2100", "SERVERLESS_SPARK_SQL 2101",
        "SERVERLESS_SPARK_STREAMING 2102", "SERVERLESS_KYUUBI 2103", "SQL_COMPONENT 3010", "CUSTOM 9999"
    };
    /** Other words for some numbers, seen in documents that the service gave out. */
    private static final Map<String, Integer> ALSO = Map.of("PY_ODPS", 221, "PYODPS2", 221, "ODPS_SQL_SCRIPT", 24);

    private NodeTypes() {
    }

    /** The number of a command, as it is spelled. */
    public static OptionalInt code(String command) {
        Integer code = Table.CODES.get(command);
        code = code == null ? ALSO.get(command) : code;
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /** The command of a number. */
    public static Optional<String> command(int code) {
        for (Map.Entry<String, Integer> row : Table.CODES.entrySet()) {
            if (row.getValue() == code) {
                return Optional.of(row.getKey());
            }
        }
        return Optional.empty();
    }

    /** The right spelling of a command that was written with other capitals, blanks or dashes; empty for an unknown one. */
    public static Optional<String> spelling(String command) {
        String plain = plain(command);
        for (String known : Table.CODES.keySet()) {
            if (plain(known).equals(plain)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static String plain(String command) {
        return command.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /** Every command. */
    public static List<String> commands() {
        return new ArrayList<>(Table.CODES.keySet());
    }

    /** Read when a document is first looked at. */
    private static final class Table {
        static final Map<String, Integer> CODES = read();

        private static Map<String, Integer> read() {
            Map<String, Integer> codes = new HashMap<>();
            for (String row : ROWS) {
                int blank = row.indexOf(' ');
                codes.put(row.substring(0, blank), Integer.valueOf(row.substring(blank + 1)));
            }
            return codes;
        }
    }
}
