package dev.dwx.dsl;

import dev.dwx.texts.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Reads Groovy text just far enough to know what is still open at its end: brackets, quotes, comments. It knows
 * single, double, triple, slashy and dollar-slashy strings with {@code ${…}} inside, and never fails: text that is
 * wrong is left to the compiler, which says so better.
 */
public final class SourceScan {
    /** Something that began and did not end: a bracket or a quote, with its place. */
    public record Open(String mark, int position) {
        /** Whether it is a string. */
        public boolean isQuote() {
            return mark.indexOf('\'') >= 0 || mark.indexOf('"') >= 0 || mark.equals("/") || mark.equals("$/");
        }

        /** Whether it is a comment. */
        public boolean isComment() {
            return mark.equals("//") || mark.equals("/*");
        }
    }

    private static final String BINARY = "+-*/%=<>&|^?:,.~";
    private static final Set<String> WANT_A_VALUE = Set.of("return", "in", "case", "assert", "throw");

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Integer> separators = new ArrayList<>();
    private final List<Integer> commas = new ArrayList<>();
    private final List<Integer> colons = new ArrayList<>();
    private final List<Integer> slashyEnds = new ArrayList<>();
    private int at;
    private int lastSignificant = -1;
    private int lastClosedParenthesis = -1;
    private int closedAt = -1;

    private SourceScan(String text) {
        this.text = text;
    }

    /** Reads a whole text. */
    public static SourceScan of(String text) {
        SourceScan scan = new SourceScan(text);
        while (scan.at < text.length()) {
            scan.step();
        }
        return scan;
    }

    /** Like {@link #of}, for the inside of a bracket: stops where that bracket closes. */
    public static SourceScan ofInside(String text) {
        SourceScan scan = new SourceScan(text);
        while (scan.at < text.length() && scan.closedAt < 0) {
            scan.step();
        }
        return scan;
    }

    /** The innermost thing that is open at the end, or {@code null}. */
    public Open innermost() {
        return open.peek();
    }

    /** What is open at the end, the innermost first. */
    public List<Open> opened() {
        return List.copyOf(open);
    }

    /** Places of commas outside every bracket. */
    public List<Integer> commas() {
        return commas;
    }

    /** Places of colons outside every bracket. */
    public List<Integer> colons() {
        return colons;
    }

    /** Place of the bracket that closes more than was opened, or the length of the text. */
    public int end() {
        return closedAt < 0 ? text.length() : closedAt;
    }

    /** The last statement outside every bracket. */
    public String lastStatement() {
        int end = lastSignificant + 1;
        int begin = 0;
        for (int separator : separators) {
            if (separator < lastSignificant) {
                begin = separator + 1;
            }
        }
        return begin < end ? text.substring(begin, end).strip() : "";
    }

    /**
     * What is missing before the text can be run, or {@code null} when nothing is: an unclosed bracket or quote, or a
     * right side. A single quote that is left open ends with its line, so it is an error and not a reason to wait; a
     * bracket too many is one that no further line can mend.
     */
    public String missing() {
        Open innermost = open.peek();
        if (innermost != null) {
            return switch (innermost.mark()) {
                case "'", "\"", "//" -> null;
                case "(" -> ")";
                case "[" -> "]";
                case "{", "${" -> "}";
                case "/*" -> "*/";
                case "$/" -> "/$";
                default -> innermost.mark();
            };
        }
        if (lastSignificant < 0) {
            return null;
        }
        char last = text.charAt(lastSignificant);
        if (last == '\\') {
            return Texts.of("the next line");
        }
        if (endsInOperator(last)) {
            return Texts.of("a right side");
        }
        return needsBody() ? Texts.of("a statement") : null;
    }

    private boolean endsInOperator(char last) {
        if (BINARY.indexOf(last) < 0) {
            return false;
        }
        char before = lastSignificant == 0 ? ' ' : text.charAt(lastSignificant - 1);
        boolean step = (last == '+' || last == '-') && before == last;
        boolean wildcard = last == '*' && before == '.';
        boolean generic = last == '>' && before != '-' && before != '=' && before != ' ' && before != '>';
        boolean slashy = last == '/' && slashyEnds.contains(lastSignificant);
        return !step && !wildcard && !generic && !slashy && before != '\'' && before != '"';
    }

