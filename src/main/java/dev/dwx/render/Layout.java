package dev.dwx.render;

import java.util.List;

/**
 * A value as lines, for who shows a part of them at a time.
 *
 * @param lines without line ends
 * @param headings how many lines at the top name the columns below
 */
public record Layout(List<String> lines, int headings) {
    public Layout {
        lines = List.copyOf(lines);
    }
}
