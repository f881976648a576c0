package dev.dwx.dsl.flow;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;

/** Words for nodes of other engines. */
public interface EngineNodes {
    /** Adds a node of a word. */
    Object nodeOfWord(String word, Object... given);

    /** Hive SQL. */
    default Object hive(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("hive", name, block);
    }

    /** Hive SQL on EMR. */
    default Object emrHive(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("emrHive", name, block);
    }

    /** A Spark job on EMR. */
    default Object emrSpark(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("emrSpark", name, block);
    }

    /** Spark SQL on EMR. */
    default Object emrSparkSql(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("emrSparkSql", name, block);
    }

    /** Spark shell on EMR. */
    default Object emrSparkShell(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("emrSparkShell", name, block);
    }

    /** Spark streaming on EMR. */
    default Object emrSparkStreaming(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("emrSparkStreaming", name, block);
    }

    /** A MapReduce job on EMR. */
    default Object emrMr(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("emrMr", name, block);
    }

    /** A shell script on EMR. */
    default Object emrShell(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("emrShell", name, block);
    }

    /** Presto SQL on EMR. */
    default Object emrPresto(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("emrPresto", name, block);
    }

    /** Trino SQL on EMR. */
    default Object emrTrino(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("emrTrino", name, block);
    }

    /** Impala SQL on EMR. */
    default Object emrImpala(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("emrImpala", name, block);
    }

    /** Kyuubi SQL on EMR. */
    default Object emrKyuubi(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("emrKyuubi", name, block);
    }

    /** Hive SQL on CDH. */
    default Object cdhHive(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("cdhHive", name, block);
    }

    /** A Spark job on CDH. */
    default Object cdhSpark(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("cdhSpark", name, block);
    }

    /** Spark SQL on CDH. */
    default Object cdhSparkSql(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("cdhSparkSql", name, block);
    }

    /** A shell script on CDH. */
    default Object cdhShell(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("cdhShell", name, block);
    }

    /** SQL on ClickHouse. */
    default Object clickhouse(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("clickhouse", name, block);
    }

    /** SQL on MySQL. */
    default Object mysql(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("mysql", name, block);
    }

    /** SQL on PostgreSQL. */
    default Object postgresql(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("postgresql", name, block);
    }

    /** SQL on SQL Server. */
    default Object sqlserver(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("sqlserver", name, block);
    }

    /** SQL on Oracle. */
    default Object oracle(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("oracle", name, block);
    }

    /** SQL on StarRocks. */
    default Object starrocks(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("starrocks", name, block);
    }

    /** SQL on Doris. */
    default Object doris(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("doris", name, block);
    }

    /** SQL on Redshift. */
    default Object redshift(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("redshift", name, block);
    }

    /** Flink SQL over data that is there. */
    default Object flinkBatch(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("flinkBatch", name, block);
    }

    /** Flink SQL over data that comes in. */
    default Object flinkStream(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("flinkStream", name, block);
    }

    /** A Spark job on serverless EMR. */
    default Object sparkBatch(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("sparkBatch", name, block);
    }

    /** Spark SQL on serverless EMR. */
    default Object serverlessSparkSql(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("serverlessSparkSql", name, block);
    }

    /** A deep learning job on PAI. */
    default Object dlc(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("dlc", name, block);
    }

    /** Checks the quality of a table. */
    default Object qualityMonitor(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("qualityMonitor", name, block);
    }
}
