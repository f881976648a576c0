package dev.dwx.render;

import dev.dwx.texts.Texts;
import java.util.Locale;

/** The forms in which a value can be shown: one for people, three for programs. */
public enum OutputForm {
    /** Columns for a person to read; cut to the terminal's width when there is one. */
    TABLE,
    /** Exact JSON of the whole value; on one line unless a person looks at it. */
    JSON,
    /** One header line and one record for each row, RFC 4180 with LF. */
    CSV,
    /** Exact YAML 1.2 of the whole value. */
    YAML;

    /** The spelling on the command line: {@code table}, {@code json}, {@code csv}, {@code yaml}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the command line's spelling, in any case.
     *
     * @throws IllegalArgumentException naming the forms there are
     */
    public static OutputForm of(String word) {
        for (OutputForm form : values()) {
            if (form.name().equalsIgnoreCase(word)) {
                return form;
            }
        }
        throw new IllegalArgumentException(Texts.of("No output form is called '{0}'; there are table, json, csv and yaml", word));
    }
}
