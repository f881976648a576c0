package dev.dwx.flowspec.diff;

import java.util.List;
import java.util.Map;

/**
 * A value of a document as it is compared: what need not be said is gone, lists whose order does not matter have names in place of
 * places.
 */
final class Part {
    /** As it stands in the document. */
    final Object raw;
    final At at;
    /** What is below, by key or name; {@code null} for a plain value. */
    final Map<String, Part> below;
    final Place place;
    /** The node it belongs to; {@code null} outside of nodes. */
    final Owner owner;
    /** The plain value that is compared, where {@link #below} is {@code null}. */
    final Object plain;
    /** An edge, where it is one. */
    final Edge edge;

    Part(Object raw, At at, Map<String, Part> below, Place place, Owner owner, Object plain, Edge edge) {
        this.raw = raw;
        this.at = at;
        this.below = below;
        this.place = place;
        this.owner = owner;
        this.plain = plain;
        this.edge = edge;
    }

    static Part plain(Object raw, At at, Object compared, Owner owner) {
        return new Part(raw, at, null, Place.FREE, owner, compared, null);
    }

    static Part group(Object raw, At at, Map<String, Part> below, Place place, Owner owner) {
        return new Part(raw, at, below, place, owner, null, null);
    }

    boolean isList() {
        return raw instanceof List;
    }

    /**
     * A node or workflow that parts belong to.
     *
     * @param depth how far down in the document it is
     */
    record Owner(String name, At at, int depth) {
    }

    /**
     * An edge in the words in which it is compared.
     *
     * @param to the name of what waits
     * @param from the name of the node that is waited for, when its usual output is; else {@code null}
     * @param output the output that is waited for, when it is not a node's usual one
     * @param said all places where it is said
     */
    record Edge(String to, String type, String from, String output, List<String> said) {
        String text() {
            String what = from != null ? from : output;
            return switch (type) {
                case "Normal" -> what == null ? "" : what;
                case "CrossCycleDependsOnSelf" -> "its own last run";
                case "CrossCycleDependsOnChildren" -> "the last run of its children";
                case "CrossCycleDependsOnOtherNode" -> "the last run of " + what;
                default -> type + (what == null ? "" : " " + what);
            };
        }
    }
}
