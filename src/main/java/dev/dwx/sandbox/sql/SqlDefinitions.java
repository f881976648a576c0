package dev.dwx.sandbox.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Statements that make, change and drop tables. */
final class SqlDefinitions {
    private final SqlRun run;
    private final List<SqlToken> tokens;
    private final SqlWrites writes;

    SqlDefinitions(SqlRun run, List<SqlToken> tokens) {
        this.run = run;
        this.tokens = tokens;
        this.writes = new SqlWrites(run, tokens);
    }

    /** {@code create table [if not exists] t (…) …}, {@code … as query}, {@code … like t}. */
    void create() throws SqlFailure, SQLException {
        if (!tokens.get(1).is("table")) {
            throw tokens.get(1).is("view") || tokens.get(1).is("or") || tokens.get(1).is("function")
                    ? SqlFailure.unplayed(tokens.get(1), "create " + tokens.get(1).text()) : SqlFailure.syntax(tokens.get(1));
        }
        boolean lenient = words(2, "if", "not", "exists");
        SqlRun.Named named = run.table(tokens, lenient ? 5 : 2);
        int dot = named.shown().indexOf('.');
        String owner = named.shown().substring(0, dot);
        if (!owner.equals(run.project)) {
            throw SqlFailure.semantic(named.token(), "a table can be made in project " + run.project + " only, not in " + owner);
        }
        if (named.table() != null) {
            if (lenient) {
                return;
            }
            throw SqlFailure.at(SqlFailure.EXISTS, named.token(), "Table or view already exists - table or view "
                    + named.shown() + " is already defined");
        }
        int at = named.end();
        String name = named.shown().substring(dot + 1);
        List<SqlColumn> columns = new ArrayList<>();
        List<SqlColumn> keys = new ArrayList<>();
        if (tokens.get(at).is("like")) {
            SqlRun.Named like = run.there(tokens, at + 1);
            SqlTable old = like.table();
            make(new SqlTable(run.project, name, old.comment(), old.columns(), old.keys(), List.of(), false, old.transactional()));
            return;
        }
        if (tokens.get(at).is("(")) {
            at = columns(at, columns);
        }
        String comment = "";
        boolean transactional = !run.maxCompute;
        while (tokens.get(at).kind() != SqlToken.Kind.END && !tokens.get(at).is("as")) {
            SqlToken word = tokens.get(at);
            if (word.is("comment") && tokens.get(at + 1).kind() == SqlToken.Kind.TEXT) {
                comment = tokens.get(at + 1).text();
                at += 2;
            } else if (words(at, "partitioned", "by")) {
                at = columns(at + 2, keys);
            } else if (word.is("lifecycle") && tokens.get(at + 1).kind() == SqlToken.Kind.NUMBER) {
                at += 2;
            } else if (word.is("tblproperties") || word.is("with")) {
                int close = new QueryText(tokens, true, run.now).close(at + 1, tokens.size() - 1);
                transactional |= texts(at, close).contains("transactional") && texts(at, close).contains("true");
                at = close + 1;
            } else if (words(at, "stored", "as")) {
                at += 3;
            } else {
                throw SqlFailure.syntax(word);
            }
        }
        if (tokens.get(at).is("as")) {
            asQuery(at + 1, name, comment);
            return;
        }
        if (columns.isEmpty()) {
            throw SqlFailure.syntax(tokens.get(at));
        }
        make(new SqlTable(run.project, name, comment, columns, keys, List.of(), false, transactional));
    }

