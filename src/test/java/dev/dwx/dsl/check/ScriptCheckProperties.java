package dev.dwx.dsl.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.ExampleCall;
import dev.dwx.catalog.SnapshotCatalog;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Checked;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.GroovyEvaluator;
import dev.dwx.dsl.Session;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever right lines surround it, a fault is found where it is, and the right lines are left alone. */
class ScriptCheckProperties {
    private static final ApiCatalog CATALOG = SnapshotCatalog.bundled();
    private static final List<ApiSummary> ALL = CATALOG.list();
    private static final List<String> AROUND = List.of("%s", "if (args) { %s }", "[1].each { one -> %s }", "x = { -> %s }",
            "for (i in 1..2) { %s }", "confirm('why') { %s }", "inProject('a') { %s }", "while (false) { %s }");

    private final GroovyEvaluator evaluator = new GroovyEvaluator(Session.with(() -> CATALOG, (operation, arguments, target) -> {
        throw ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version()).build();
    }).context(Context.of("cn-shanghai")).begin());

    /** A right call in one of many surroundings, on one line. */
    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of(ALL).flatMap(one -> Arbitraries.of(AROUND).map(around -> {
            ApiOperation operation = CATALOG.find(one.version(), one.name()).orElseThrow();
            String call = "v" + one.version().substring(0, 4) + "." + ExampleCall.of(operation).replaceAll("\\s*\\R\\s*", " ")
                    .replace("'…'", "args[0]");
            return around.replace("%s", call);
        }));
    }

    @Provide
    Arbitrary<List<String>> scripts() {
        return lines().list().ofMinSize(1).ofMaxSize(8);
    }

    @Property(tries = 40)
    void rightScriptsHaveNoErrors(@ForAll("scripts") List<String> lines) {
        List<Checked> errors = errors(String.join("\n", lines));
        assertEquals(List.of(), errors);
    }

    @Property(tries = 60)
    void everyFaultIsFoundAtItsPlace(@ForAll("scripts") List<String> lines, @ForAll("faults") Fault fault,
            @ForAll("surroundings") String around, @ForAll int at) {
        int index = Math.floorMod(at, lines.size() + 1);
        List<String> all = new ArrayList<>(lines);
        String line = around.replace("%s", fault.text());
        all.add(index, line);
        List<Checked> errors = errors(String.join("\n", all));
        assertEquals(1, errors.size(), () -> errors.toString());
        assertEquals(index + 1, errors.get(0).line());
        assertEquals(line.indexOf(fault.text()) + fault.at() + 1, errors.get(0).column());
    }

    /** A faulty call, and where in it the fault is. */
    record Fault(String text, int at) {
    }

    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.of(AROUND);
    }

    @Provide
    Arbitrary<Fault> faults() {
        return Arbitraries.of(ALL).flatMap(one -> Arbitraries.of(0, 1, 2).map(kind -> {
            ApiOperation operation = CATALOG.find(one.version(), one.name()).orElseThrow();
            String version = "v" + one.version().substring(0, 4) + ".";
            if (kind == 0) {
                return new Fault(version + one.name() + "Zzq()", version.length());
            }
            if (kind == 1) {
                String call = version + one.name() + "(*: [:], Zzq: 1)";
                return new Fault(call, call.indexOf("Zzq: 1"));
            }
            for (ApiParameter parameter : operation.parameters()) {
                if (operation.resolve(parameter.schema()).isInteger()) {
                    String call = version + one.name() + "(*: [:], " + parameter.name() + ": 'zzq')";
                    // These two may be given by name, which is looked up.
                    if (!parameter.name().equals("ProjectId") && !parameter.name().equals("DataSourceId")) {
                        return new Fault(call, call.indexOf("'zzq'"));
                    }
                }
            }
            return new Fault(version + one.name() + ".zzqzzq()", (version + one.name() + ".").length());
        }));
    }

    private List<Checked> errors(String source) {
        List<Checked> errors = new ArrayList<>(evaluator.check(source, "x.dwx"));
        assertTrue(errors.stream().allMatch(one -> one.line() > 0));
        errors.removeIf(one -> one.severity() != Severity.ERROR);
        return errors;
    }
}
