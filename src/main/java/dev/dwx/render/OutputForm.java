package dev.dwx.render;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The forms in which a value can be shown: some for people, some for programs. */
public enum OutputForm {
    /** Columns for a person to read; cut to the terminal's width when there is one. */
    TABLE,
    /** A line for each field, each row a block: what a table cuts stands here in full. */
    VERTICAL,
    /** Everything inside everything, indented, with lines that say what belongs to what. */
    TREE,
    /** Exact JSON of the whole value; on one line unless a person looks at it. */
    JSON,
    /** One header line and one record for each row, RFC 4180 with LF. */
    CSV,
    /** Exact YAML 1.2 of the whole value. */
    YAML,
    /** A table as GitHub's Markdown has it, to be pasted into a document. */
    MD;

    /** The spelling on the command line: {@code table}, {@code json}, {@code csv}, {@code yaml} and so on. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every spelling, in the order in which help shows them. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (OutputForm form : values()) {
            words.add(form.word());
        }
        return words;
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
        throw new IllegalArgumentException(Texts.of("No output form is called '{0}'; there are {1}", word, String.join(", ", words())));
    }
}
