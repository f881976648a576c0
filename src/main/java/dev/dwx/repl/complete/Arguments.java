package dev.dwx.repl.complete;

import dev.dwx.dsl.SourceScan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the pieces of an inside of a bracket, before and after the cursor. */
final class Arguments {
    private Arguments() {
    }

    /** The names that stand there, but for the piece that begins at {@code except}. */
    static Set<String> names(String text, int from, int except) {
        Set<String> names = new LinkedHashSet<>();
        for (String[] piece : pieces(text, from, except)) {
            if (piece[0] != null) {
                names.add(piece[0]);
            }
        }
        return names;
    }

    /** The plain texts and numbers that stand there with a name. */
    static Map<String, String> literals(String text, int from, int except) {
        Map<String, String> literals = new LinkedHashMap<>();
        for (String[] piece : pieces(text, from, except)) {
            if (piece[0] != null && isLiteral(piece[1])) {
                literals.put(piece[0], unquoted(piece[1]));
            }
        }
        return literals;
    }

    /** {@code 'a'} without its quotes; other texts as they are. */
    static String unquoted(String text) {
        boolean quoted = text.length() > 1 && (text.charAt(0) == '\'' || text.charAt(0) == '"') && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean isLiteral(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        boolean quoted = text.length() > 1 && (first == '\'' || first == '"') && text.indexOf(first, 1) == text.length() - 1 && text.indexOf('\\') < 0
                && (first == '\'' || text.indexOf('$') < 0);
        boolean digits = true;
        for (int i = 0; i < text.length(); i++) {
            digits &= Character.isDigit(text.charAt(i));
        }
        return quoted || digits || text.equals("true") || text.equals("false");
    }

    private static List<String[]> pieces(String text, int from, int except) {
        String rest = text.substring(from);
        SourceScan inside = SourceScan.ofInside(rest);
        List<Integer> ends = new ArrayList<>(inside.commas());
        ends.add(inside.end());
        List<String[]> pieces = new ArrayList<>();
        int begin = 0;
        for (int end : ends) {
            if (begin != except - from && begin <= end) {
                int colon = -1;
                for (int place : inside.colons()) {
                    colon = colon < 0 && place > begin && place < end ? place : colon;
                }
                String name = colon < 0 ? null : unquoted(rest.substring(begin, colon).strip());
                pieces.add(new String[] {name, rest.substring(colon + 1 > begin ? colon + 1 : begin, end).strip()});
            }
            begin = end + 1;
        }
        return pieces;
    }
}
