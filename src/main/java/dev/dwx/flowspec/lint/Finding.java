package dev.dwx.flowspec.lint;

/**
 * Something that a FlowSpec document has wrong, or that is doubtful in it.
 *
 * @param code short name of the rule, the same for ever: {@code outputs}, {@code partition-quotes}
 * @param severity whether the document must not be sent
 * @param path the way to the place: {@code spec.nodes[0].script.runtime.command}
 * @param text what is wrong, and what becomes of it
 * @param fix what to write there
 */
public record Finding(String code, Severity severity, String path, String text, String fix) {
    /** What follows from a finding. */
    public enum Severity {
        /** The service refuses it, or takes it and makes something else of it than was meant. */
        ERROR,
        /** Worth a second look. */
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code spec.nodes[0].outputs.nodeOutputs: text; fix (outputs)}. */
    public String line() {
        return path + ": " + text + (fix == null ? "" : "; " + fix) + " (" + code + ")";
    }
}
