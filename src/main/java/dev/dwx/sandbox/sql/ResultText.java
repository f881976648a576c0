package dev.dwx.sandbox.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows as a task's log shows them: a frame of signs, every column as wide as its widest value. */
final class ResultText {
    /** More rows than these are not shown, as in the service. */
    static final int MOST_ROWS = 10_000;
    private static final String NULL = "\\N";

    private final List<String> names;
    private final List<String[]> rows = new ArrayList<>();

    ResultText(List<String> names) {
        this.names = names;
    }

    static ResultText of(String... names) {
        return new ResultText(List.of(names));
    }

    /** Adds a row; {@code null} is a value that is not there. */
    ResultText row(String... cells) {
        if (rows.size() < MOST_ROWS) {
            rows.add(cells);
        }
        return this;
    }

    String text() {
        int[] widths = new int[names.size()];
        Arrays.setAll(widths, i -> width(names.get(i)));
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                row[i] = row[i] == null ? NULL : plain(row[i]);
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        StringBuilder text = new StringBuilder();
        frame(text, widths);
        line(text, widths, names.toArray(new String[0]));
        frame(text, widths);
        for (String[] row : rows) {
            line(text, widths, row);
        }
        if (!rows.isEmpty()) {
            frame(text, widths);
        }
        return text.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** One row is one line. */
    private static String plain(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : text.replace("\r", "\\r").replace("\n", "\\n");
    }

    private static void frame(StringBuilder text, int[] widths) {
        for (int width : widths) {
            text.append('+').append("-".repeat(width + 2));
        }
        text.append("+\n");
    }

    private static void line(StringBuilder text, int[] widths, String[] cells) {
        for (int i = 0; i < widths.length; i++) {
            text.append("| ").append(cells[i]).append(" ".repeat(widths[i] - width(cells[i]) + 1));
        }
        text.append("|\n");
    }
}
