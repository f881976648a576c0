package dev.dwx.sandbox.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A script at work: what its statements share. */
final class SqlRun {
    final SqlDatabase database;
    final boolean maxCompute;
    final String project;
    final LocalDateTime now;
    final StringBuilder log = new StringBuilder();
    final List<SqlTable> made = new ArrayList<>();
    final List<SqlTable> dropped = new ArrayList<>();
    boolean changes;
    private final int seconds;

    /**
     * @param project whose tables are meant by names without a project
     * @param now the moment that the sandbox's clock gives the run, in the zone of the workspace
     * @param seconds how long a statement may take
     */
    SqlRun(SqlDatabase database, boolean maxCompute, String project, LocalDateTime now, int seconds) {
        this.database = database;
        this.maxCompute = maxCompute;
        this.project = project;
        this.now = now;
        this.seconds = seconds;
    }

    /** A table by the name at a place, with or without its project. */
    record Named(SqlTable table, SqlToken token, String shown, int end) {
    }

    /** Reads the name of a table; the table is {@code null} when there is none. */
    Named table(List<SqlToken> tokens, int at) throws SqlFailure, SQLException {
        SqlToken first = tokens.get(at);
        if (!first.isName()) {
            throw SqlFailure.syntax(first);
        }
        boolean two = tokens.get(at + 1).is(".");
        SqlToken last = two ? tokens.get(at + 2) : first;
        if (!last.isName()) {
            throw SqlFailure.syntax(last);
        }
        String owner = two ? first.name() : project;
        return new Named(database.find(owner, last.name(), now.toLocalDate()), first, owner + "." + last.name(),
                at + (two ? 3 : 1));
    }

    /** The same for a table that must be there. */
    Named there(List<SqlToken> tokens, int at) throws SqlFailure, SQLException {
        Named named = table(tokens, at);
        if (named.table() == null) {
            throw SqlFailure.noTable(named.token(), named.shown());
        }
        return named;
    }

    /** Fetches the seeded rows of whatever a statement may name. */
    void prepare(List<SqlToken> tokens) throws SqlFailure, SQLException {
        for (int i = 0; i < tokens.size() - 1; i++) {
            boolean starts = tokens.get(i).isName() && (i == 0 || !tokens.get(i - 1).is("."));
            if (starts && (!tokens.get(i + 1).is(".") || tokens.get(i + 2).isName())) {
                table(tokens, i);
            }
        }
    }

    /** A query or expression of the statement as the embedded database reads it. */
    String text(List<SqlToken> tokens, int from, int to) throws SqlFailure {
        return new QueryText(tokens, maxCompute, now).part(from, to).strip();
    }

    /** The rows of a query, at most so many. */
    <T> T query(String sql, int rows, Reader<T> reader) throws SQLException, SqlFailure {
        try (Statement statement = database.connection().createStatement()) {
            statement.setQueryTimeout(seconds);
            statement.setMaxRows(rows);
            try (ResultSet result = statement.executeQuery(sql)) {
                return reader.read(result);
            }
        }
    }

    /** What is made of rows. */
    interface Reader<T> {
        T read(ResultSet rows) throws SQLException, SqlFailure;
    }

    /** Runs a statement that gives no rows, and says how many it touched. */
    int update(String sql) throws SQLException {
        changes = true;
        try (Statement statement = database.connection().createStatement()) {
            statement.setQueryTimeout(seconds);
            return statement.executeUpdate(sql);
        }
    }
}
