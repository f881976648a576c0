package dev.dwx.sandbox.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statements that change rows: insert into and overwrite with partitions, delete, update, truncate. */
final class SqlWrites {
    /** More rows than these are not written by one statement: the warehouse lives in memory. */
    private static final int MOST_ROWS = 200_000;

    private final SqlRun run;
    private final List<SqlToken> tokens;

    SqlWrites(SqlRun run, List<SqlToken> tokens) {
        this.run = run;
        this.tokens = tokens;
    }

    /**
     * {@code insert into|overwrite [table] t [partition (…)] [(columns)] query}.
     *
     * @param at where {@code insert} stands; what is before it is a {@code with} that belongs to the query
     */
    void insert(int at) throws SqlFailure, SQLException {
        boolean overwrite = tokens.get(at + 1).is("overwrite");
        if (!overwrite && !tokens.get(at + 1).is("into")) {
            throw SqlFailure.syntax(tokens.get(at + 1));
        }
        int next = at + 2;
        if (tokens.get(next).is("table")) {
            next++;
        }
        SqlRun.Named named = run.there(tokens, next);
        SqlTable table = named.table();
        next = named.end();
        Map<String, String> partition = new LinkedHashMap<>();
        boolean given = tokens.get(next).is("partition");
        if (given) {
            next = partition(next + 1, partition);
            keys(named, partition, true);
        } else if (!table.keys().isEmpty() && run.maxCompute) {
            for (SqlColumn key : table.keys()) {
                partition.put(key.name(), null);
            }
        }
        List<String> columns = new ArrayList<>();
        if (tokens.get(next).is("(") && !tokens.get(next + 1).is("select") && !tokens.get(next + 1).is("with")
                && !tokens.get(next + 1).is("(")) {
            next = columns(next, table, columns);
        } else {
            for (SqlColumn column : table.columns()) {
                columns.add(column.name());
            }
            partition.forEach((key, value) -> {
                if (value == null) {
                    columns.add(key);
                }
            });
        }
        int end = tokens.size() - 1;
        if (next >= end) {
            throw SqlFailure.syntax(tokens.get(end));
        }
        String with = at == 0 ? "" : run.text(tokens, 0, at) + " ";
        String text = run.text(tokens, next, end);
        List<Object[]> rows = run.query(with + text, MOST_ROWS + 1, result -> rows(result, named, columns, partition));
        write(table, rows, overwrite, partition);
    }

    /** A partition in brackets; one without a value is dynamic. */
    int partition(int open, Map<String, String> partition) throws SqlFailure {
        if (!tokens.get(open).is("(")) {
            throw SqlFailure.syntax(tokens.get(open));
        }
        int at = open + 1;
        while (true) {
            SqlToken key = tokens.get(at++);
            if (!key.isName()) {
                throw SqlFailure.syntax(key);
            }
            String value = null;
            if (tokens.get(at).is("=")) {
                SqlToken token = tokens.get(at + 1);
                if (token.kind() != SqlToken.Kind.TEXT && token.kind() != SqlToken.Kind.NUMBER) {
                    throw SqlFailure.syntax(token);
                }
                value = token.text();
                at += 2;
            }
            partition.put(key.name(), value);
            SqlToken sign = tokens.get(at++);
            if (sign.is(")")) {
                return at;
            }
            if (!sign.is(",")) {
                throw SqlFailure.syntax(sign);
            }
        }
    }

    /** A partition names the keys of its table and no others. */
    static void keys(SqlRun.Named named, Map<String, String> partition, boolean all) throws SqlFailure {
        Set<String> keys = new LinkedHashSet<>();
        for (SqlColumn key : named.table().keys()) {
            keys.add(key.name());
        }
        for (String key : partition.keySet()) {
            if (!keys.contains(key)) {
                throw SqlFailure.semantic(named.token(), keys.isEmpty() ? "table " + named.shown()
                        + " is not a partitioned table" : "invalid partition key " + key + ", table " + named.shown()
                        + " is partitioned by " + String.join(", ", keys));
            }
        }
        if (all && partition.size() < keys.size()) {
            throw SqlFailure.semantic(named.token(), "all partition keys of table " + named.shown() + " must be given: "
                    + String.join(", ", keys));
        }
    }

    private int columns(int open, SqlTable table, List<String> columns) throws SqlFailure {
        int at = open;
        do {
            SqlToken name = tokens.get(++at);
            boolean known = name.isName() && table.all().stream().anyMatch(column -> column.name().equals(name.name()));
            if (!known) {
                throw name.isName() ? SqlFailure.semantic(name, "column " + name.name() + " cannot be resolved")
                        : SqlFailure.syntax(name);
            }
            columns.add(name.name());
        } while (tokens.get(++at).is(","));
        if (!tokens.get(at).is(")")) {
            throw SqlFailure.syntax(tokens.get(at));
        }
        return at + 1;
    }

