package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;

/**
 * Something that a FlowSpec document has wrong, or that is doubtful in it.
 *
 * @param code short name of the rule, the same for ever: {@code outputs}, {@code partition-quotes}; {@link LintRules} lists them
 * @param severity whether the document must not be sent
 * @param path the way to the place: {@code spec.nodes[0].script.runtime.command}; below a text that holds JSON it goes on
 * @param text what is wrong, and what becomes of it
 * @param fix what to write there, in words; {@code null} for nothing to say
 * @param quickFix the change that mends it where there is exactly one right answer, else {@code null}
 * @param lineNumber the line of the document's text, or of the script that made it, from 1; 0 where that is not known
 */
public record Finding(String code, Severity severity, String path, String text, String fix, QuickFix quickFix, int lineNumber) {
    /** What follows from a finding. */
    public enum Severity {
        /** The service refuses it, or takes it and makes something else of it than was meant. */
        ERROR,
        /** Worth a second look. */
        WARNING;

        /** As it is written in lists: {@code error}. */
        public String word() {
            return this == ERROR ? "error" : "warning";
        }
    }

    public Finding(String code, Severity severity, String path, String text, String fix) {
        this(code, severity, path, text, fix, null, 0);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code spec.nodes[0].outputs.nodeOutputs: text; fix (outputs)}. */
    public String line() {
        return path + (lineNumber > 1 ? Texts.of(" (line {0})", lineNumber) : "") + ": " + text + (fix == null ? "" : Texts.of("; {0}", fix)) + " (" + code + ")";
    }

    public Finding withLineNumber(int number) {
        return new Finding(code, severity, path, text, fix, quickFix, number);
    }

    /** The same at another place. */
    Finding at(String place, QuickFix change) {
        return new Finding(code, severity, place, text, fix, change, lineNumber);
    }
}
