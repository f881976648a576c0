package dev.dwx.flowspec.build;

/** What a block describes, which decides the words that may stand in it. */
public enum Place {
    /** A workflow that runs by a schedule, with its nodes. */
    FLOW("flow"),
    /** A workflow that is started by hand. */
    MANUAL_FLOW("manualFlow"),
    /** A workflow that another system starts. */
    TRIGGER_FLOW("triggerFlow"),
    /** A node, in a workflow or alone. */
    NODE("node"),
    /** What stands for code and settings of something uploaded. */
    RESOURCE("resource"),
    /** A function for SQL. */
    FUNCTION("function"),
    /** A piece of SQL with parameters. */
    COMPONENT("component");

    private final String word;

    Place(String word) {
        this.word = word;
    }

    /** The word that begins such a block. */
    public String word() {
        return word;
    }

    /** Whether nodes may stand in it as of right. */
    public boolean isFlow() {
        return this == FLOW || this == MANUAL_FLOW || this == TRIGGER_FLOW;
    }
}
