package dev.dwx.sandbox.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs SQL for real: MaxCompute's against the tables of its projects, or Hologres' against the tables of one database. Nothing
 * is loaded before the first script. Not thread-safe.
 */
public final class Warehouse implements AutoCloseable {
    private static final int MOST_STATEMENTS = 200;
    /** No statement takes longer. */
    private static final int SECONDS = 5;

    private final TableSource source;
    private final boolean maxCompute;
    private final int seconds;
    private SqlDatabase database;

    private Warehouse(TableSource source, boolean maxCompute, int seconds) {
        this.source = source;
        this.maxCompute = maxCompute;
        this.seconds = seconds;
    }

    /** A warehouse of MaxCompute projects, each a schema. */
    public static Warehouse maxCompute(TableSource source) {
        return new Warehouse(source, true, SECONDS);
    }

    /** The same warehouse, its statements cancelled after so many seconds. */
    Warehouse limited(int most) {
        return new Warehouse(source, maxCompute, most);
    }

    /** A Hologres database: its schemas are what the source calls projects. */
    public static Warehouse hologres(TableSource source) {
        return new Warehouse(source, false, SECONDS);
    }

    /**
     * Runs a script, statement by statement, up to the first that fails.
     *
     * @param project whose tables are meant by names without a project
     * @param now what functions of time answer, in the zone of the workspace
     */
    public SqlOutcome run(String project, String script, LocalDateTime now) {
        SqlRun run = null;
        String failure = null;
        try {
            if (database == null) {
                database = new SqlDatabase(source);
            }
            run = new SqlRun(database, maxCompute, project, now, seconds);
            List<List<SqlToken>> statements = SqlLexer.statements(script, maxCompute);
            if (!database.enter(project)) {
                throw new SqlFailure("ODPS-0420111: Project not found - '" + project + "'");
            }
            if (statements.size() > MOST_STATEMENTS) {
                throw SqlFailure.unplayed(statements.get(0).get(0), "a script of more than " + MOST_STATEMENTS + " statements");
            }
            for (List<SqlToken> statement : statements) {
                one(run, statement);
                run.log.append("OK\n");
            }
        } catch (SqlFailure e) {
            failure = e.getMessage();
        } catch (SQLException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // The database may have ended itself; the next script finds the tables as they were at the start.
            close();
            failure = SqlFailure.SYSTEM + ":System internal error - the sandbox's database has failed and begins anew: " + e;
        }
        String log = run == null ? "" : run.log.toString();
        return new SqlOutcome(failure == null ? log : log + "FAILED: " + failure + "\n", failure, run != null && run.changes,
                run == null ? List.of() : run.made, run == null ? List.of() : run.dropped);
    }

    private void one(SqlRun run, List<SqlToken> tokens) throws SqlFailure, SQLException {
        try {
            SqlWords.check(tokens);
            execute(run, tokens);
        } catch (SQLException e) {
            SqlFailure failure = SqlFaults.of(e, tokens, run.project);
            run.database.connection().rollback();
            throw failure;
        }
    }

    private void execute(SqlRun run, List<SqlToken> tokens) throws SqlFailure, SQLException {
        SqlToken first = tokens.get(0);
        switch (first.kind() == SqlToken.Kind.WORD || first.is("(") ? first.text() : "") {
            case "set":
                break;
            case "select", "(", "values":
                select(run, tokens);
                break;
            case "with":
                run.prepare(tokens);
                int insert = insert(tokens);
                if (insert > 0) {
                    new SqlWrites(run, tokens).insert(insert);
                } else {
                    select(run, tokens);
                }
                break;
            case "insert":
                run.prepare(tokens);
                new SqlWrites(run, tokens).insert(0);
                break;
            case "delete", "update":
                run.prepare(tokens);
                new SqlWrites(run, tokens).rows();
                break;
            case "truncate":
                new SqlWrites(run, tokens).truncate();
                break;
            case "create":
                run.prepare(tokens);
                new SqlDefinitions(run, tokens).create();
                break;
            case "drop":
                new SqlDefinitions(run, tokens).drop();
                break;
            case "alter":
                new SqlDefinitions(run, tokens).alter();
                break;
            case "show", "desc", "describe":
                new SqlShow(run, tokens).show();
                break;
            case "begin", "commit", "start", "call":
                boolean plain = !tokens.get(0).is("call") || tokens.get(1).is("set_table_property");
                if (maxCompute || !plain) {
                    throw SqlFailure.unplayed(first, first.text());
                }
                break;
            case "explain", "merge", "analyze", "msck", "grant", "revoke", "add", "use", "from", "list", "read", "rollback",
                    "refresh", "vacuum", "if", "clone", "unload", "load", "kill", "purge", "restore":
                throw SqlFailure.unplayed(first, first.text());
            default:
                throw SqlFailure.syntax(first);
        }
    }

    private static int insert(List<SqlToken> tokens) {
        int level = 0;
        for (int i = 0; i < tokens.size(); i++) {
            level += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (level == 0 && tokens.get(i).is("insert")) {
                return i;
            }
        }
        return -1;
    }

    private static void select(SqlRun run, List<SqlToken> tokens) throws SqlFailure, SQLException {
        run.prepare(tokens);
        String text = run.text(tokens, 0, tokens.size() - 1);
        run.log.append(run.query(text, ResultText.MOST_ROWS, Warehouse::shown).text());
    }

    private static ResultText shown(ResultSet result) throws SQLException {
        ResultSetMetaData shape = result.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            names.add(shape.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        ResultText text = new ResultText(names);
        while (result.next()) {
            String[] row = new String[names.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = cell(result, shape, i + 1);
            }
            text.row(row);
        }
        return text;
    }

    /** A value as a warehouse writes it: no zeros behind what was computed, a moment with its seconds. */
    private static String cell(ResultSet result, ResultSetMetaData shape, int column) throws SQLException {
        String text = result.getString(column);
        if (text == null) {
            return null;
        }
        switch (shape.getColumnTypeName(column)) {
            case "TIMESTAMP":
                return text.length() == 16 ? text + ":00" : text;
            case "DECFLOAT":
                return Double.toString(result.getDouble(column));
            case "NUMERIC":
                BigDecimal number = result.getBigDecimal(column);
                return number.scale() > 2 ? number.stripTrailingZeros().toPlainString() : number.toPlainString();
            default:
                return text;
        }
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
