package dev.dwx.repl.complete;

import dev.dwx.dsl.SourceScan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is being typed at the cursor: a pure function of the text and the cursor's place, so that no source of
 * candidates has to know about positions, quotes or brackets.
 */
public sealed interface CompletionContext {
    /** What is there of the word, up to the cursor. */
    String prefix();

    /** Nothing that can be completed: a comment, a text, a number. */
    record Nothing(String prefix) implements CompletionContext {
    }

    /** The name of a {@code :} command, without the colon. */
    record CommandName(String prefix) implements CompletionContext {
    }

    /** What follows a {@code :} command. */
    record CommandArgument(String command, String prefix) implements CompletionContext {
    }

    /** A bare name. */
    record OperationName(String prefix) implements CompletionContext {
    }

    /** A word at the beginning of a statement inside a block; {@code block} is the word that begins the block. */
    record BlockWord(String block, String prefix) implements CompletionContext {
    }

    /** A name behind {@code v2020.} or {@code v2024.}; {@code pin} is the year. */
    record PinnedOperation(String pin, String prefix) implements CompletionContext {
    }

    /** A member behind an operation's name, {@code ListProjects.he}. */
    record HandleMember(Callee callee, String prefix) implements CompletionContext {
    }

    /** A parameter's name inside an operation's call. */
    record ParameterName(Callee callee, Set<String> given, String prefix) implements CompletionContext {
    }

    /** A parameter's value; {@code quote} is the quote that is open, or empty. */
    record ParameterValue(Callee callee, String parameter, String quote, String prefix) implements CompletionContext {
    }

    /**
     * The operation that is called.
     *
     * @param operation its name
     * @param pin the year of the version that is asked for ({@code 2020}), or {@code null}
     */
    record Callee(String operation, String pin) {
        /** Reads {@code ListProjects}, {@code v2020.ListFiles} or {@code ListNodes.all}; {@code null} for anything else. */
        static Callee of(String path) {
            String[] parts = path.split("\\.");
            String pin = parts.length > 0 && isPin(parts[0]) ? parts[0].substring(1) : null;
            int name = pin == null ? 0 : 1;
            boolean operation = name < parts.length && parts.length - name <= 2 && !parts[name].isEmpty()
                    && Character.isUpperCase(parts[name].charAt(0));
            return operation ? new Callee(parts[name], pin) : null;
        }
    }

    /** Reads the text up to the cursor; what follows the cursor only tells which parameters are given already. */
    static CompletionContext of(String text, int cursor) {
        String before = text.substring(0, Math.min(cursor, text.length()));
        if (before.stripLeading().startsWith(":")) {
            return command(before.stripLeading().substring(1));
        }
        SourceScan scan = SourceScan.of(before);
        SourceScan.Open inner = scan.innermost();
        if (inner != null && inner.isComment()) {
            return new Nothing("");
        }
        if (inner != null && inner.isQuote()) {
            return quoted(text, before, scan);
        }
        int begin = before.length();
        while (begin > 0 && isNamePart(before.charAt(begin - 1))) {
            begin--;
        }
        String prefix = before.substring(begin);
        if (!prefix.isEmpty() && Character.isDigit(prefix.charAt(0))) {
            return new Nothing(prefix);
        }
        if (begin > 0 && before.charAt(begin - 1) == '.') {
            return member(path(before, begin - 1), prefix);
        }
        CompletionContext argument = argument(text, before, begin, "", prefix, scan.opened());
        if (argument != null) {
            return argument;
        }
        String block = BlockAt.of(before, begin, scan.opened());
        return block == null ? new OperationName(prefix) : new BlockWord(block, prefix);
    }

    private static CompletionContext command(String line) {
        int space = line.indexOf(' ');
        return space < 0 ? new CommandName(line)
                : new CommandArgument(line.substring(0, space), line.substring(space + 1).stripLeading());
    }

    private static CompletionContext member(String path, String prefix) {
        if (isPin(path)) {
            return new PinnedOperation(path.substring(1), prefix);
        }
        Callee callee = path.isEmpty() ? null : Callee.of(path);
        return callee == null ? new Nothing(prefix) : new HandleMember(callee, prefix);
    }

