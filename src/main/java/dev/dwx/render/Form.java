package dev.dwx.render;

/** Turns one value into the text of one output form. */
interface Form {
    /**
     * @param value anything: a {@link Showable}, map, list, scalar or {@code null}
     * @return whole lines joined by {@code \n} without one at the end; empty when there is nothing to show
     */
    String text(Object value, Look look);
}
