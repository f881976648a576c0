package dev.dwx.flowspec.build;

/**
 * Something that a node or a workflow waits for.
 *
 * @param type the service's word for the edge
 * @param target name of a node of the flow, an output, or a document as a map; {@code null} for its own former instance or its children's
 * @param input whether it was named by {@code inputs}, and is an output of wherever
 * @param place where the user wrote it, or {@code null}
 */
record Upstream(String type, Object target, boolean input, StackTraceElement place) {
    static final String NORMAL = "Normal";
    static final String SELF = "CrossCycleDependsOnSelf";
    static final String CHILDREN = "CrossCycleDependsOnChildren";
    static final String OTHER = "CrossCycleDependsOnOtherNode";
}