    private boolean words(int at, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    private List<String> texts(int from, int to) {
        List<String> texts = new ArrayList<>();
        for (SqlToken token : tokens.subList(from, to)) {
            if (token.kind() == SqlToken.Kind.TEXT) {
                texts.add(token.text().toLowerCase(Locale.ROOT));
            }
        }
        return texts;
    }

    private void make(SqlTable table) throws SQLException {
        run.changes = true;
        run.database.create(table, true);
        run.made.add(table);
    }

    private void asQuery(int from, String name, String comment) throws SqlFailure, SQLException {
        String text = run.text(tokens, from, tokens.size() - 1);
        List<SqlColumn> columns = new ArrayList<>();
        List<Object[]> rows = run.query(text, 200_000, result -> {
            ResultSetMetaData shape = result.getMetaData();
            for (int i = 1; i <= shape.getColumnCount(); i++) {
                columns.add(new SqlColumn(shape.getColumnLabel(i).toLowerCase(Locale.ROOT), shown(shape, i), ""));
            }
            return all(result, columns.size());
        });
        SqlTable table = new SqlTable(run.project, name, comment, columns, List.of(), List.of(), false, !run.maxCompute);
        make(table);
        run.database.insert(table, rows);
        run.database.connection().commit();
    }

    private static List<Object[]> all(ResultSet result, int width) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        while (result.next()) {
            Object[] row = new Object[width];
            for (int i = 0; i < width; i++) {
                row[i] = result.getObject(i + 1);
            }
            rows.add(row);
        }
        return rows;
    }

    /** The warehouse's word for a type of a result. */
    private static String shown(ResultSetMetaData shape, int column) throws SQLException {
        switch (shape.getColumnType(column)) {
            case java.sql.Types.BIGINT:
                return "bigint";
            case java.sql.Types.INTEGER:
                return "int";
            case java.sql.Types.SMALLINT:
                return "smallint";
            case java.sql.Types.TINYINT:
                return "tinyint";
            case java.sql.Types.NUMERIC, java.sql.Types.DECIMAL:
                return "decimal(38,18)";
            case java.sql.Types.DOUBLE:
                return "double";
            case java.sql.Types.REAL, java.sql.Types.FLOAT:
                return "float";
            case java.sql.Types.BOOLEAN:
                return "boolean";
            case java.sql.Types.DATE:
                return "date";
            case java.sql.Types.TIMESTAMP, java.sql.Types.TIMESTAMP_WITH_TIMEZONE:
                return "datetime";
            default:
                return "string";
        }
    }

    private int columns(int open, List<SqlColumn> columns) throws SqlFailure {
        if (!tokens.get(open).is("(")) {
            throw SqlFailure.syntax(tokens.get(open));
        }
        int at = open + 1;
        while (true) {
            SqlToken name = tokens.get(at);
            if (words(at, "primary", "key")) {
                at = new QueryText(tokens, false, run.now).close(at + 2, tokens.size() - 1) + 1;
            } else {
                if (!name.isName()) {
                    throw SqlFailure.syntax(name);
                }
                SqlTypes.Type type = SqlTypes.read(tokens, at + 1);
                at = type.end();
                String comment = "";
                while (!tokens.get(at).is(",") && !tokens.get(at).is(")")) {
                    SqlToken word = tokens.get(at);
                    if (word.is("comment") && tokens.get(at + 1).kind() == SqlToken.Kind.TEXT) {
                        comment = tokens.get(at + 1).text();
                        at += 2;
                    } else if (words(at, "not", "null") || words(at, "primary", "key")) {
                        at += 2;
                    } else if (word.is("default") && tokens.get(at + 1).kind() != SqlToken.Kind.SIGN) {
                        at += 2;
                    } else {
                        throw SqlFailure.syntax(word);
                    }
                }
                if (columns.stream().anyMatch(column -> column.name().equals(name.name()))) {
                    throw SqlFailure.semantic(name, "column repeated: " + name.name());
                }
                columns.add(new SqlColumn(name.name(), type.shown(), comment));
            }
            if (tokens.get(at++).is(")")) {
                return at;
            }
            if (!tokens.get(at - 1).is(",")) {
                throw SqlFailure.syntax(tokens.get(at - 1));
            }
        }
    }

    /** {@code drop table [if exists] t} */
    void drop() throws SqlFailure, SQLException {
        if (!tokens.get(1).is("table")) {
            throw SqlFailure.unplayed(tokens.get(1), "drop " + tokens.get(1).text());
        }
        boolean lenient = words(2, "if", "exists");
        SqlRun.Named named = run.table(tokens, lenient ? 4 : 2);
        writes.end(named.end());
        if (named.table() == null) {
            if (lenient) {
                return;
            }
            throw SqlFailure.noTable(named.token(), named.shown());
        }
        run.update("drop table " + named.table().sql());
        run.database.forget(named.table());
        run.dropped.add(named.table());
    }

