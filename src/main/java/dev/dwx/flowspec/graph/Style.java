package dev.dwx.flowspec.graph;

/** What a piece of the picture is, for whoever has colours. */
public enum Style {
    /** Nodes and their names. */
    PLAIN,
    /** Lines and what is said beside the picture. */
    WEAK,
    /** On the critical path. */
    STRONG,
    /** Of a node whose run ended well. */
    GOOD,
    /** Of a node whose run ended badly. */
    BAD,
    /** Of a node that runs or waits. */
    GOING_ON
}
