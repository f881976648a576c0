package dev.dwx.flowspec.graph;

/**
 * What is known of a node's run.
 *
 * @param text a second line in its box, {@code Success 2m 05s}; empty for none
 * @param style of the box
 * @param strong whether it is on the critical path
 */
public record Badge(String text, Style style, boolean strong) {
}
