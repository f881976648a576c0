package dev.dwx.flowspec.graph;

/**
 * One node waits for another.
 *
 * @param from id of the one that comes first
 * @param to id of the one that waits
 */
public record GraphEdge(String from, String to) {
}