    /** {@code alter table t add|drop partition, add columns, rename to, set …}. */
    void alter() throws SqlFailure, SQLException {
        if (!tokens.get(1).is("table")) {
            throw SqlFailure.syntax(tokens.get(1));
        }
        SqlRun.Named named = run.there(tokens, 2);
        SqlTable table = named.table();
        int at = named.end();
        boolean add = tokens.get(at).is("add");
        if (words(at, "rename", "to")) {
            SqlToken name = tokens.get(at + 2);
            if (!name.isName() || run.table(tokens, at + 2).table() != null) {
                throw SqlFailure.at(SqlFailure.EXISTS, name, "Table or view already exists - " + name.text());
            }
            writes.end(at + 3);
            run.update("alter table " + table.sql() + " rename to " + SqlToken.quoted(name.name()));
            run.database.forget(table);
            run.database.put(table.named(name.name()));
            run.dropped.add(table);
            run.made.add(table.named(name.name()));
        } else if (add && (words(at, "add", "columns") || words(at, "add", "column"))) {
            List<SqlColumn> added = new ArrayList<>();
            writes.end(columns(at + 2, added));
            for (SqlColumn column : added) {
                if (table.all().stream().anyMatch(old -> old.name().equals(column.name()))) {
                    throw SqlFailure.semantic(named.token(), "column repeated: " + column.name());
                }
                String before = table.keys().isEmpty() ? "" : " before " + SqlToken.quoted(table.keys().get(0).name());
                run.update("alter table " + table.sql() + " add column " + SqlToken.quoted(column.name()) + " "
                        + SqlDatabase.type(column) + before);
            }
            List<SqlColumn> all = new ArrayList<>(table.columns());
            all.addAll(added);
            run.database.put(table.withColumns(all));
            run.made.add(table.withColumns(all));
        } else if (add || tokens.get(at).is("drop")) {
            partition(named, at + 1, add);
        } else if (tokens.get(at).is("set") || tokens.get(at).is("touch")) {
            // Life cycles, comments and properties change nothing that a query sees.
            run.changes = true;
        } else {
            throw SqlFailure.unplayed(tokens.get(at), "alter table … " + tokens.get(at).text());
        }
    }

    private void partition(SqlRun.Named named, int from, boolean add) throws SqlFailure, SQLException {
        SqlTable table = named.table();
        boolean lenient = add ? words(from, "if", "not", "exists") : words(from, "if", "exists");
        int at = from + (lenient ? add ? 3 : 2 : 0);
        if (!tokens.get(at).is("partition")) {
            throw SqlFailure.unplayed(tokens.get(at), "alter table … " + tokens.get(from - 1).text() + " "
                    + tokens.get(at).text());
        }
        List<String> partitions = new ArrayList<>(table.partitions());
        while (tokens.get(at).is("partition") || tokens.get(at).is(",") && tokens.get(at + 1).is("partition")) {
            Map<String, String> partition = new LinkedHashMap<>();
            at = writes.partition(tokens.get(at).is(",") ? at + 2 : at + 1, partition);
            SqlWrites.keys(named, partition, true);
            String path = SqlWrites.path(table, partition);
            if (partition.containsValue(null)) {
                throw SqlFailure.semantic(named.token(), "a partition needs a value for every key: " + path);
            }
            if (add == partitions.contains(path) && !lenient) {
                throw new SqlFailure("ODPS-0110061: Failed to run ddltask - " + (add ? "Partition already exists: "
                        : "Partition not found: ") + table.path() + "/" + path);
            }
            if (!add) {
                run.update("delete from " + table.sql() + " where " + SqlWrites.condition(path));
                run.database.connection().commit();
            }
            partitions.remove(path);
            if (add) {
                partitions.add(path);
            }
        }
        writes.end(at);
        partitions.sort(null);
        run.changes = true;
        run.database.put(table.withPartitions(partitions));
    }
}
