package dev.dwx.sandbox.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One embedded database in memory. Its administrator makes the schemas, one for each project, and a user without rights
 * beyond them; statements run as that user. Nothing of it touches a file or the network.
 */
final class SqlDatabase implements AutoCloseable {
    private static final String USER = "RUNNER";
    private static final int MOST_DAYS = 60;

    private final TableSource source;
    private final Map<String, Map<String, SqlTable>> projects = new LinkedHashMap<>();
    private final Map<String, SqlTable> unfounded = new LinkedHashMap<>();
    private final Connection owner;
    private final Connection runner;

    SqlDatabase(TableSource source) throws SQLException {
        this.source = source;
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_ON_EXIT=FALSE";
        String password = UUID.randomUUID().toString();
        owner = connect(url, "OWNER", password);
        try (Statement statement = owner.createStatement()) {
            statement.execute("create user " + USER + " password '" + password + "'");
        }
        runner = connect(url.substring(0, url.indexOf(';')), USER, password);
        try (Statement statement = runner.createStatement()) {
            statement.execute("set non_keywords value, key, day, hour, minute, month, second, year, user");
            // Moments have no zone here, and nothing depends on the machine's.
            statement.execute("set time zone 'UTC'");
        }
        runner.setAutoCommit(false);
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        return new org.h2.Driver().connect(url, properties);
    }

    Connection connection() {
        return runner;
    }

    /** Makes the project that names without one belong to, if there is one. */
    boolean enter(String project) throws SQLException {
        if (!projects.containsKey(project)) {
            if (!source.exists(project)) {
                return false;
            }
            try (Statement statement = owner.createStatement()) {
                if (project.equals("public")) {
                    // It is there from the start and stays its administrator's.
                    statement.execute("grant alter any schema to " + USER);
                } else {
                    statement.execute("create schema " + SqlToken.quoted(project) + " authorization " + USER);
                }
            }
            Map<String, SqlTable> tables = new TreeMap<>();
            for (SqlTable table : source.tables(project)) {
                tables.put(table.name(), table);
                unfounded.put(table.path(), table);
            }
            projects.put(project, tables);
        }
        try (Statement statement = runner.createStatement()) {
            statement.execute("set schema " + SqlToken.quoted(project));
        }
        return true;
    }

    /** The table, there with its rows, or {@code null}. */
    SqlTable find(String project, String name, LocalDate today) throws SQLException {
        if (!projects.containsKey(project) && source.exists(project)) {
            String schema = runner.getSchema();
            enter(project);
            runner.setSchema(schema);
        }
        SqlTable table = projects.getOrDefault(project, Map.of()).get(name);
        if (table == null) {
            return null;
        }
        if (unfounded.remove(table.path()) != null) {
            create(table, false);
            for (String partition : table.keys().isEmpty() ? List.of("") : table.partitions()) {
                insert(table, SeedRows.of(table, partition));
            }
            runner.commit();
        }
        return table.daily() ? days(table, today) : table;
    }

    /** Adds the partitions of the business dates that have ended since. */
    private SqlTable days(SqlTable table, LocalDate today) throws SQLException {
        String last = table.partitions().isEmpty() ? "" : table.partitions().get(table.partitions().size() - 1);
        String digits = last.substring(last.indexOf('=') + 1);
        if (digits.length() != 8) {
            return table;
        }
        LocalDate day = LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE).plusDays(1);
        if (day.isBefore(today.minusDays(MOST_DAYS))) {
            day = today.minusDays(MOST_DAYS);
        }
        List<String> partitions = new ArrayList<>(table.partitions());
        for (; day.isBefore(today); day = day.plusDays(1)) {
            String partition = table.keys().get(0).name() + "=" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
            insert(table, SeedRows.of(table, partition));
            partitions.add(partition);
        }
        if (partitions.size() > table.partitions().size()) {
            runner.commit();
            SqlTable grown = table.withPartitions(partitions);
            put(grown);
            return grown;
        }
        return table;
    }

    /** Every table of a project, by name. */
    Collection<SqlTable> tables(String project) {
        return projects.getOrDefault(project, Map.of()).values();
    }

    void put(SqlTable table) {
        projects.get(table.project()).put(table.name(), table);
    }

    void forget(SqlTable table) {
        projects.get(table.project()).remove(table.name());
        unfounded.remove(table.path());
    }

    /** Makes a table in the embedded database. */
    void create(SqlTable table, boolean known) throws SQLException {
        StringBuilder ddl = new StringBuilder("create table ").append(table.sql()).append(" (");
        for (SqlColumn column : table.all()) {
            ddl.append(ddl.charAt(ddl.length() - 1) == '(' ? "" : ", ").append(SqlToken.quoted(column.name())).append(' ')
                    .append(type(column));
        }
        try (Statement statement = runner.createStatement()) {
            statement.execute(ddl.append(')').toString());
        }
        if (known) {
            put(table);
        }
    }

    /** The embedded database's type of a column. */
    static String type(SqlColumn column) throws SQLException {
        try {
            return SqlTypes.read(SqlLexer.statements(column.type(), true).get(0), 0).sql();
        } catch (SqlFailure e) {
            // A type that only the data map knows is held as a text.
            return "varchar";
        }
    }

    /** Adds rows that have a value for every column. */
    void insert(SqlTable table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        StringBuilder dml = new StringBuilder("insert into ").append(table.sql()).append(" values (");
        dml.append("?, ".repeat(table.all().size() - 1)).append("?)");
        try (PreparedStatement statement = runner.prepareStatement(dml.toString())) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void close() {
        try {
            runner.close();
            owner.close();
        } catch (SQLException e) {
            // It was in memory only, and nothing refers to it any more.
        }
    }
}
