package dev.dwx.sandbox.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever is given as SQL ends in a log and says how it went. */
class WarehouseProperties {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 15, 10, 30);
    private static final Warehouse MAX_COMPUTE = Warehouse.maxCompute(new Tables());
    private static final Warehouse HOLOGRES = Warehouse.hologres(new Tables());

    private static final class Tables implements TableSource {
        @Override
        public Collection<SqlTable> tables(String project) {
            return List.of(new SqlTable(project, "t", "", List.of(new SqlColumn("a", "bigint", ""),
                    new SqlColumn("b", "string", "")), List.of(new SqlColumn("ds", "string", "")), List.of("ds=1"), false, false));
        }

        @Override
        public boolean exists(String project) {
            return project.equals("public");
        }
    }

    @AfterContainer
    static void close() {
        MAX_COMPUTE.close();
        HOLOGRES.close();
    }

    @Provide
    Arbitrary<String> scripts() {
        Arbitrary<String> words = Arbitraries.of("select", "insert", "overwrite", "into", "table", "t", "from", "where", "group", "by",
                "partition", "(", ")", ",", ";", "*", "ds", "=", "'1'", "a", "b", "1", "count", "cast", "as", "string", "create", "drop", "if",
                "exists", "not", "null", "values", "with", "over", "order", "limit", "union", "all", "case", "when", "end", "/", "\"x\"", "`a`",
                "csvread", "show", "desc", "alter", "add", "columns", ".", "set", "--", "/*", "*/", "\n", "concat", "dateadd", "in", "==", "\\", "${x}");
        return words.list().ofMaxSize(14).map(list -> String.join(" ", list));
    }

    @Property(tries = 1500)
    void wordsInAnyOrderEndInALog(@ForAll("scripts") String script) {
        ends(MAX_COMPUTE.run("public", script, NOW));
        ends(HOLOGRES.run("public", script, NOW));
    }

    @Property(tries = 500)
    void anyTextEndsInALog(@ForAll String script) {
        ends(MAX_COMPUTE.run("public", script, NOW));
        ends(HOLOGRES.run("public", script, NOW));
    }

    /** Every line is a result, a summary or how it ended; a failure of the sandbox itself is none of them. */
    private static void ends(SqlOutcome outcome) {
        String log = outcome.log();
        if (outcome.failure() == null) {
            assertTrue(log.isEmpty() || log.endsWith("OK\n"), log);
        } else {
            assertTrue(log.endsWith("FAILED: " + outcome.failure() + "\n"), log);
            assertTrue(outcome.failure().startsWith("ODPS-"), outcome.failure());
            assertEquals(-1, outcome.failure().indexOf("begins anew"), outcome.failure());
        }
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withCharRange(' ', '~').withChars('\n', '\t', '\u00e9', '\u4e2d').ofMaxLength(20);
    }

    @Property(tries = 300)
    void aTextComesBackAsItWasWritten(@ForAll("values") String value) {
        String quoted = value.replace("\\", "\\\\").replace("'", "\\'").replace("%", "%").replace("\n", "\\n");
        String shown = MAX_COMPUTE.run("public", "select '" + quoted + "' as v", NOW).log();
        assertTrue(shown.contains("| " + value.replace("\n", "\\n")), shown);
    }
}
