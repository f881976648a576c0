package dev.dwx.flowspec.diff;

/**
 * One thing in which two documents differ.
 *
 * @param kind what became of it
 * @param node the node or workflow it belongs to, by name; {@code null} outside of them
 * @param field what it is, as seen from there: {@code script.parameters[bizdate].value}; empty for a whole node
 * @param path the way to it in the document before, or to where it would stand there:
 *     {@code spec.workflows[0].nodes[2].script.parameters[0].value}
 * @param before {@code null} for what was added
 * @param after {@code null} for what was removed
 */
public record SpecChange(Kind kind, String node, String field, String path, Object before, Object after) {
    /** What became of a value. */
    public enum Kind { ADDED, REMOVED, CHANGED }

    /** Whether it is about a node as a whole. */
    public boolean wholeNode() {
        return field.isEmpty();
    }
}
