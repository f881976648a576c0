package dev.dwx.flowspec.preview;

import dev.dwx.texts.Texts;
import java.util.List;

/**
 * A parameter as a run would see it.
 *
 * @param name the word in the script; {@code 1}, {@code 2} … for positions
 * @param expression as the document has it
 * @param value what becomes of it; {@code null} when only the run knows
 * @param source where it comes from: {@code node}, {@code workflow}, or the output of another node that hands it over
 * @param notes what is worth knowing of it
 */
public record PreviewParameter(String name, String expression, String value, String source, List<String> notes) {
    /** Said in place of a value that another node makes. */
    public static final String AT_RUN_TIME = "known at run time";

    public PreviewParameter {
        notes = List.copyOf(notes);
    }

    /** The value, or that it is not known before the run. */
    public String shown() {
        return value == null ? Texts.of(AT_RUN_TIME) : value;
    }
}
