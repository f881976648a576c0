package dev.dwx.repl.line.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Cuts typed Groovy, finished or not, into spans that cover it once and in order. One pass; it never fails, and what is wrong
 * is left to the compiler. In strings it marks what Groovy fills in, what the scheduler fills in, and SQL.
 */
final class SourceSpans {
    private static final Set<String> KEYWORDS = Set.of("abstract", "as", "assert", "boolean", "break", "byte", "case", "catch", "char",
            "class", "continue", "def", "default", "do", "double", "else", "enum", "extends", "false", "final", "finally", "float", "for",
            "if", "implements", "import", "in", "instanceof", "int", "interface", "long", "new", "null", "package", "private", "protected",
            "public", "record", "return", "short", "static", "super", "switch", "this", "throw", "throws", "trait", "true", "try", "var",
            "void", "while", "yield");
    /** Words whose text may be SQL; a node's word, {@code sql('name')}, is followed by a name, which never begins as a statement does. */
    private static final Set<String> TAKE_SQL = Set.of("script", "runSql", "sql", "Sql", "SQL", "Script", "Content", "Query", "Code");
    private static final String VALUE_FOLLOWS = "(,=[{:;!&|?~+<>";

    private final String text;
    private final List<Span> spans = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final int[] partner;
    private int at;
    private Span before;
    private String owner = "";

    /** A bracket that is open; {@code quote} is the string that goes on after it, for a filled-in part of one, else {@code null}. */
    private record Open(int place, char closing, String quote, SqlSpans sql) {
    }

    private SourceSpans(String text) {
        this.text = text;
        partner = new int[text.length()];
        Arrays.fill(partner, -1);
    }

    static SourceSpans of(String text) {
        SourceSpans scan = new SourceSpans(text);
        while (scan.at < text.length()) {
            scan.code();
        }
        return scan;
    }

    List<Span> spans() {
        return spans;
    }

    /** The place of the other one of a pair of brackets, or -1. */
    int partner(int place) {
        return place < 0 || place >= partner.length ? -1 : partner[place];
    }

    private void add(int end, Kind kind) {
        if (end > at) {
            Span span = new Span(at, end, kind);
            spans.add(span);
            if (kind.isCode() || kind == Kind.PLAIN && !span.blank(text)) {
                before = span;
            }
            at = end;
        }
    }

    private void code() {
        char c = text.charAt(at);
        if (Character.isJavaIdentifierStart(c) && !text.startsWith("$/", at)) {
            word();
        } else if (c >= '0' && c <= '9') {
            number();
        } else if (c == '\'' || c == '"') {
            String triple = String.valueOf(c).repeat(3);
            string(text.startsWith(triple, at) ? triple : String.valueOf(c));
        } else if (text.startsWith("//", at) || at == 0 && text.startsWith("#!")) {
            add(orEnd(text.indexOf('\n', at)), Kind.COMMENT);
        } else if (text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            add(close < 0 ? text.length() : close + 2, Kind.COMMENT);
        } else if (text.startsWith("$/", at)) {
            string("$/");
        } else if (c == '/' && valueMayBegin()) {
            string("/");
        } else if (c == '(' || c == '[' || c == '{') {
            open.push(new Open(at, c == '(' ? ')' : c == '[' ? ']' : '}', null, null));
            add(at + 1, Kind.OPEN);
        } else if (c == ')' || c == ']' || c == '}') {
            close(c);
        } else if (Character.isWhitespace(c)) {
            int end = at + 1;
            while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            add(end, Kind.PLAIN);
        } else {
            add(at + 1, Kind.PLAIN);
        }
    }

    private int orEnd(int place) {
        return place < 0 ? text.length() : place;
    }

    private void word() {
        int end = at + 1;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end);
        boolean member = before != null && before.is(text, '.');
        owner = TAKE_SQL.contains(word) ? word : "";
        add(end, !member && KEYWORDS.contains(word) ? Kind.KEYWORD : Kind.WORD);
    }

    private void number() {
        int end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_' || decimalPoint(end))) {
            end++;
        }
        add(end, Kind.NUMBER);
    }

    private boolean decimalPoint(int place) {
        return text.charAt(place) == '.' && place + 1 < text.length() && Character.isDigit(text.charAt(place + 1));
    }

    private void close(char c) {
        Open inner = open.peek();
        if (inner == null || inner.closing() != c && open.stream().noneMatch(one -> one.closing() == c)) {
            add(at + 1, Kind.STRAY);
            return;
        }
        while (inner.closing() != c) {
            open.pop();
            inner = open.peek();
        }
        open.pop();
        partner[at] = inner.place();
        partner[inner.place()] = at;
        add(at + 1, inner.quote() == null ? Kind.CLOSE : Kind.INTERPOLATION);
        if (inner.quote() != null) {
            inside(inner.quote(), inner.sql());
        }
    }

    /** A slash after a value divides; after an operator or a word that wants a value it begins a string. */
    private boolean valueMayBegin() {
        if (before == null || at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1))) {
            return false;
        }
        return before.kind() == Kind.KEYWORD && !before.in(text).equals("this")
                || before.kind() != Kind.WORD && VALUE_FOLLOWS.indexOf(text.charAt(before.end() - 1)) >= 0;
    }

    private void string(String quote) {
        int begin = at;
        boolean sql = quote.charAt(0) != '/' && SqlSpans.begins(text, at + quote.length()) && (!owner.isEmpty() || quote.length() == 3);
        int end = at + quote.length();
        at = begin;
        add(end, Kind.STRING);
        owner = "";
        inside(quote, sql ? new SqlSpans(text) : null);
    }

    /** From within a string to its end, or to the code in a {@code ${}. */
    private void inside(String quote, SqlSpans words) {
        boolean groovy = quote.charAt(0) != '\'';
        boolean dollar = quote.equals("$/");
        String end = dollar ? "/$" : quote;
        boolean line = quote.equals("'") || quote.equals("\"");
        int place = at;
        while (place < text.length()) {
            char c = text.charAt(place);
            if (text.startsWith(end, place)) {
                add(place, Kind.STRING);
                add(place + end.length(), Kind.STRING);
                return;
            }
            if (line && c == '\n') {
                add(place, Kind.STRING);
                return;
            }
            if (c == '\\' && !dollar || dollar && c == '$' && place + 1 < text.length() && "$/".indexOf(text.charAt(place + 1)) >= 0) {
                place = Math.min(place + 2, text.length());
                continue;
            }
            if (c == '$') {
                int expression = Expressions.end(text, place, !groovy);
                if (expression < 0 && groovy && text.startsWith("${", place)) {
                    add(place, Kind.STRING);
                    open.push(new Open(at, '}', quote, words));
                    add(at + 2, Kind.INTERPOLATION);
                    return;
                }
                Kind kind = Kind.EXPRESSION;
                if (expression < 0 && groovy && !quote.equals("/") && place + 1 < text.length()
                        && Character.isJavaIdentifierStart(text.charAt(place + 1)) && text.charAt(place + 1) != '$') {
                    expression = Expressions.path(text, place + 1);
                    kind = Kind.INTERPOLATION;
                }
                if (expression > 0) {
                    add(place, Kind.STRING);
                    add(expression, kind);
                    place = expression;
                    continue;
                }
            }
            int found = words == null ? -1 : words.end(place, end);
            if (found > place) {
                add(place, Kind.STRING);
                add(found, words.kind());
                place = found;
                continue;
            }
            place++;
        }
        add(text.length(), Kind.STRING);
    }
}
