package dev.dwx.texts;

import java.util.Locale;
import java.util.Map;

/**
 * Which language a person wants, as gettext finds it: the property {@code dwx.language}, else the variable {@code DWX_LANG}, else
 * the locale, which is the first of {@code LC_ALL}, {@code LC_MESSAGES} and {@code LANG} that is set. A locale other than {@code C}
 * may be overruled by {@code LANGUAGE}, a list such as {@code zh_CN:en}, of which the first language that dwx speaks counts.
 */
final class Tongue {
    private Tongue() {
    }

    /**
     * The language as a two-letter code; {@code en} where none is asked for that dwx speaks.
     *
     * @param property what {@code dwx.language} is set to, or null
     */
    static String of(String property, Map<String, String> environment) {
        if (isSet(property)) {
            return first(property);
        }
        String own = environment.get("DWX_LANG");
        if (isSet(own)) {
            return first(own);
        }
        String locale = environment.get("LC_ALL");
        locale = isSet(locale) ? locale : environment.get("LC_MESSAGES");
        locale = isSet(locale) ? locale : environment.get("LANG");
        if (!isSet(locale) || locale.equals("C") || locale.startsWith("C.") || locale.equals("POSIX")) {
            return "en";
        }
        String list = environment.get("LANGUAGE");
        return first(isSet(list) ? list : locale);
    }

    /** The first of a list with colons that dwx speaks. */
    private static String first(String list) {
        for (String locale : list.split(":")) {
            String lower = locale.strip().toLowerCase(Locale.ROOT);
            if (is(lower, "zh")) {
                // The catalogue is in simplified characters. Who reads traditional ones gets English rather than those,
                // and "zh" alone, or zh_CN, for asking.
                return traditional(lower) ? "en" : "zh";
            }
            if (is(lower, "en")) {
                return "en";
            }
        }
        return "en";
    }

    private static boolean traditional(String locale) {
        return locale.contains("tw") || locale.contains("hk") || locale.contains("mo") || locale.contains("hant");
    }

    private static boolean is(String locale, String language) {
        return locale.startsWith(language) && (locale.length() == 2 || !Character.isLetter(locale.charAt(2)));
    }

    private static boolean isSet(String text) {
        return text != null && !text.isBlank();
    }
}
