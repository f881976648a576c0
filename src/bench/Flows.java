import dev.dwx.catalog.SnapshotCatalog;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.GroovyEvaluator;
import dev.dwx.dsl.Session;
import dev.dwx.dsl.flow.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Builds, lints, compares, draws and tells a large workflow again and again; nothing is sent. */
public final class Flows {
    private static final int WARM_UP = 10;

    private Flows() {
    }

    public static void main(String[] args) {
        int nodes = Integer.parseInt(args[0]);
        int runs = Integer.parseInt(args[1]);
        GroovyEvaluator evaluator = new GroovyEvaluator(Session.with(SnapshotCatalog::bundled, (operation, arguments, target) -> {
            throw new IllegalStateException("nothing is sent here");
        }).context(Context.of("cn-shanghai").withProject(10001L, "orders_dw")).begin());
        String source = source(nodes);
        Flow flow = (Flow) evaluator.evaluate(source, "flows");
        Flow other = (Flow) evaluator.evaluate(source.replace("insert into", "insert overwrite"), "flows");

        Map<String, Supplier<?>> cases = new LinkedHashMap<>();
        cases.put("build (compiled and run)", () -> evaluator.evaluate(source, "flows"));
        cases.put("lint", flow::lint);
        cases.put("diff, every node changed", () -> flow.diff(other).size());
        cases.put("draw, folded", () -> flow.graph().toString());
        cases.put("draw, all nodes", () -> flow.graph(Map.of("all", true)).toString());
        cases.put("decompile", flow::dsl);

        System.out.printf(Locale.ROOT, "%d nodes, %d runs%n%-28s %10s %10s %10s %8s%n", nodes, runs, "", "median ms", "min", "max", "ratio");
        double base = 0;
        for (Map.Entry<String, Supplier<?>> one : cases.entrySet()) {
            double[] times = times(one.getValue(), runs);
            base = base == 0 ? times[runs / 2] : base;
            System.out.printf(Locale.ROOT, "%-28s %10.1f %10.1f %10.1f %7.2fx%n", one.getKey(), times[runs / 2], times[0], times[runs - 1],
                    times[runs / 2] / base);
        }
    }

    private static String source(int nodes) {
        List<String> lines = new ArrayList<>(List.of("flow('large') {", "cron daily: '02:00'; datasource 'orders_odps'; params region: 'eu'"));
        lines.add("for (i in 0..<" + nodes + ") sql(\"n$i\") {");
        lines.add("script \"insert into t_$i select '\\${day}', '\\${workflow.region}' from t_${i % 17}\"; params day: '$[yyyymmdd-1]'");
        lines.add("rerun times: 3, every: '2m'; timeout '2h'");
        lines.add("if (i > 0) after \"n${i * 7 % i}\"");
        lines.add("if (i > 5) after \"n${i - 5}\"");
        lines.add("} }");
        return String.join("\n", lines);
    }

    /** In milliseconds, sorted. */
    private static double[] times(Supplier<?> work, int runs) {
        double[] times = new double[runs];
        for (int i = -WARM_UP; i < runs; i++) {
            long began = System.nanoTime();
            if (work.get() == null) {
                throw new IllegalStateException("nothing was made");
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(times);
        return times;
    }
}
