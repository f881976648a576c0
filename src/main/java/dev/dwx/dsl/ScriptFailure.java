package dev.dwx.dsl;

import dev.dwx.safety.Redactor;
import dev.dwx.safety.ShownLine;

/**
 * An error of a script with its place: what the user sees is the file, the line, the line itself and a caret. Message and line
 * are kept without the secrets that they may quote.
 */
public final class ScriptFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final int line;
    private final int column;
    private final String sourceLine;

    /**
     * @param message what happened, without the place
     * @param source file or cell name
     * @param line from 1, or 0 when unknown
     * @param column from 1, or 0 when unknown
     * @param sourceLine text of that line, or {@code null}
     * @param cause the original error
     */
    public ScriptFailure(String message, String source, int line, int column, String sourceLine, Throwable cause) {
        super(Redactor.text(message), cause);
        ShownLine shown = ShownLine.of(sourceLine, column);
        this.source = source;
        this.line = line;
        this.column = shown.column();
        this.sourceLine = shown.text();
    }

    public String source() {
        return source;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String sourceLine() {
        return sourceLine;
    }
}
