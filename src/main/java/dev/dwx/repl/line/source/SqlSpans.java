package dev.dwx.repl.line.source;

import java.util.Locale;
import java.util.Set;

/** Finds keywords, texts and comments of SQL within a string of Groovy. */
final class SqlSpans {
    private static final Set<String> STATEMENTS = Set.of("select", "insert", "create", "with", "drop", "alter", "merge", "delete", "update",
            "truncate", "set", "show", "desc", "describe", "explain", "from", "add", "use", "grant", "revoke", "analyze", "msck");
    private static final Set<String> KEYWORDS = Set.of("select", "insert", "create", "with", "drop", "alter", "merge", "delete", "update",
            "truncate", "set", "show", "desc", "describe", "explain", "from", "add", "use", "grant", "revoke", "analyze", "where", "group",
            "order", "by", "having", "limit", "offset", "join", "left", "right", "full", "inner", "outer", "cross", "on", "using", "as",
            "and", "or", "not", "in", "is", "null", "like", "rlike", "between", "exists", "case", "when", "then", "else", "end", "union",
            "all", "distinct", "into", "overwrite", "table", "view", "partition", "partitions", "partitioned", "if", "values", "over",
            "lateral", "asc", "cast", "interval", "true", "false", "lifecycle", "comment", "stored", "row", "rows", "unbounded",
            "preceding", "following", "current", "bigint", "string", "int", "double", "decimal", "boolean", "datetime", "timestamp", "date",
            "cluster", "distribute", "sort", "semi", "anti", "intersect", "except", "replace", "rename", "column", "columns", "function",
            "matched", "tblproperties", "qualify", "window", "for", "to", "primary", "key", "default");

    private final String text;
    private Kind kind;
    private char opened;

    SqlSpans(String text) {
        this.text = text;
    }

    /** Whether the text begins as a statement does, from this place on. */
    static boolean begins(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (text.startsWith("--", at)) {
            return true;
        }
        int end = wordEnd(text, at);
        boolean alone = end < text.length() && Character.isWhitespace(text.charAt(end));
        return alone && end - at <= 9 && STATEMENTS.contains(text.substring(at, end).toLowerCase(Locale.ROOT));
    }

    Kind kind() {
        return kind;
    }

    /** Where the span ends that begins at the place, or -1; the string ends with {@code quote}. */
    int end(int place, String quote) {
        char c = text.charAt(place);
        if (opened != 0) {
            kind = Kind.SQL_STRING;
            return inner(place, quote);
        }
        if (Character.isLetter(c)) {
            if (place > 0 && Character.isJavaIdentifierPart(text.charAt(place - 1))) {
                return -1;
            }
            int end = wordEnd(text, place);
            kind = Kind.SQL_KEYWORD;
            return end - place <= 13 && KEYWORDS.contains(text.substring(place, end).toLowerCase(Locale.ROOT)) ? end : -1;
        }
        if (text.startsWith("--", place) || text.startsWith("/*", place)) {
            kind = Kind.SQL_COMMENT;
            return comment(c == '-' ? "\n" : "*/", place, quote);
        }
        if (c == '\'' || c == '"') {
            kind = Kind.SQL_STRING;
            opened = c;
            return place + 1 == text.length() ? place + 1 : inner(place + 1, quote);
        }
        return -1;
    }

    /** A comment ends with the string that it is in at the latest. */
    private int comment(String mark, int place, String quote) {
        for (int i = place + 2; i < text.length(); i++) {
            if (text.startsWith(mark, i)) {
                return mark.equals("*/") ? i + 2 : i;
            }
            if (ends(i, quote)) {
                return i;
            }
        }
        return text.length();
    }

    /** The next piece of an SQL text: to its end, or as far as something is filled in. */
    private int inner(int place, String quote) {
        for (int i = place; i < text.length(); i++) {
            if (ends(i, quote) || i > place && text.charAt(i) == '$') {
                return i;
            }
            if (text.charAt(i) == opened) {
                opened = 0;
                return i + 1;
            }
        }
        return text.length();
    }

    private boolean ends(int i, String quote) {
        return text.startsWith(quote, i) || text.charAt(i) == '\\' || quote.length() == 1 && text.charAt(i) == '\n';
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }
}
