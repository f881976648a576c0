package dev.dwx.sandbox.sql;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A query or an expression as the embedded database reads it: MaxCompute's own words in its. */
final class QueryText {
    private static final int DEEPEST = 100;
    private static final Set<String> LIST_END = Set.of("from", "where", "group", "having", "order", "limit", "union", "except",
            "intersect", "minus", "window", "qualify", "into");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final List<SqlToken> tokens;
    private final boolean maxCompute;
    private final LocalDateTime now;
    private int depth;

    /**
     * @param tokens the statement that parts are taken of
     * @param now what the sandbox's clock says, for the functions that ask
     */
    QueryText(List<SqlToken> tokens, boolean maxCompute, LocalDateTime now) {
        this.tokens = tokens;
        this.maxCompute = maxCompute;
        this.now = now;
    }

    /** The part between two places. */
    String part(int from, int to) throws SqlFailure {
        if (++depth > DEEPEST) {
            throw SqlFailure.unplayed(tokens.get(from), "a statement of more than " + DEEPEST + " levels");
        }
        StringBuilder out = new StringBuilder();
        int at = from;
        while (at < to) {
            SqlToken token = tokens.get(at);
            SqlToken next = tokens.get(at + 1);
            if (token.is("select") && maxCompute) {
                at = selectList(out, at, to);
            } else if (token.is("(")) {
                int close = close(at, to);
                out.append('(').append(part(at + 1, close)).append(") ");
                at = close + 1;
            } else if (token.is(")")) {
                throw SqlFailure.syntax(token);
            } else if (token.isName() && next.is("(") && at + 1 < to && !SqlWords.isBracketed(token)) {
                at = call(out, at, to);
            } else if (token.is("/") && maxCompute) {
                int end = operand(at + 1, to);
                // The service divides exactly, and by zero without an error.
                out.append("* cast(1 as double precision) / nullif(").append(part(at + 1, end)).append(", 0) ");
                at = end;
            } else {
                out.append(word(token)).append(glued(token, next) ? "" : " ");
                at++;
            }
        }
        depth--;
        return out.toString();
    }

    private static boolean glued(SqlToken token, SqlToken next) {
        return token.is(".") || next.is(".");
    }

    private String word(SqlToken token) {
        if (token.kind() == SqlToken.Kind.WORD && (token.text().equals("current_timestamp")
                || token.text().equals("localtimestamp"))) {
            return stamp();
        }
        return token.is("==") ? "=" : token.is("rlike") ? "regexp" : token.sql();
    }

    private String stamp() {
        return "timestamp '" + STAMP.format(now) + "'";
    }

    /** Where the bracket closes. */
    int close(int open, int to) throws SqlFailure {
        int level = 0;
        for (int i = open; i < to; i++) {
            if (tokens.get(i).is("(")) {
                level++;
            } else if (tokens.get(i).is(")") && --level == 0) {
                return i;
            }
        }
        throw SqlFailure.syntax(tokens.get(Math.min(to, tokens.size() - 1)));
    }

    private int operand(int from, int to) throws SqlFailure {
        int at = from;
        while (at < to && (tokens.get(at).is("-") || tokens.get(at).is("+"))) {
            at++;
        }
        if (at >= to) {
            throw SqlFailure.syntax(tokens.get(Math.min(at, tokens.size() - 1)));
        }
        if (tokens.get(at).is("(")) {
            return close(at, to) + 1;
        }
        at++;
        while (at + 1 < to && tokens.get(at).is(".")) {
            at += 2;
        }
        return at < to && tokens.get(at).is("(") ? close(at, to) + 1 : at;
    }

    /** The columns of a select; one without a name gets the one that MaxCompute gives it. */
    private int selectList(StringBuilder out, int select, int to) throws SqlFailure {
        out.append("select ");
        int at = select + 1;
        if (tokens.get(at).is("distinct") || tokens.get(at).is("all")) {
            out.append(tokens.get(at).text()).append(' ');
            at++;
        }
        int number = 0;
        int from = at;
        while (true) {
            boolean end = at >= to || tokens.get(at).kind() == SqlToken.Kind.WORD && LIST_END.contains(tokens.get(at).text());
            if (end || tokens.get(at).is(",")) {
                if (at == from) {
                    throw SqlFailure.syntax(tokens.get(Math.min(at, tokens.size() - 1)));
                }
                out.append(part(from, at));
                if (!named(from, at)) {
                    out.append("as _c").append(number).append(' ');
                }
                number++;
                if (end) {
                    return at;
                }
                out.append(", ");
                from = at + 1;
                at++;
            } else {
                at = tokens.get(at).is("(") ? close(at, to) + 1 : at + 1;
            }
        }
    }

    private boolean named(int from, int to) {
        SqlToken last = tokens.get(to - 1);
        SqlToken before = to - 1 > from ? tokens.get(to - 2) : null;
        if (last.is("*") && (before == null || before.is("."))) {
            return true;
        }
        if (!last.isName() || last.is("end") || last.is("null") || last.is("true") || last.is("false")
                || last.is("current_timestamp") || last.is("current_date")) {
            return before != null && before.is("as");
        }
        return before == null || before.is(".") || before.is("as") || before.is(")") || before.is("end")
                || before.kind() != SqlToken.Kind.SIGN && !SqlWords.isBracketed(before);
    }

    /** The arguments between two brackets, each as its range. */
    private List<int[]> arguments(int open, int close) throws SqlFailure {
        List<int[]> arguments = new ArrayList<>();
        int from = open + 1;
        for (int at = from; at <= close; at++) {
            if (at == close || tokens.get(at).is(",")) {
                if (at > from || at < close) {
                    arguments.add(new int[] {from, at});
                }
                from = at + 1;
            } else if (tokens.get(at).is("(")) {
                at = close(at, close);
            }
        }
        return arguments;
    }

