package dev.dwx.sandbox.sql;

import java.util.List;
import java.util.Map;

/** Column types: as a warehouse names them, and what stands for them in the embedded database. */
final class SqlTypes {
    private static final Map<String, String> MAX_COMPUTE = Map.ofEntries(Map.entry("string", "varchar"),
            Map.entry("varchar", "varchar"), Map.entry("char", "varchar"), Map.entry("bigint", "bigint"),
            Map.entry("int", "integer"), Map.entry("integer", "integer"), Map.entry("smallint", "smallint"),
            Map.entry("tinyint", "tinyint"), Map.entry("double", "double precision"), Map.entry("float", "real"),
            Map.entry("decimal", "decimal"), Map.entry("numeric", "decimal"), Map.entry("boolean", "boolean"),
            Map.entry("datetime", "timestamp(3)"), Map.entry("timestamp", "timestamp(9)"), Map.entry("date", "date"),
            Map.entry("binary", "varbinary"), Map.entry("text", "varchar"), Map.entry("int8", "bigint"),
            Map.entry("int4", "integer"), Map.entry("int2", "smallint"), Map.entry("float8", "double precision"),
            Map.entry("float4", "real"), Map.entry("bool", "boolean"), Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("bytea", "varbinary"), Map.entry("bigserial", "bigint"), Map.entry("serial", "integer"));

    /**
     * A type as it was written.
     *
     * @param shown as the warehouse writes it: {@code decimal(18,2)}
     * @param sql in the embedded database
     * @param end where the words behind it begin
     */
    record Type(String shown, String sql, int end) {
    }

    private SqlTypes() {
    }

    /** Reads a type that begins at a word. */
    static Type read(List<SqlToken> tokens, int at) throws SqlFailure {
        SqlToken word = tokens.get(at);
        String sql = word.kind() == SqlToken.Kind.WORD ? MAX_COMPUTE.get(word.text()) : null;
        if (sql == null) {
            throw List.of("array", "map", "struct", "json", "jsonb").contains(word.text())
                    ? SqlFailure.unplayed(word, "type " + word.text()) : SqlFailure.syntax(word);
        }
        int end = at + 1;
        StringBuilder precision = new StringBuilder();
        if (tokens.get(end).is("(")) {
            do {
                SqlToken token = tokens.get(end++);
                if (token.kind() != SqlToken.Kind.NUMBER && !token.is("(") && !token.is(",") && !token.is(")")) {
                    throw SqlFailure.syntax(token);
                }
                precision.append(token.text());
            } while (!tokens.get(end - 1).is(")"));
        }
        boolean counts = sql.equals("decimal") || sql.equals("varchar") && !precision.isEmpty();
        return new Type(word.text() + precision, sql.equals("decimal") && precision.isEmpty() ? "decimal(38,18)"
                : counts ? sql + precision : sql, end);
    }
}
