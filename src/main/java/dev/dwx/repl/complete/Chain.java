package dev.dwx.repl.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way to a value as it is written: {@code nodes.items[0].Name}, {@code ListNodes(PageSize: 1)*}.
 *
 * @param begin where it begins in the text
 * @param root its first name
 * @param called whether the first name is called
 * @param steps what follows
 */
record Chain(int begin, String root, boolean called, List<Step> steps) {
    /** What a step does. */
    enum Kind {
        /** {@code .Name}. */
        FIELD,
        /** {@code [0]}, with what stands in the brackets. */
        INDEX,
        /** {@code .findAll(…)} or {@code .findAll { … }}. */
        CALL,
        /** {@code *.}: each of its elements. */
        SPREAD
    }

    /** One step, with its name or index. */
    record Step(Kind kind, String text) {
    }

    /** The chain that ends at {@code end}; empty where none does. */
    static Optional<Chain> endingAt(String text, int end) {
        List<Step> steps = new ArrayList<>();
        int at = inLineBefore(text, end);
        boolean call = false;
        while (at > 0) {
            char last = text.charAt(at - 1);
            if (last == ')' || last == '}') {
                at = Characters.beforeBlanks(text, opening(text, at - 1));
                call = true;
            } else if (last == ']' && !call) {
                int open = opening(text, at - 1);
                if (open <= 0 || !isIndexed(text.charAt(open - 1))) {
                    return Optional.empty();
                }
                steps.add(0, new Step(Kind.INDEX, text.substring(open + 1, at - 1).strip()));
                at = open;
            } else if (Characters.isNamePart(last)) {
                int begin = at;
                while (begin > 0 && Characters.isNamePart(text.charAt(begin - 1))) {
                    begin--;
                }
                String name = text.substring(begin, at);
                int dot = begin - 1;
                if (dot <= 0 || text.charAt(dot) != '.') {
                    boolean word = !Character.isDigit(name.charAt(0));
                    return word ? Optional.of(new Chain(begin, name, call, List.copyOf(steps))) : Optional.empty();
                }
                steps.add(0, new Step(call ? Kind.CALL : Kind.FIELD, name));
                call = false;
                char before = text.charAt(dot - 1);
                if (before == '*') {
                    steps.add(0, new Step(Kind.SPREAD, "*"));
                }
                at = before == '*' || before == '?' || before == '&' ? dot - 1 : dot;
                at = inLineBefore(text, at);
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A chain may go on in the next line, before its dot. */
    private static int inLineBefore(String text, int end) {
        int at = Characters.beforeBlanks(text, end);
        boolean line = at > 0 && (text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r');
        while (at > 0 && (text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r')) {
            at = Characters.beforeBlanks(text, at - 1);
        }
        return line ? at : end;
    }

    /** The same chain, seen as its elements. */
    Chain spread() {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(Kind.SPREAD, "*"));
        return new Chain(begin, root, called, List.copyOf(more));
    }

    /** The chain without its last step. */
    Chain withoutLast() {
        return new Chain(begin, root, called, steps.subList(0, steps.size() - 1));
    }

    private static boolean isIndexed(char last) {
        return Characters.isNamePart(last) || last == ')' || last == ']' || last == '}';
    }

    /** Where the bracket opens that closes at {@code at}; 0 where it does not. Quotes are skipped over. */
    private static int opening(String text, int at) {
        int depth = 0;
        for (int i = at; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                int open = text.lastIndexOf(c, i - 1);
                while (open > 0 && text.charAt(open - 1) == '\\') {
                    open = text.lastIndexOf(c, open - 1);
                }
                i = Math.max(open, 0);
            } else if (c == ')' || c == ']' || c == '}') {
                depth++;
            } else if (c == '(' || c == '[' || c == '{') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return 0;
    }
}
