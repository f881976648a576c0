package dev.dwx.dsl;

import dev.dwx.dsl.check.Finding;
import dev.dwx.dsl.check.Severity;
import dev.dwx.safety.Redactor;
import dev.dwx.safety.ShownLine;

/**
 * One finding of a check, as it may be shown: secrets that the line quotes are masked.
 *
 * @param source file or cell name
 * @param line from 1, or 0 when unknown
 * @param column from 1 in {@code text}, or 0 when unknown
 * @param severity whether it stops the script
 * @param message what is wrong
 * @param text the line itself, or {@code null}
 */
public record Checked(String source, int line, int column, Severity severity, String message, String text) {
    static Checked of(Finding finding, Source piece) {
        ShownLine shown = ShownLine.of(piece.line(finding.line()), finding.column());
        return new Checked(piece.name(), finding.line(), shown.column(), finding.severity(), Redactor.text(finding.message()),
                shown.text());
    }
}
