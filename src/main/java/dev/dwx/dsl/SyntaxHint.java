package dev.dwx.dsl;

import dev.dwx.texts.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is most likely wrong with a line that the compiler only calls unexpected: a comma, a colon, a quote, a type. */
final class SyntaxHint {
    private static final Pattern COMMA = Pattern.compile("\\w\\s*:\\s*[^\\s,:?][^,:?(){}\\[\\]]*?[\\w)\\]_]\\s+([A-Za-z_]\\w*)\\s*:(?!:)"
            + "|\\w\\s*:\\s*\\w\\s+([A-Za-z_]\\w*)\\s*:(?!:)");
    private static final Pattern COLON = Pattern.compile("[(,]\\s*([A-Z]\\w*)\\s+([\\w_]+)\\s*[,)]");
    private static final Pattern EQUALS = Pattern.compile("[A-Z]\\w*\\(\\s*([A-Z]\\w*)\\s*=[^=]");
    private static final String NO_TYPE = "unable to resolve class ";

    private SyntaxHint() {
    }

    /**
     * Words that are better than the compiler's, or {@code null}.
     *
     * @param line the line that it complains of, or {@code null}
     * @param column where, from 1
     * @param complaint the compiler's own words
     */
    static String of(String line, int column, String complaint) {
        if (line == null || complaint == null) {
            return null;
        }
        if (complaint.startsWith(NO_TYPE)) {
            return ofType(complaint.substring(NO_TYPE.length()).strip(), line);
        }
        if (complaint.startsWith("token recognition error") && column > 1 && column <= line.length() && line.charAt(column - 2) == '$') {
            String rest = line.substring(column - 1);
            int end = rest.startsWith("[") ? rest.indexOf(']') + 1 : 1;
            String word = "$" + rest.substring(0, Math.max(end, 1));
            return Texts.of("In double quotes a $ begins what is filled in here, and this is for the scheduler. Write the text in single"
                    + " quotes, '{0}', or \\{0}.", word);
        }
        boolean vague = complaint.startsWith("Unexpected") || complaint.startsWith("Invalid") || complaint.startsWith("Missing");
        if (!vague) {
            return null;
        }
        int at = column - 1;
        boolean quote = complaint.startsWith("Unexpected character") && at >= 0 && at < line.length()
                && (line.charAt(at) == '\'' || line.charAt(at) == '"');
        if (quote) {
            String mark = String.valueOf(line.charAt(at));
            return Texts.of("The text that begins here has no closing {0} on its line. Close it; a text of several lines stands between"
                    + " {1} and {2}.", mark, mark.repeat(3), mark.repeat(3));
        }
        String bare = withoutTexts(line);
        Matcher comma = COMMA.matcher(bare);
        if (comma.find()) {
            return Texts.of("A comma is missing before {0}.", comma.group(1) != null ? comma.group(1) : comma.group(2));
        }
        Matcher colon = COLON.matcher(bare);
        if (colon.find()) {
            return Texts.of("A colon is missing after {0}: arguments are written Name: value.", colon.group(1));
        }
        Matcher equals = EQUALS.matcher(bare);
        if (equals.find()) {
            return Texts.of("Arguments are written Name: value, with a colon: {0}: …", equals.group(1));
        }
        return at >= 0 && at < bare.length() ? ofBracket(bare.charAt(at)) : null;
    }

    private static String ofBracket(char c) {
        if ("([{".indexOf(c) >= 0) {
            return Texts.of("The {0} here is never closed, or what follows it cannot be understood.", c);
        }
        return ")]}".indexOf(c) >= 0 ? Texts.of("The {0} here closes nothing.", c) : null;
    }

    private static String ofType(String name, String line) {
        for (String verb : Verbs.names()) {
            if (verb.equalsIgnoreCase(name)) {
                return Texts.of("There is no type {0}; the verb is spelled {1}.", name, verb);
            }
        }
        boolean declares = line.strip().matches(Pattern.quote(name) + "\\s+\\w+");
        return declares ? Texts.of("There is no type {0}. If it is an operation, its arguments stand in parentheses: {0}(Name: value)",
                name)
                : Texts.of("There is no class {0}. If it has a package, import it: import its.package.{0}", name);
    }

    /** The line with what stands in quotes made into underscores, so that no comma or colon in a text is taken for code. */
    private static String withoutTexts(String line) {
        StringBuilder bare = new StringBuilder(line);
        char open = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = line.charAt(i);
            if (open == 0 && (c == '\'' || c == '"')) {
                open = c;
                bare.setCharAt(i, '_');
            } else if (open != 0) {
                bare.setCharAt(i, '_');
                if (c == '\\' && i + 1 < bare.length()) {
                    bare.setCharAt(++i, '_');
                } else if (c == open) {
                    open = 0;
                }
            }
        }
        return bare.toString();
    }
}
