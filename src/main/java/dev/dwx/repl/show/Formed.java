package dev.dwx.repl.show;

/**
 * A value that was asked for in a form by a verb which is the whole input: {@code table nodes}. It is shown as the value of the
 * input, and kept as the value that it is.
 *
 * @param form a word of {@link Forms}
 * @param value what is shown
 */
record Formed(String form, Object value) {
}
