package dev.dwx.repl.complete;

import dev.dwx.dsl.SourceScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a word stands in the arguments of a call: in which one, and how deep in the lists and maps of it.
 *
 * @param path what is called, {@code v2020.ListFiles}
 * @param block the word that begins the block around the call, or {@code null}
 * @param parentheses whether the arguments stand in parentheses
 * @param way the argument's name and the keys below it, {@link #ELEMENT} for elements without a key; empty where the argument has no
 *     name (yet)
 * @param number how many arguments without a name stand before it
 * @param given the names that stand beside it in the innermost bracket
 * @param arguments the call's other arguments that are plain texts and numbers, by name
 * @param firstOfItsPiece whether nothing stands between the last comma or colon and the word
 */
record ArgumentPlace(String path, String block, boolean parentheses, List<String> way, int number, Set<String> given,
        Map<String, String> arguments, boolean firstOfItsPiece) {
    static final String ELEMENT = "[]";

    /** One piece between commas. */
    private record Piece(int begin, String key, int number, boolean alone) {
    }

    /** The place of the word that begins at {@code begin}, or {@code null} when it is in no call's arguments. */
    static ArgumentPlace of(String text, String before, int begin, List<SourceScan.Open> opened) {
        List<String> way = new ArrayList<>();
        int end = begin;
        boolean alone = true;
        int innermost = -1;
        int inner = -1;
        for (int level = 0; level <= opened.size(); level++) {
            String mark = level == opened.size() ? "{" : opened.get(level).mark();
            int from = level == opened.size() ? 0 : opened.get(level).position() + 1;
            boolean parentheses = mark.equals("(");
            String path;
            if (mark.equals("[")) {
                if (isIndex(before, from - 1)) {
                    return null;
                }
                path = null;
            } else if (parentheses) {
                path = path(before, from - 1);
            } else if (mark.equals("{") || mark.equals("${")) {
                int[] arguments = new int[1];
                path = mark.equals("{") ? spoken(before, from, end, arguments) : null;
                if (path == null) {
                    return null;
                }
                from = arguments[0];
            } else {
                return null;
            }
            Piece piece = piece(before, from, end);
            if (level == 0) {
                alone = piece.alone();
                innermost = from;
                inner = piece.begin();
            } else if (!piece.alone()) {
                return null;
            }
            if (piece.key() != null) {
                way.add(0, piece.key());
            } else if (path == null) {
                way.add(0, ELEMENT);
            } else if (level > 0) {
                way.add(0, ELEMENT);
            }
            if (path != null) {
                return path.isEmpty() ? null : new ArgumentPlace(path, block(before, opened, level), parentheses, List.copyOf(way), piece.number(),
                        Arguments.names(text, innermost, inner), Arguments.literals(text, from, piece.begin()), alone);
            }
            end = from - 1;
        }
        return null;
    }

    private static String block(String before, List<SourceScan.Open> opened, int level) {
        for (int i = level; i < opened.size(); i++) {
            if (opened.get(i).mark().equals("{")) {
                return BlockAt.word(before, opened.get(i).position());
            }
        }
        return null;
    }

    /** The piece of a bracket's inside that ends at {@code end}. */
    private static Piece piece(String before, int from, int end) {
        SourceScan inside = SourceScan.of(before.substring(from, Math.max(from, end)));
        List<Integer> commas = inside.commas();
        int begin = from + (commas.isEmpty() ? 0 : commas.get(commas.size() - 1) + 1);
        int colon = -1;
        int named = 0;
        int last = -1;
        for (int place : inside.colons()) {
            if (from + place >= begin) {
                colon = colon < 0 ? from + place : colon;
            } else {
                int owner = 0;
                while (owner < commas.size() && commas.get(owner) < place) {
                    owner++;
                }
                named += owner == last ? 0 : 1;
                last = owner;
            }
        }
        String key = colon < 0 ? null : Arguments.unquoted(before.substring(begin, colon).strip());
        boolean alone = before.substring(colon < 0 ? begin : colon + 1, Math.max(begin, end)).isBlank();
        return new Piece(begin, key, commas.size() - named, alone);
    }

    /** {@code r[} asks for an element, {@code f [} begins a list. */
    private static boolean isIndex(String before, int bracket) {
        char last = bracket == 0 ? ' ' : before.charAt(bracket - 1);
        return Characters.isNamePart(last) || last == ')' || last == ']';
    }

    /** The dotted name that ends at the place, with {@code new} before it. */
    static String path(String text, int end) {
        int begin = end;
        while (begin > 0 && (Characters.isNamePart(text.charAt(begin - 1)) || text.charAt(begin - 1) == '.')) {
            begin--;
        }
        int word = Characters.beforeBlanks(text, begin);
        boolean made = begin < end && word < begin && text.startsWith("new", word - 3) && (word == 3 || !Characters.isNamePart(text.charAt(word - 4)));
        return (made ? "new " : "") + text.substring(begin, end);
    }

    /** {@code ListProjects PageSize: 10}: a call without parentheses ends with its line and may stand behind an assignment. */
    private static String spoken(String before, int from, int end, int[] arguments) {
        int begin = begin(before, from, end);
        while (begin < end && before.charAt(begin) == ' ') {
            begin++;
        }
        int after = begin;
        while (after < end && (Characters.isNamePart(before.charAt(after)) || before.charAt(after) == '.')) {
            after++;
        }
        arguments[0] = after;
        boolean called = after > begin && after < end && before.charAt(after) == ' ';
        return called ? before.substring(begin, after) : null;
    }

    private static int begin(String before, int from, int end) {
        int begin = from;
        int depth = 0;
        char quote = 0;
        for (int i = from; i < end; i++) {
            char c = before.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote || c == '\n' ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (depth == 0) {
                char last = i > from ? before.charAt(i - 1) : ' ';
                boolean arrow = c == '>' && last == '-';
                boolean assigns = c == '=' && i + 1 < before.length() && before.charAt(i + 1) == ' ' && last == ' ';
                begin = c == '\n' || c == ';' || arrow || assigns ? i + 1 : begin;
            }
        }
        return begin;
    }
}
