package dev.dwx.flowspec.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * That one node waits for another. Edges come from {@code flow}, from {@code dependencies} and from a node's
 * {@code inputs.nodeOutputs}; the same edge said in several of these places is one.
 *
 * @param to the id of the node that waits; its name where it has no id
 * @param type {@code Normal} where the document does not say
 * @param output the name of the output that is waited for; {@code null} where the edge names a node, or needs neither
 * @param nodeId the id of the node that is waited for, where the edge names it; else {@code null}
 * @param from the node of the document that makes the output or has the id; {@code null} for one that lives elsewhere
 * @param waiting the node of the document that waits; {@code null} where the document has no such node
 * @param said the places where it is said, the first one first: {@code spec.flow[0].depends[1]}
 * @param map what stands at the first of these places
 */
public record SpecEdge(String to, String type, String output, String nodeId, SpecNode from, SpecNode waiting, List<String> said,
        Map<String, Object> map) {
    public static final String NORMAL = "Normal";

    /** Where it is said first. */
    public String path() {
        return said.get(0);
    }

    /** The node that is waited for, when it is in the document. */
    public Optional<SpecNode> source() {
        return Optional.ofNullable(from);
    }

    /** The node that waits, when it is in the document. */
    public Optional<SpecNode> target() {
        return Optional.ofNullable(waiting);
    }

    /** Whether it holds within one cycle; the others wait for an earlier run. */
    public boolean normal() {
        return NORMAL.equals(type);
    }

    /** What is waited for, in the words of the document: an output, else a node's id, else nothing. */
    public Optional<String> what() {
        return Optional.ofNullable(output != null ? output : nodeId);
    }
}
