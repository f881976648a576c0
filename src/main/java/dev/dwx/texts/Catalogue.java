package dev.dwx.texts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The texts of one language. */
final class Catalogue {
    /** The files of a language, by the part of dwx that says what is in them. */
    static final String[] PARTS = {"cli", "repl", "complete", "line", "show", "watch", "tour", "settings", "script", "dsl", "lifecycle",
        "workspace", "flowspec", "lint", "time", "safety", "render", "client", "catalog", "help"};
    private static final Catalogue ENGLISH = new Catalogue("en", Map.of());

    private final String language;
    private final Map<String, String> texts;

    private Catalogue(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The catalogue of a language; the English one when there is none. */
    static Catalogue of(String language) {
        if (language.equals("en")) {
            return ENGLISH;
        }
        Map<String, String> texts = new HashMap<>(4096);
        for (String part : PARTS) {
            texts.putAll(read(language, part));
        }
        return texts.isEmpty() ? ENGLISH : new Catalogue(language, texts);
    }

    /** English texts and what they are in the language, from one file; none where there is no such file. */
    static Map<String, String> read(String language, String part) {
        try (InputStream file = Catalogue.class.getResourceAsStream(language + "/" + part + ".po")) {
            if (file == null) {
                return Map.of();
            }
            return PoFile.read(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String language() {
        return language;
    }

    Map<String, String> texts() {
        return texts;
    }

    String text(String english, Object... values) {
        String text = texts.isEmpty() ? english : texts.getOrDefault(english, english);
        return values.length == 0 ? text : filled(text, values);
    }

    private static String filled(String text, Object[] values) {
        StringBuilder filled = new StringBuilder(text.length() + 16 * values.length);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int close = open + 1;
            int number = 0;
            // Two digits are enough for any sentence.
            while (close < text.length() && close < open + 3 && text.charAt(close) >= '0' && text.charAt(close) <= '9') {
                number = 10 * number + text.charAt(close++) - '0';
            }
            if (close > open + 1 && close < text.length() && text.charAt(close) == '}' && number < values.length) {
                filled.append(text, from, open).append(values[number]);
                from = close + 1;
            }
        }
        return filled.append(text, from, text.length()).toString();
    }
}
