package dev.dwx.flowspec.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words for nodes; {@code node} with {@code type 'ANY_COMMAND'} makes those that have none. */
public final class NodeWords {
    /** Word, command, language, data source type, folder, compute units, object of its own, what it does; {@code -} for none. */
    private static final String[] ROWS = {
        "sql|ODPS_SQL|odps-sql|odps|MaxCompute|-|-|SQL on MaxCompute",
        "odpsScript|ODPS_SCRIPT|odps-script|odps|MaxCompute|-|-|several SQL statements on MaxCompute, compiled as one",
        "pyodps|PYODPS3|python3|odps|MaxCompute|-|-|Python 3 with a MaxCompute session",
        "spark|ODPS_SPARK|-|odps|MaxCompute|-|-|a Spark job on MaxCompute",
        "sparkSql|ODPS_SPARK_SQL|-|odps|MaxCompute|-|-|Spark SQL on MaxCompute",
        "mapReduce|ODPS_MR|-|odps|MaxCompute|-|-|a MapReduce job on MaxCompute",
        "holo|HOLOGRES_SQL|hologres-sql|holo|Hologres|0.25|-|SQL on Hologres",
        "shell|DIDE_SHELL|shell-script|-|General|-|-|a shell script; its parameters are $1, $2 …",
        "python|PYTHON|python3|-|General|-|-|a Python script",
        "virtual|VIRTUAL|-|-|General|-|-|nothing: it only stands between others",
        "check|CHECK_NODE|-|-|General|-|-|waits until files, partitions or the like are there",
        "ftpCheck|FTP_CHECK|-|-|General|-|-|waits for a file on an FTP server",
        "ossInspect|OSS_INSPECT|-|-|General|-|-|waits for an object in OSS",
        "ssh|SSH|-|-|General|-|-|a script on another machine",
        "assign|CONTROLLER_ASSIGNMENT|odps|-|General|-|-|code whose last result others take as outputs",
        "branch|CONTROLLER_BRANCH|-|-|General|-|branch|chooses which of the nodes behind it run",
        "join|CONTROLLER_JOIN|-|-|General|-|join|brings branches together again",
        "doWhile|CONTROLLER_CYCLE|-|-|General|-|do-while|runs its nodes until its end says stop",
        "forEach|CONTROLLER_TRAVERSE|-|-|General|-|for-each|runs its nodes for every element of a list",
        "combined|COMBINED_NODE|-|-|General|-|combined|several nodes that are one",
        "subflow|SUB_PROCESS|-|-|General|-|subflow|another workflow, run as a node",
        "paramHub|PARAM_HUB|-|-|General|-|param-hub|values that many nodes take from one place",
        "di|DI|json|-|DI|0.5|-|copies data from one data source to another",
        "hive|HIVE|hive-sql|odps|MaxCompute|-|-|Hive SQL",
        "emrHive|EMR_HIVE|hive-sql|emr|EMR|-|-|Hive SQL on EMR",
        "emrSpark|EMR_SPARK|-|emr|EMR|-|-|a Spark job on EMR",
        "emrSparkSql|EMR_SPARK_SQL|spark-sql|emr|EMR|-|-|Spark SQL on EMR",
        "emrSparkShell|EMR_SPARK_SHELL|shell-script|emr|EMR|-|-|Spark shell on EMR",
        "emrSparkStreaming|EMR_SPARK_STREAMING|-|emr|EMR|-|-|Spark streaming on EMR",
        "emrMr|EMR_MR|-|emr|EMR|-|-|a MapReduce job on EMR",
        "emrShell|EMR_SHELL|shell-script|emr|EMR|-|-|a shell script on EMR",
        "emrPresto|EMR_PRESTO|presto-sql|emr|EMR|-|-|Presto SQL on EMR",
        "emrTrino|EMR_TRINO|-|emr|EMR|-|-|Trino SQL on EMR",
        "emrImpala|EMR_IMPALA|impala-sql|emr|EMR|-|-|Impala SQL on EMR",
        "emrKyuubi|EMR_KYUUBI|-|emr|EMR|-|-|Kyuubi SQL on EMR",
        "cdhHive|CDH_HIVE|hive-sql|hive|CDH|-|-|Hive SQL on CDH",
        "cdhSpark|CDH_SPARK|-|hive|CDH|-|-|a Spark job on CDH",
        "cdhSparkSql|CDH_SPARK_SQL|-|hive|CDH|-|-|Spark SQL on CDH",
        "cdhShell|CDH_SHELL|shell-script|hive|CDH|-|-|a shell script on CDH",
        "clickhouse|CLICK_SQL|clickhouse-sql|clickhouse|ClickHouse|-|-|SQL on ClickHouse",
        "mysql|MYSQL|-|mysql|Database|-|-|SQL on MySQL",
        "postgresql|POSTGRESQL|-|postgresql|Database|-|-|SQL on PostgreSQL",
        "sqlserver|SQLSERVER|-|sqlserver|Database|-|-|SQL on SQL Server",
        "oracle|Oracle|-|oracle|Database|-|-|SQL on Oracle",
        "starrocks|StarRocks|-|starrocks|Database|-|-|SQL on StarRocks",
        "doris|Doris|-|doris|Database|-|-|SQL on Doris",
        "redshift|Redshift|-|redshift|Database|-|-|SQL on Redshift",
        "flinkBatch|FLINK_SQL_BATCH|-|flink|Flink|-|-|Flink SQL over data that is there",
        "flinkStream|FLINK_SQL_STREAM|-|flink|Flink|-|-|Flink SQL over data that comes in",
        "sparkBatch|SERVERLESS_SPARK_BATCH|-|emr|EMR|-|-|a Spark job on serverless EMR",
        "serverlessSparkSql|SERVERLESS_SPARK_SQL|-|emr|EMR|-|-|Spark SQL on serverless EMR",
        "sqlComponent|COMPONENT_SQL|odps-sql|odps|MaxCompute|-|component|a component, with values for its parameters",
        "dlc|PAI_DLC|-|-|Algorithm|-|-|a deep learning job on PAI",
        "qualityMonitor|DATA_QUALITY_MONITOR|-|-|General|-|-|checks the quality of a table",
        "node|-|-|-|-|-|-|a node of the type that its block names"
    };

    private NodeWords() {
    }

    /** Every word, in the order in which help shows them. */
    public static List<NodeWord> all() {
        return new ArrayList<>(Table.BY_NAME.values());
    }

    public static List<String> names() {
        return new ArrayList<>(Table.BY_NAME.keySet());
    }

    /** The type of a word. */
    public static Optional<NodeWord> named(String name) {
        return Optional.ofNullable(Table.BY_NAME.get(name));
    }

    /** The word for a command; nothing where {@code node} with {@code type} has to say it. */
    public static Optional<NodeWord> of(String command) {
        return Optional.ofNullable(Table.BY_COMMAND.get(command));
    }

    /** Read when the first draft is made. */
    private static final class Table {
        static final Map<String, NodeWord> BY_NAME = new LinkedHashMap<>();
        static final Map<String, NodeWord> BY_COMMAND = new LinkedHashMap<>();

        static {
            for (String row : ROWS) {
                String[] cells = row.split("\\|", -1);
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = cells[i].equals("-") ? null : cells[i];
                }
                NodeWord word = new NodeWord(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]);
                BY_NAME.put(word.name(), word);
                if (word.command() != null) {
                    BY_COMMAND.putIfAbsent(word.command(), word);
                }
            }
        }
    }
}