    private boolean needsBody() {
        String statement = lastStatement();
        if (statement.equals("else") || statement.endsWith("}else") || statement.endsWith(" else")) {
            return true;
        }
        if (lastSignificant != lastClosedParenthesis) {
            return false;
        }
        String head = statement.startsWith("else ") ? statement.substring(5).strip() : statement;
        boolean keyword = startsWithWord(head, "if") || startsWithWord(head, "while") || startsWithWord(head, "for");
        return keyword && onlyHead(head);
    }

    private static boolean onlyHead(String statement) {
        int first = statement.indexOf('(');
        SourceScan inside = ofInside(statement.substring(first + 1));
        return first + 1 + inside.end() == statement.length() - 1;
    }

    private static boolean startsWithWord(String text, String word) {
        return text.startsWith(word) && text.length() > word.length()
                && (text.charAt(word.length()) == '(' || text.charAt(word.length()) == ' ');
    }

    private void step() {
        Open inner = open.peek();
        if (inner != null && inner.isComment()) {
            stepComment(inner);
        } else if (inner != null && inner.isQuote()) {
            stepQuote(inner);
        } else {
            stepCode();
        }
    }

    private void stepComment(Open inner) {
        boolean line = inner.mark().equals("//");
        if (line && text.charAt(at) == '\n') {
            open.pop();
            return;
        }
        if (!line && text.startsWith("*/", at)) {
            open.pop();
            at++;
        }
        at++;
    }

    private void stepQuote(Open inner) {
        String mark = inner.mark();
        char c = text.charAt(at);
        String end = mark.equals("$/") ? "/$" : mark;
        boolean dollar = mark.equals("$/");
        if (c == '\\' && !dollar || dollar && c == '$' && at + 1 < text.length() && "$/".indexOf(text.charAt(at + 1)) >= 0) {
            at += 2;
        } else if (text.startsWith(end, at)) {
            open.pop();
            at += end.length();
            lastSignificant = at - 1;
            if (mark.equals("/") || dollar) {
                slashyEnds.add(lastSignificant);
            }
        } else if (c == '\n' && (mark.equals("'") || mark.equals("\""))) {
            open.pop();
        } else if (mark.charAt(0) != '\'' && text.startsWith("${", at)) {
            open.push(new Open("${", at));
            at += 2;
        } else {
            at++;
        }
    }

    private void stepCode() {
        char c = text.charAt(at);
        String quote = quoteAt(c);
        if (quote != null) {
            open.push(new Open(quote, at));
            at += quote.length();
            return;
        }
        switch (c) {
            case '(', '[', '{' -> open.push(new Open(String.valueOf(c), at));
            case ')', ']', '}' -> close(c);
            case ',' -> note(commas);
            case ':' -> note(colons);
            case ';', '\n' -> note(separators);
            default -> {
            }
        }
        if (!Character.isWhitespace(c) && c != ';') {
            lastSignificant = at;
        }
        at++;
    }

    private void note(List<Integer> places) {
        if (open.isEmpty()) {
            places.add(at);
        }
    }

    private void close(char c) {
        if (open.isEmpty()) {
            closedAt = closedAt < 0 ? at : closedAt;
            return;
        }
        open.pop();
        if (c == ')') {
            lastClosedParenthesis = at;
        }
    }

    private String quoteAt(char c) {
        if (c == '\'' || c == '"') {
            String triple = String.valueOf(c).repeat(3);
            return text.startsWith(triple, at) ? triple : String.valueOf(c);
        }
        if (c == '/' && text.startsWith("//", at)) {
            return "//";
        }
        if (c == '/' && text.startsWith("/*", at)) {
            return "/*";
        }
        if (c == '#' && at == 0 && text.startsWith("#!")) {
            return "//";
        }
        if (c == '$' && text.startsWith("$/", at)) {
            return "$/";
        }
        return c == '/' && valueMayBegin() ? "/" : null;
    }

    /** A slash after a value divides; after an operator or a word that wants a value it begins a string. */
    private boolean valueMayBegin() {
        if (lastSignificant < 0 || at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1))) {
            return false;
        }
        char last = text.charAt(lastSignificant);
        return "(,=[{:;!&|?~+<>".indexOf(last) >= 0 || WANT_A_VALUE.contains(lastWord());
    }

    private String lastWord() {
        int begin = lastSignificant + 1;
        while (begin > 0 && Character.isJavaIdentifierPart(text.charAt(begin - 1))) {
            begin--;
        }
        return text.substring(begin, lastSignificant + 1);
    }
}
