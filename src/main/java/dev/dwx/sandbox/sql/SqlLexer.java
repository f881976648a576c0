package dev.dwx.sandbox.sql;

import dev.dwx.sandbox.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a script into its words, and the words into statements. */
final class SqlLexer {
    private static final String[] DOUBLE = {"==", "<=", ">=", "<>", "!=", "||", "::"};
    private static final String SINGLE = "()+-*/%=<>,;.[]";

    private final String sql;
    /** In MaxCompute double quotes hold a text and a backslash escapes; elsewhere they quote a name. */
    private final boolean maxCompute;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private SqlLexer(String sql, boolean maxCompute) {
        this.sql = sql;
        this.maxCompute = maxCompute;
    }

    /** The statements of a script, each without its semicolon and with an END; empty ones are left out. */
    static List<List<SqlToken>> statements(String sql, boolean maxCompute) throws SqlFailure {
        SqlLexer lexer = new SqlLexer(sql, maxCompute);
        lexer.read();
        List<List<SqlToken>> statements = new ArrayList<>();
        List<SqlToken> one = new ArrayList<>();
        for (SqlToken token : lexer.tokens) {
            if (!token.is(";") && token.kind() != Kind.END) {
                one.add(token);
            } else if (!one.isEmpty()) {
                one.add(new SqlToken(Kind.END, "", token.line(), token.column()));
                statements.add(one);
                one = new ArrayList<>();
            }
        }
        return statements;
    }

    private void read() throws SqlFailure {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\n') {
                at++;
                newLine();
            } else if (Character.isWhitespace(c) || c == '\ufeff') {
                at++;
            } else if (sql.startsWith("--", at)) {
                at = end(sql.indexOf('\n', at));
            } else if (sql.startsWith("/*", at)) {
                comment();
            } else if (c == '\'' || c == '"' && maxCompute) {
                text(c);
            } else if (c == '`' || c == '"') {
                quoted(c);
            } else if (c >= '0' && c <= '9') {
                number();
            } else if (Character.isLetter(c) || c == '_') {
                int from = at;
                while (at < sql.length() && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '_')) {
                    at++;
                }
                boolean first = tokens.isEmpty() || tokens.get(tokens.size() - 1).is(";");
                add(Kind.WORD, sql.substring(from, at).toLowerCase(Locale.ROOT), from);
                if (first && tokens.get(tokens.size() - 1).is("set")) {
                    setting();
                }
            } else {
                sign(c);
            }
        }
        add(Kind.END, "", at);
    }

    private void add(Kind kind, String text, int from) {
        tokens.add(new SqlToken(kind, text, line, from - lineStart + 1));
    }

    /** What a setting is set to may hold anything but a semicolon. */
    private void setting() {
        int from = at;
        int close = end(sql.indexOf(';', at));
        add(Kind.TEXT, sql.substring(at, close).strip(), from);
        for (; at < close; at++) {
            if (sql.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private int end(int found) {
        return found < 0 ? sql.length() : found;
    }

    private void newLine() {
        line++;
        lineStart = at;
    }

    private void comment() throws SqlFailure {
        int close = sql.indexOf("*/", at + 2);
        if (close < 0) {
            throw SqlFailure.syntax(new SqlToken(Kind.SIGN, "/*", line, at - lineStart + 1));
        }
        for (; at < close + 2; at++) {
            if (sql.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private void text(char quote) throws SqlFailure {
        SqlToken start = new SqlToken(Kind.SIGN, Character.toString(quote), line, at - lineStart + 1);
        StringBuilder text = new StringBuilder();
        for (at++; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (c == '\\' && maxCompute && at + 1 < sql.length()) {
                at++;
                escape(text, sql.charAt(at));
            } else if (c == quote && !maxCompute && at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                text.append(quote);
                at++;
            } else if (c == quote) {
                at++;
                tokens.add(new SqlToken(Kind.TEXT, text.toString(), start.line(), start.column()));
                return;
            } else {
                text.append(c);
                if (c == '\n') {
                    line++;
                    lineStart = at + 1;
                }
            }
        }
        throw SqlFailure.syntax(start);
    }

    private void escape(StringBuilder text, char c) {
        int known = "ntr0".indexOf(c);
        if (c == '%' || c == '_') {
            // A pattern keeps its own escapes.
            text.append('\\');
        }
        text.append(known < 0 ? c : "\n\t\r\0".charAt(known));
    }

    private void quoted(char quote) throws SqlFailure {
        int close = sql.indexOf(quote, at + 1);
        String name = close < 0 ? "" : sql.substring(at + 1, close);
        if (name.isBlank() || name.indexOf('\n') >= 0 || name.indexOf('\0') >= 0) {
            throw SqlFailure.syntax(new SqlToken(Kind.SIGN, Character.toString(quote), line, at - lineStart + 1));
        }
        add(Kind.QUOTED, name, at);
        at = close + 1;
    }

    /** A number; the letters that MaxCompute writes behind one to say its type mean nothing here. */
    private void number() {
        int from = at;
        boolean exponent = false;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            boolean power = !exponent && (c == 'e' || c == 'E') && at + 1 < sql.length()
                    && (Character.isDigit(sql.charAt(at + 1)) || sql.charAt(at + 1) == '-' || sql.charAt(at + 1) == '+');
            if (power) {
                exponent = true;
                at++;
            } else if (c != '.' && (c < '0' || c > '9')) {
                break;
            }
            at++;
        }
        String digits = sql.substring(from, at);
        for (String suffix : new String[] {"BD", "L", "S", "Y"}) {
            if (maxCompute && sql.regionMatches(true, at, suffix, 0, suffix.length())) {
                at += suffix.length();
                break;
            }
        }
        add(Kind.NUMBER, digits, from);
    }

    private void sign(char c) throws SqlFailure {
        for (String two : DOUBLE) {
            if (sql.startsWith(two, at)) {
                add(Kind.SIGN, two, at);
                at += 2;
                return;
            }
        }
        if (SINGLE.indexOf(c) < 0) {
            throw SqlFailure.syntax(new SqlToken(Kind.SIGN, Character.toString(c), line, at - lineStart + 1));
        }
        add(Kind.SIGN, Character.toString(c), at);
        at++;
    }
}