    private List<Object[]> rows(ResultSet result, SqlRun.Named named, List<String> columns, Map<String, String> partition)
            throws SQLException, SqlFailure {
        int count = result.getMetaData().getColumnCount();
        if (count != columns.size()) {
            throw SqlFailure.semantic(named.token(), "wrong columns count " + count + " in data source, requires "
                    + columns.size() + " columns (includes dynamic partitions if any)");
        }
        List<SqlColumn> all = named.table().all();
        List<Object[]> rows = new ArrayList<>();
        while (result.next()) {
            if (rows.size() >= MOST_ROWS) {
                throw SqlFailure.unplayed(named.token(), "writing more than " + MOST_ROWS + " rows at once");
            }
            Object[] row = new Object[all.size()];
            for (int i = 0; i < row.length; i++) {
                int from = columns.indexOf(all.get(i).name());
                row[i] = from >= 0 ? result.getObject(from + 1) : partition.get(all.get(i).name());
            }
            rows.add(row);
        }
        return rows;
    }

    private void write(SqlTable table, List<Object[]> rows, boolean overwrite, Map<String, String> partition)
            throws SQLException, SqlFailure {
        Set<String> touched = new LinkedHashSet<>();
        int first = table.columns().size();
        for (Object[] row : rows) {
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < table.keys().size(); i++) {
                if (row[first + i] == null && run.maxCompute) {
                    throw new SqlFailure("ODPS-0123031:Partition exception - invalid dynamic partition value: "
                            + table.keys().get(i).name() + "=NULL");
                }
                row[first + i] = row[first + i] == null ? null : row[first + i].toString();
                path.append(i == 0 ? "" : "/").append(table.keys().get(i).name()).append('=').append(row[first + i]);
            }
            touched.add(path.toString());
        }
        if (!partition.isEmpty() && !partition.containsValue(null)) {
            touched.add(path(table, partition));
        }
        run.changes = true;
        if (overwrite && table.keys().isEmpty()) {
            run.update("delete from " + table.sql());
        }
        List<String> partitions = new ArrayList<>(table.partitions());
        for (String path : table.keys().isEmpty() ? Set.<String>of() : touched) {
            if (overwrite) {
                run.update("delete from " + table.sql() + " where " + condition(path));
            }
            if (!partitions.contains(path)) {
                partitions.add(path);
            }
        }
        run.database.insert(table, rows);
        run.database.connection().commit();
        if (!table.keys().isEmpty() && run.maxCompute) {
            partitions.sort(null);
            run.database.put(table.withPartitions(partitions));
        }
        run.log.append("Summary: ").append(rows.size()).append(rows.size() == 1 ? " row" : " rows").append(" written to ")
                .append(table.path()).append(table.keys().isEmpty() ? "" : " " + touched).append('\n');
    }

    /** {@code dt=20260314/hh=02} */
    static String path(SqlTable table, Map<String, String> partition) {
        StringBuilder path = new StringBuilder();
        for (SqlColumn key : table.keys()) {
            path.append(path.isEmpty() ? "" : "/").append(key.name()).append('=').append(partition.get(key.name()));
        }
        return path.toString();
    }

    /** The rows of a partition. */
    static String condition(String path) {
        StringBuilder condition = new StringBuilder();
        for (String part : path.split("/")) {
            int sign = part.indexOf('=');
            condition.append(condition.isEmpty() ? "" : " and ").append(SqlToken.quoted(part.substring(0, sign)))
                    .append(" = '").append(part.substring(sign + 1).replace("'", "''")).append("'");
        }
        return condition.toString();
    }

    /** {@code truncate table t [partition (…)]} */
    void truncate() throws SqlFailure, SQLException {
        int at = tokens.get(1).is("table") ? 2 : 1;
        SqlRun.Named named = run.there(tokens, at);
        String where = "";
        int end = named.end();
        if (tokens.get(end).is("partition")) {
            Map<String, String> partition = new LinkedHashMap<>();
            end = partition(end + 1, partition);
            keys(named, partition, true);
            where = " where " + condition(path(named.table(), partition));
        }
        end(end);
        run.update("delete from " + named.table().sql() + where);
        run.database.connection().commit();
    }

    /** {@code delete from t …}, {@code update t set …}: for tables that allow single rows to be changed. */
    void rows() throws SqlFailure, SQLException {
        int at = tokens.get(0).is("delete") && tokens.get(1).is("from") ? 2 : 1;
        SqlRun.Named named = run.there(tokens, at);
        if (run.maxCompute && !named.table().transactional()) {
            throw SqlFailure.semantic(named.token(), "table " + named.shown()
                    + " is not a transactional table, only those support UPDATE and DELETE");
        }
        int count = run.update((tokens.get(0).is("delete") ? "delete from " : "update ") + named.table().sql() + " "
                + run.text(tokens, named.end(), tokens.size() - 1));
        run.database.connection().commit();
        run.log.append("Summary: ").append(count).append(count == 1 ? " row" : " rows").append(" of ").append(named.shown())
                .append(tokens.get(0).is("delete") ? " deleted\n" : " changed\n");
    }

    /** Nothing more may follow. */
    void end(int at) throws SqlFailure {
        if (tokens.get(at).kind() != SqlToken.Kind.END) {
            throw SqlFailure.syntax(tokens.get(at));
        }
    }
}
