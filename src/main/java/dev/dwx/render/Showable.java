package dev.dwx.render;

import java.util.List;

/**
 * A value that knows how a person wants to read it; the answer of a call is one. Anything else (maps, lists, scalars)
 * is shown as it is.
 */
public interface Showable {
    /** The rows, when the value is a list at heart; empty for a single object. */
    List<Object> rows();

    /** Whether the value is a list at heart, so that no rows means "none" and not "look at the value". */
    boolean isListing();

    /** The whole value as maps, lists and scalars: what JSON and YAML output show. */
    Object value();

    /** All rows, where {@link #rows} gives only as many as somebody can read. */
    default List<Object> everyRow() {
        return rows();
    }

    /** Whether looking at the rows means reading them from somewhere, so that they are left alone until somebody asks. */
    default boolean isLazy() {
        return false;
    }

    /** The rows of a lazy listing, a few at a time; {@code null} for what is no lazy listing. */
    default Reading reading() {
        return null;
    }

    /** A line under a table, such as {@code 2 of 2 · RequestId 7F0A… · 12 ms}; {@code null} for none. */
    String footer();
}