    private int call(StringBuilder out, int at, int to) throws SqlFailure {
        SqlToken name = tokens.get(at);
        SqlWords.function(name);
        int close = close(at + 1, to);
        if (!maxCompute && !name.is("now") && !name.is("getdate")) {
            out.append(name.is("cast") ? cast(at + 1, close) : name.text() + "(" + part(at + 2, close) + ")").append(' ');
            return close + 1;
        }
        List<int[]> ranges = arguments(at + 1, close);
        List<String> values = new ArrayList<>();
        if (!name.is("cast") && !name.is("extract") && !name.is("trim")) {
            for (int[] range : ranges) {
                values.add(part(range[0], range[1]).strip());
            }
        }
        out.append(name.is("cast") ? cast(at + 1, close) : values.isEmpty() && !ranges.isEmpty()
                ? name.text() + "(" + part(at + 2, close) + ")" : written(name, values)).append(' ');
        return close + 1;
    }

    private String cast(int open, int close) throws SqlFailure {
        int as = close - 1;
        while (as > open && !tokens.get(as).is("as")) {
            as--;
        }
        if (as == open) {
            throw SqlFailure.syntax(tokens.get(close));
        }
        SqlTypes.Type type = SqlTypes.read(tokens, as + 1);
        if (type.end() != close) {
            throw SqlFailure.syntax(tokens.get(type.end()));
        }
        return "cast(" + part(open + 1, as) + " as " + type.sql() + ")";
    }

    private String written(SqlToken name, List<String> values) throws SqlFailure {
        String all = String.join(", ", values);
        switch (name.text()) {
            case "getdate", "now", "current_timestamp", "localtimestamp":
                return stamp();
            case "concat":
                return "(" + String.join(" || ", values) + ")";
            case "nvl":
                return "coalesce(" + all + ")";
            case "if":
                return "case when " + one(name, values, 0) + " then " + one(name, values, 1) + " else " + one(name, values, 2)
                        + " end";
            case "avg":
                return values.size() == 1 && !values.get(0).startsWith("distinct") ? "avg(cast(" + all
                        + " as double precision))" : "avg(" + all + ")";
            case "wm_concat":
                return "listagg(" + one(name, values, 1) + ", " + one(name, values, 0) + ")";
            case "dateadd":
                return "dateadd('" + unit(name, one(name, values, 2)) + "', " + one(name, values, 1) + ", "
                        + stamped(one(name, values, 0)) + ")";
            case "date_add", "date_sub":
                return "dateadd('day', " + (name.is("date_sub") ? "-(" : "(") + one(name, values, 1) + "), "
                        + stamped(one(name, values, 0)) + ")";
            case "datediff":
                return "datediff('" + (values.size() < 3 ? "day" : unit(name, one(name, values, 2))) + "', "
                        + stamped(one(name, values, 1)) + ", " + stamped(one(name, values, 0)) + ")";
            case "datepart":
                return "extract(" + unit(name, one(name, values, 1)) + " from " + stamped(one(name, values, 0)) + ")";
            case "datetrunc":
                return "date_trunc('" + unit(name, one(name, values, 1)) + "', " + stamped(one(name, values, 0)) + ")";
            case "year", "quarter", "month", "day", "hour", "minute", "second":
                return "extract(" + name.text() + " from " + stamped(one(name, values, 0)) + ")";
            case "to_char":
                return values.size() == 1 ? "cast(" + all + " as varchar)" : "to_char(" + stamped(values.get(0)) + ", "
                        + format(values.get(1)) + ")";
            case "to_date":
                return values.size() == 1 ? "cast(" + all + " as date)" : "cast(to_timestamp(" + values.get(0) + ", "
                        + format(values.get(1)) + ") as timestamp(0))";
            case "lastday":
                return "last_day(" + all + ")";
            case "weekday":
                return "mod(extract(iso_day_of_week from " + all + ") + 6, 7)";
            case "tolower":
                return "lower(" + all + ")";
            case "toupper":
                return "upper(" + all + ")";
            case "pow":
                return "power(" + all + ")";
            case "log2":
                return "log(2, " + all + ")";
            case "md5":
                return "lower(rawtohex(hash('MD5', " + one(name, values, 0) + ", 1)))";
            default:
                return name.text() + "(" + all + ")";
        }
    }

    private static String one(SqlToken name, List<String> values, int index) throws SqlFailure {
        if (index >= values.size()) {
            throw SqlFailure.semantic(name, "function " + name.text() + " needs at least " + (index + 1)
                    + " arguments, and has " + values.size());
        }
        return values.get(index);
    }

    /** A date that is written as a text counts as one. */
    private static String stamped(String value) {
        return value.startsWith("'") ? "timestamp " + (value.length() == 12 ? value.substring(0, 11) + " 00:00:00'" : value)
                : value;
    }

    private static String unit(SqlToken name, String text) throws SqlFailure {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "'yyyy'", "'year'", "'yy'":
                return "year";
            case "'mm'", "'month'", "'mon'":
                return "month";
            case "'dd'", "'day'":
                return "day";
            case "'hh'", "'hour'", "'hh24'":
                return "hour";
            case "'mi'", "'minute'":
                return "minute";
            case "'ss'", "'second'":
                return "second";
            default:
                throw SqlFailure.semantic(name, "invalid date part " + text);
        }
    }

    /** Hours count to 24 where the service says so; the embedded database counts to 12. */
    private static String format(String text) {
        return text.replaceAll("(?i)hh(?!24|12)", "hh24");
    }
}
