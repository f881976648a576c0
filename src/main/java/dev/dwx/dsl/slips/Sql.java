package dev.dwx.dsl.slips;

import dev.dwx.texts.Texts;
import java.util.regex.Pattern;

/** SQL where the language is wanted: a statement, of one line or of many, as it is pasted. */
final class Sql {
    private static final Pattern STATEMENT = Pattern.compile("(?is)(?:--[^\\n]*\\n\\s*)*(select\\s+(?:[\\w*`'\"(@$\\x{4e00}-\\x{9fff}]|--).*"
            + "|insert\\s+(?:into|overwrite)\\b.*|create\\s+(?:or\\s+replace\\s+)?(?:external\\s+)?(?:table|view)\\b.*"
            + "|drop\\s+(?:table|view)\\b.*|alter\\s+table\\b.*|with\\s+\\w+\\s+as\\s*\\(.*|show\\s+(?:tables|databases|partitions|create)\\b.*"
            + "|desc\\s+\\w.*|truncate\\s+table\\b.*|delete\\s+from\\b.*|update\\s+\\w+\\s+set\\b.*|merge\\s+into\\b.*|set\\s+odps\\.[\\w.]+\\s*=.*)");
    /** A longer statement is not said again; whoever pasted it has it. */
    private static final int LONGEST_SAID = 12;

    private Sql() {
    }

    /** What to type instead, or {@code null}. */
    static String of(String text) {
        if (!STATEMENT.matcher(text).matches()) {
            return null;
        }
        String sql = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        return Texts.of("That is SQL. To run it: {0}", sql.indexOf('\n') < 0 ? ofLine(sql) : ofLines(sql));
    }

    private static String ofLine(String sql) {
        return sql.indexOf('\'') >= 0 ? "runSql(\"\"\"" + sql.replace("$", "\\$") + "\"\"\")" : "runSql('" + sql + "')";
    }

    /** In three single quotes, where what is for the scheduler stays as it is. */
    private static String ofLines(String sql) {
        String text = sql.lines().count() > LONGEST_SAID ? "…" : sql.replace("\\", "\\\\").replace("'''", "\\'\\'\\'");
        boolean quote = text.endsWith("'") && !text.endsWith("\\'");
        return "runSql('''" + (quote ? text.substring(0, text.length() - 1) + "\\'" : text) + "''')";
    }
}
