package dev.dwx.dsl.slips;

import dev.dwx.texts.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An object written as JSON writes it, in braces. */
final class Json {
    private static final Pattern OBJECT = Pattern.compile("\\{\\s*(['\"][^'\"]*['\"]\\s*:.*|\\})");

    private Json() {
    }

    static Slip of(String line) {
        Matcher object = OBJECT.matcher(line);
        return object.find() ? new Slip(object.start() + 1,
                Texts.of("A JSON object is written with square brackets here: {0}", "[Name: 'value']")) : null;
    }

    /** JSON in the words of the language, where it holds no braces inside texts; else {@code null}. */
    static String literal(String json) {
        StringBuilder literal = new StringBuilder();
        boolean text = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"' && (i == 0 || json.charAt(i - 1) != '\\')) {
                text = !text;
                literal.append('\'');
            } else if (text && (c == '\'' || c == '\\')) {
                return null;
            } else {
                literal.append(text ? c : c == '{' ? '[' : c == '}' ? ']' : c);
            }
        }
        return text ? null : literal.toString();
    }
}
