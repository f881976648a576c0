package dev.dwx.render;

import java.util.List;
import java.util.function.Supplier;

/**
 * A value as lines, for who shows a part of them at a time.
 *
 * @param lines without line ends; of very many, each is made when somebody asks for it
 * @param headings how many lines at the top name the columns below
 * @param note says what is not in full in the lines that were asked for so far; gives {@code null} when all is
 */
public record Layout(List<String> lines, int headings, Supplier<String> note) {
    /** With everything in full that has room. */
    public Layout(List<String> lines, int headings) {
        this(List.copyOf(lines), headings, () -> null);
    }
}
