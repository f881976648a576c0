package dev.dwx.flowspec.build;

/**
 * A value that a node takes from a node before it.
 *
 * @param name what the code calls it
 * @param from {@code output:variable}, or {@code node.variable} for a node of the same flow
 * @param place where the user wrote it, or {@code null}
 */
record Binding(String name, String from, StackTraceElement place) {
}
