package dev.dwx.flowspec.graph;

import java.util.List;

/**
 * A node of the picture.
 *
 * @param id one for each; not for people
 * @param label what is written on it
 * @param kind what it stands for
 * @param command the type of a node of the document; empty for others
 * @param again whether it waits for its own previous run
 * @param members the labels of what is folded into it; empty for a single one
 */
public record GraphNode(String id, String label, Kind kind, String command, boolean again, List<String> members) {
    /** What a node of the picture can stand for. */
    public enum Kind {
        /** A node of the document. */
        NODE,
        /** An output from elsewhere that is waited for. */
        PORT,
        /** Several nodes, drawn as one. */
        FOLD
    }

    public GraphNode {
        members = List.copyOf(members);
    }

    static GraphNode node(String id, String label, String command, boolean again) {
        return new GraphNode(id, label, Kind.NODE, command, again, List.of());
    }

    static GraphNode port(String output) {
        return new GraphNode("port " + output, output, Kind.PORT, "", false, List.of());
    }

    static GraphNode fold(String id, String label, List<String> members) {
        return new GraphNode(id, label, Kind.FOLD, "", false, members);
    }
}
