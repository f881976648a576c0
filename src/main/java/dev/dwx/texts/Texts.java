package dev.dwx.texts;

/**
 * What dwx says to a person, in the person's language. The English text stands where it is said and is its own key; other
 * languages are in catalogues beside, read when the first text is asked for. English reads nothing.
 *
 * <p>Which language that is tells {@link Tongue}. It does not change while a process runs. Data, names, codes, JSON and what a
 * program reads are never translated.
 */
public final class Texts {
    private Texts() {
    }

    /**
     * A text in the user's language. A whole sentence is one text, and so is each form of it: one for a single thing and one for
     * many, since languages build them differently.
     *
     * @param english the text in English, a constant; {@code {0}}, {@code {1}} … stand for the values. A brace that is not
     *     followed by a number and a brace is itself
     * @param values what stands in it, as their {@code toString()} says
     */
    public static String of(String english, Object... values) {
        return Spoken.CATALOGUE.text(english, values);
    }

    /**
     * A text that a table of dwx holds in English (options, commands, verbs), in the user's language. Tables hold English, so
     * that making one costs nothing; a row is translated when it is shown.
     *
     * @param english a text of a table; one that no catalogue has comes back as it is
     */
    public static String listed(String english) {
        return Spoken.CATALOGUE.text(english);
    }

    /** The language of texts, as a two-letter code: {@code en} or {@code zh}. */
    public static String spoken() {
        return Spoken.CATALOGUE.language();
    }

    /** Made when the first text is asked for, not when a class that says something is loaded. */
    private static final class Spoken {
        static final Catalogue CATALOGUE = Catalogue.of(Tongue.of(System.getProperty("dwx.language"), System.getenv()));
    }
}
