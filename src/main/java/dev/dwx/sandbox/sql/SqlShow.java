package dev.dwx.sandbox.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code show tables}, {@code show partitions t}, {@code show create table t}, {@code desc t}. */
final class SqlShow {
    private final SqlRun run;
    private final List<SqlToken> tokens;

    SqlShow(SqlRun run, List<SqlToken> tokens) {
        this.run = run;
        this.tokens = tokens;
    }

    void show() throws SqlFailure, SQLException {
        SqlToken what = tokens.get(1);
        SqlWrites writes = new SqlWrites(run, tokens);
        if (!tokens.get(0).is("show")) {
            SqlRun.Named named = run.there(tokens, what.is("extended") || what.is("table") ? 2 : 1);
            writes.end(named.end());
            describe(named.table());
        } else if (what.is("tables")) {
            tables();
        } else if (what.is("partitions")) {
            SqlRun.Named named = run.there(tokens, 2);
            writes.end(named.end());
            SqlWrites.keys(named, java.util.Map.of(), false);
            if (named.table().keys().isEmpty()) {
                throw SqlFailure.semantic(named.token(), "table " + named.shown() + " is not a partitioned table");
            }
            ResultText text = ResultText.of("partition");
            named.table().partitions().forEach(text::row);
            run.log.append(text.text());
        } else if (what.is("create") && tokens.get(2).is("table")) {
            SqlRun.Named named = run.there(tokens, 3);
            writes.end(named.end());
            run.log.append(ddl(named.table()));
        } else {
            throw SqlFailure.unplayed(what, "show " + what.text());
        }
    }

    private void tables() throws SqlFailure {
        String pattern = null;
        if (tokens.get(2).is("like") && tokens.get(3).kind() == SqlToken.Kind.TEXT) {
            pattern = tokens.get(3).text();
        } else if (tokens.get(2).kind() != SqlToken.Kind.END) {
            throw SqlFailure.unplayed(tokens.get(2), "show tables … " + tokens.get(2).text());
        }
        ResultText text = ResultText.of("table_name");
        for (SqlTable table : run.database.tables(run.project)) {
            if (pattern == null || matches(table.name(), pattern)) {
                text.row(table.name());
            }
        }
        run.log.append(text.text());
    }

    /** A pattern with {@code *} or {@code %} for anything. */
    private static boolean matches(String name, String pattern) {
        String[] parts = pattern.toLowerCase(Locale.ROOT).split("[*%]+", -1);
        if (parts.length == 1) {
            return name.equals(parts[0]);
        }
        int at = parts[0].length();
        if (!name.startsWith(parts[0])) {
            return false;
        }
        for (int i = 1; i < parts.length - 1; i++) {
            int found = name.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        String last = parts[parts.length - 1];
        return name.length() >= at + last.length() && name.endsWith(last);
    }

    private void describe(SqlTable table) {
        ResultText text = ResultText.of("field", "type", "label", "comment");
        table.columns().forEach(column -> text.row(column.name(), column.type(), "", column.comment()));
        table.keys().forEach(column -> text.row(column.name(), column.type(), "partition", column.comment()));
        run.log.append(text.text());
    }

    private static String ddl(SqlTable table) {
        StringBuilder ddl = new StringBuilder("create table if not exists ").append(table.path()).append(" (\n");
        columns(ddl, table.columns());
        ddl.append(")\n");
        if (!table.keys().isEmpty()) {
            columns(ddl.append("partitioned by (\n"), table.keys());
            ddl.append(")\n");
        }
        return ddl.append(";\n").toString();
    }

    private static void columns(StringBuilder ddl, List<SqlColumn> columns) {
        List<String> lines = new ArrayList<>();
        for (SqlColumn column : columns) {
            lines.add("  " + column.name() + " " + column.type() + (column.comment().isEmpty() ? ""
                    : " comment '" + column.comment().replace("'", "\\'") + "'"));
        }
        ddl.append(String.join(",\n", lines)).append('\n');
    }
}
