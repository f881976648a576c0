package dev.dwx.dsl.slips;

import dev.dwx.texts.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value that is led into a program of a shell: here the same is done by a method of the value. */
final class ShellPipe {
    private static final Pattern PIPE = Pattern.compile("([^|\\s][^|]*?)\\s*\\|\\s*(grep|egrep|head|tail|wc|sort|uniq|jq|less|more|awk|sed|cut|xargs|tee|column)\\b\\s*([^|]*?)\\s*(?:\\|.*)?");
    private static final Pattern COUNT = Pattern.compile("-n?\\s*(\\d+)");
    private static final int LINES = 10;

    private ShellPipe() {
    }

    /** What to type instead; {@code null} when it is none. */
    static String of(String text) {
        Matcher pipe = PIPE.matcher(text);
        if (!pipe.matches()) {
            return null;
        }
        String value = pipe.group(1);
        String program = pipe.group(2);
        String words = pipe.group(3);
        return switch (program) {
            case "less", "more", "column" -> Texts.of("Nothing is led into {0} here: the prompt opens what is taller than the window in a pager by itself. Type: {1}",
                    program, value);
            case "tee" -> Texts.of("Nothing is led into {0} here. To write a value to a file: {1}", program, "save(" + value + ", 'file.csv')");
            default -> Texts.of("Nothing is led into {0} here: a value has methods that do the same. Try: {1}", program, value + method(program, words));
        };
    }

    private static String method(String program, String words) {
        Matcher count = COUNT.matcher(words);
        String lines = count.find() ? count.group(1) : String.valueOf(LINES);
        return switch (program) {
            case "grep", "egrep" -> words.startsWith("-v ") ? ".findAll { !\"$it\".contains('" + searched(words) + "') }"
                    : ".findAll { \"$it\".contains('" + searched(words) + "') }";
            case "head" -> ".take(" + lines + ")";
            case "tail" -> ".toList().takeRight(" + lines + ")";
            case "wc" -> ".size()";
            case "sort" -> ".sort { it.Name }";
            case "uniq" -> ".unique()";
            case "xargs" -> ".each { println it }";
            default -> "*.Name";
        };
    }

    /** The last word, without quotes; the others are options. */
    private static String searched(String words) {
        int quote = Math.max(words.lastIndexOf('\''), words.lastIndexOf('"'));
        int first = quote < 0 ? -1 : words.indexOf(words.charAt(quote));
        String word = first >= 0 && first < quote ? words.substring(first + 1, quote) : words.substring(words.lastIndexOf(' ') + 1);
        return word.isEmpty() ? "…" : word.replace("\\", "").replace("'", "");
    }
}
