package dev.dwx.texts;

import java.util.Locale;

/**
 * What dwx says to a person, in the person's language. The English text stands where it is said and is its own key; other
 * languages are in catalogues beside, read when the first text is asked for. English reads nothing.
 *
 * <p>The language is the one of {@code dwx.language}, a system property, else of the variables {@code DWX_LANG}, {@code LC_ALL},
 * {@code LC_MESSAGES} and {@code LANG}, the first that is set; English where there is no catalogue for it. It does not change
 * while a process runs. Data, names, codes, JSON and what a program reads are never translated.
 */
public final class Texts {
    private static final Catalogue SPOKEN = Catalogue.of(language());

    private Texts() {
    }

    /**
     * A text in the user's language.
     *
     * @param english the text in English, a constant; {@code {0}}, {@code {1}} … stand for the values. A brace that is not
     *     followed by a number and a brace is itself
     * @param values what stands in it, as their {@code toString()} says
     */
    public static String of(String english, Object... values) {
        return SPOKEN.text(english, values);
    }

    /** The language of texts, as a two-letter code: {@code en} or {@code zh}. */
    public static String spoken() {
        return SPOKEN.language();
    }

    private static String language() {
        String set = System.getProperty("dwx.language");
        for (String variable : new String[] {"DWX_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            set = set == null || set.isBlank() ? System.getenv(variable) : set;
        }
        return set == null || set.length() < 2 ? "en" : set.substring(0, 2).toLowerCase(Locale.ROOT);
    }
}
