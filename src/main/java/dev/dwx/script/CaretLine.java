package dev.dwx.script;

import dev.dwx.render.DisplayWidth;

/** A line of source and a caret below; of a very long line the part around the caret. */
final class CaretLine {
    private static final int LONGEST_LINE = 160;
    private static final int BEFORE_CARET = 60;

    private CaretLine() {
    }

    /** @param column from 1, or 0 for no caret */
    static void append(StringBuilder block, String line, int column) {
        String shown = line;
        int caret = Math.min(column - 1, line.length());
        String lead = "";
        if (line.length() > LONGEST_LINE) {
            int from = Math.max(0, Math.min(caret - BEFORE_CARET, line.length() - LONGEST_LINE));
            lead = from > 0 ? "…" : "";
            boolean cut = from + LONGEST_LINE < line.length();
            shown = line.substring(from, cut ? from + LONGEST_LINE : line.length()) + (cut ? "…" : "");
            caret -= from;
        }
        block.append("  ").append(lead).append(shown).append('\n');
        if (column > 0) {
            block.append("  ");
            String before = lead + shown.substring(0, Math.max(0, Math.min(caret, shown.length())));
            for (int i = 0; i < before.length();) {
                int point = before.codePointAt(i);
                String one = Character.toString(point);
                block.append(point == '\t' ? "\t" : " ".repeat(DisplayWidth.of(one)));
                i += one.length();
            }
            block.append("^\n");
        }
    }
}
