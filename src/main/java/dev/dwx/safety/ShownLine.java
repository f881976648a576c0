package dev.dwx.safety;

/**
 * A line of source as it may be shown, and where its caret goes. A mask is rarely as long as what it hides, so the column moves
 * with it.
 *
 * @param text the line without secrets
 * @param column from 1 in {@code text}, or 0 when unknown
 */
public record ShownLine(String text, int column) {
    /**
     * @param line as it was written, or {@code null}
     * @param column from 1 in {@code line}, or 0 when unknown
     */
    public static ShownLine of(String line, int column) {
        String shown = Redactor.text(line);
        if (line == null || column <= 1 || shown.equals(line)) {
            return new ShownLine(shown, column);
        }
        String before = Redactor.text(line.substring(0, Math.min(column - 1, line.length())));
        return new ShownLine(shown, Math.min(before.length(), shown.length()) + 1);
    }
}
