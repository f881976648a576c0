package dev.dwx.render;

import java.util.List;

/** Rows that are read as far as somebody looks. Who stops asking has stopped the reading. */
public interface Reading {
    /** So many more rows, fewer at the end; none when there are no more. */
    List<Object> next(int most);

    /** Whether there are more; may read a page. */
    boolean more();

    /** How many there are in all as far as that is known, or {@code null}. */
    Long total();
}
