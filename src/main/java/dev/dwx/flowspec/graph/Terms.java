package dev.dwx.flowspec.graph;

import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * The place in which a picture is drawn.
 *
 * @param columns its width; 0 for any
 * @param unicode whether lines may be of box-drawing characters; else {@code + - |}
 * @param width columns that a text takes
 * @param clean makes text of others harmless to a terminal
 */
public record Terms(int columns, boolean unicode, ToIntFunction<String> width, UnaryOperator<String> clean) {
    String dots() {
        return unicode ? "…" : "...";
    }
}