    private static CompletionContext quoted(String text, String before, SourceScan scan) {
        SourceScan.Open quote = scan.innermost();
        String prefix = before.substring(quote.position() + quote.mark().length());
        List<SourceScan.Open> outside = scan.opened().subList(1, scan.opened().size());
        boolean plain = quote.mark().equals("'") || quote.mark().equals("\"");
        CompletionContext found = plain ? argument(text, before, quote.position(), quote.mark(), prefix, outside) : null;
        return found instanceof ParameterValue ? found : new Nothing(prefix);
    }

    /** The place inside an operation's arguments, or {@code null} when the word stands in none. */
    private static CompletionContext argument(
            String text, String before, int begin, String quote, String prefix, List<SourceScan.Open> opened) {
        int arguments = -1;
        Callee callee = null;
        if (!opened.isEmpty() && opened.get(0).mark().equals("(")) {
            arguments = opened.get(0).position() + 1;
            String path = path(before, arguments - 1);
            callee = path.isEmpty() ? null : Callee.of(path);
        } else if (opened.isEmpty() || opened.get(0).mark().equals("{")) {
            int from = opened.isEmpty() ? 0 : opened.get(0).position() + 1;
            int[] place = new int[1];
            callee = withoutParentheses(before.substring(0, begin), from, place);
            arguments = place[0];
        }
        if (callee == null) {
            return null;
        }
        SourceScan inside = SourceScan.of(before.substring(arguments, begin));
        int piece = arguments + (inside.commas().isEmpty() ? 0 : inside.commas().get(inside.commas().size() - 1) + 1);
        int colon = -1;
        for (int place : inside.colons()) {
            colon = arguments + place >= piece && colon < 0 ? arguments + place : colon;
        }
        if (colon < 0) {
            boolean alone = before.substring(piece, begin).isBlank();
            return alone && quote.isEmpty() ? new ParameterName(callee, given(text, arguments, piece), prefix) : null;
        }
        String parameter = before.substring(piece, colon).strip();
        boolean first = before.substring(colon + 1, begin).isBlank();
        return first ? new ParameterValue(callee, parameter, quote, prefix) : null;
    }

    /** {@code ListProjects PageSize: 10}: the call ends with its line and may stand behind an assignment. */
    private static Callee withoutParentheses(String before, int from, int[] arguments) {
        int begin = from;
        for (int i = from; i < before.length(); i++) {
            char c = before.charAt(i);
            char last = i > from ? before.charAt(i - 1) : ' ';
            boolean arrow = c == '>' && last == '-';
            boolean assigns = c == '=' && i + 1 < before.length() && before.charAt(i + 1) == ' ' && last == ' ';
            if (c == '\n' || c == ';' || arrow || assigns) {
                begin = i + 1;
            }
        }
        while (begin < before.length() && before.charAt(begin) == ' ') {
            begin++;
        }
        int end = begin;
        while (end < before.length() && (isNamePart(before.charAt(end)) || before.charAt(end) == '.')) {
            end++;
        }
        arguments[0] = end;
        boolean called = end > begin && end < before.length() && before.charAt(end) == ' ';
        return called ? Callee.of(before.substring(begin, end)) : null;
    }

    /** Names given in the other pieces of the call, before and after the cursor. */
    private static Set<String> given(String text, int arguments, int piece) {
        String rest = text.substring(arguments);
        SourceScan inside = SourceScan.ofInside(rest);
        Set<String> names = new LinkedHashSet<>();
        List<Integer> ends = new ArrayList<>(inside.commas());
        ends.add(inside.end());
        int begin = 0;
        for (int end : ends) {
            for (int colon : inside.colons()) {
                if (colon > begin && colon < end && begin != piece - arguments) {
                    names.add(rest.substring(begin, colon).strip());
                    break;
                }
            }
            begin = end + 1;
        }
        return names;
    }

    /** The dotted name that ends at the place. */
    private static String path(String text, int end) {
        int begin = end;
        while (begin > 0 && (isNamePart(text.charAt(begin - 1)) || text.charAt(begin - 1) == '.')) {
            begin--;
        }
        return text.substring(begin, end);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isPin(String word) {
        return word.length() == 5 && word.charAt(0) == 'v' && word.chars().skip(1).allMatch(Character::isDigit);
    }
}
