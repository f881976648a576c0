package dev.dwx.dsl.flow;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import java.util.Map;

/** Words for nodes of the service itself and of MaxCompute, Hologres and data integration. */
public interface CommonNodes {
    /** Adds a node of a word. */
    Object nodeOfWord(String word, Object... given);

    /** SQL on MaxCompute. */
    default Object sql(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("sql", name, block);
    }

    /** Several SQL statements on MaxCompute, compiled as one. */
    default Object odpsScript(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("odpsScript", name, block);
    }

    /** Python 3 with a MaxCompute session. */
    default Object pyodps(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("pyodps", name, block);
    }

    /** A Spark job on MaxCompute. */
    default Object spark(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("spark", name, block);
    }

    /** Spark SQL on MaxCompute. */
    default Object sparkSql(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("sparkSql", name, block);
    }

    /** A MapReduce job on MaxCompute. */
    default Object mapReduce(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("mapReduce", name, block);
    }

    /** SQL on Hologres. */
    default Object holo(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("holo", name, block);
    }

    /** A shell script; its parameters are $1, $2 …. */
    default Object shell(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("shell", name, block);
    }

    /** A Python script. */
    default Object python(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("python", name, block);
    }

    /** Nothing: it only stands between others. */
    default Object virtual(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("virtual", name, block);
    }

    /** Waits until files, partitions or the like are there. */
    default Object check(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("check", name, block);
    }

    /** Waits for a file on an FTP server. */
    default Object ftpCheck(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("ftpCheck", name, block);
    }

    /** Waits for an object in OSS. */
    default Object ossInspect(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("ossInspect", name, block);
    }

    /** A script on another machine. */
    default Object ssh(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("ssh", name, block);
    }

    /** Code whose last result others take as outputs. */
    default Object assign(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("assign", name, block);
    }

    /** Chooses which of the nodes behind it run. */
    default Object branch(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("branch", name, block);
    }

    /** Brings branches together again. */
    default Object join(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("join", name, block);
    }

    /** Runs its nodes until its end says stop. */
    default Object doWhile(CharSequence name,
            @DelegatesTo(value = LoopBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("doWhile", name, block);
    }

    /** Runs its nodes until its end says stop; most: the most rounds. */
    default Object doWhile(Map<String, ?> options, CharSequence name,
            @DelegatesTo(value = LoopBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("doWhile", options, name, block);
    }

    /** Runs its nodes for every element of a list. */
    default Object forEach(CharSequence name,
            @DelegatesTo(value = LoopBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("forEach", name, block);
    }

    /** Runs its nodes for every element of a list; over: the list, most: the most rounds. */
    default Object forEach(Map<String, ?> options, CharSequence name,
            @DelegatesTo(value = LoopBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("forEach", options, name, block);
    }

    /** Several nodes that are one. */
    default Object combined(CharSequence name,
            @DelegatesTo(value = LoopBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("combined", name, block);
    }

    /** Another workflow, run as a node. */
    default Object subflow(CharSequence name,
            @DelegatesTo(value = LoopBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("subflow", name, block);
    }

    /** Values that many nodes take from one place. */
    default Object paramHub(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("paramHub", name, block);
    }

    /** Copies data from one data source to another. */
    default Object di(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("di", name, block);
    }

    /** A component, with values for its parameters. */
    default Object sqlComponent(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("sqlComponent", name, block);
    }

    /** A node of the type that its block names. */
    default Object node(CharSequence name,
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return nodeOfWord("node", name, block);
    }
}
