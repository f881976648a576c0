package dev.dwx.flowspec.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Documents as people and the service write them, with unknown keys here and there. */
public final class Documents {
    private static final String[] WORDS = {"orders", "ods.x", "it's", "a b", "ß", "[0]", "", "\\", "sql", "dwd"};

    private final Random random;

    private Documents(long seed) {
        random = new Random(seed);
    }

    public static Arbitrary<FlowDocument> all() {
        return Arbitraries.longs().map(seed -> new Documents(seed).document());
    }

    private FlowDocument document() {
        Map<String, Object> document = new LinkedHashMap<>();
        boolean workflow = random.nextBoolean();
        document.put("version", random.nextBoolean() ? "1.1.0" : "1.2.0");
        document.put("kind", workflow ? "CycleWorkflow" : "Node");
        odd(document);
        List<Object> nodes = new ArrayList<>();
        List<Object> edges = new ArrayList<>();
        int count = workflow ? 1 + random.nextInt(6) : 1;
        for (int n = 0; n < count; n++) {
            nodes.add(node("n" + n, n, 0));
            List<Object> depends = new ArrayList<>();
            for (int up = 0; up < n; up++) {
                if (random.nextInt(3) == 0) {
                    depends.add(of("type", "Normal", "output", "shop.n" + up));
                }
            }
            if (random.nextInt(4) == 0) {
                depends.add(of("type", "CrossCycleDependsOnSelf"));
            }
            if (!depends.isEmpty()) {
                edges.add(of("nodeId", "n" + n, "depends", depends));
            }
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (workflow) {
            Map<String, Object> flow = of("id", "w1", "name", "daily", "script", of("path", "shop/daily", "runtime", of("command", "WORKFLOW"),
                    "parameters", List.of(variable("region", "Workflow"))), "trigger", trigger(), "nodes", nodes, "dependencies", edges);
            odd(flow);
            body.put("name", "daily");
            body.put("workflows", List.of(flow));
        } else {
            body.put("nodes", nodes);
            body.put("flow", edges);
        }
        document.put("spec", body);
        return FlowDocument.of(document);
    }

    private Map<String, Object> node(String name, int n, int depth) {
        List<Object> parameters = new ArrayList<>();
        for (int p = random.nextInt(3); p > 0; p--) {
            parameters.add(variable("p" + p, "NodeParameter"));
        }
        Map<String, Object> node = of("id", name, "name", name, "recurrence", "Normal", "rerunTimes", random.nextInt(10),
                "script", of("path", "shop/" + name, "language", "odps-sql", "runtime", of("command", "ODPS_SQL", "commandTypeId", 10,
                        "sparkConf", of("spark.executor.memory", random.nextInt(9) + "g")), "content", content(), "parameters", parameters),
                "trigger", trigger(), "runtimeResource", of("resourceGroup", "group_1"),
                "inputs", n == 0 ? of("nodeOutputs", List.of(of("data", "shop_root", "artifactType", "NodeOutput"))) : of(),
                "outputs", of("nodeOutputs", List.of(of("data", "shop." + name, "artifactType", "NodeOutput", "refTableName", name))));
        if (depth < 2 && random.nextInt(6) == 0) {
            node.put("do-while", of("maxIterations", 5, "nodes", List.of(node(name + "_start", 1, depth + 1), node(name + "_body", 1, depth + 1)),
                    "flow", List.of(of("nodeId", name + "_body", "depends", List.of(of("type", "Normal", "nodeId", name + "_start"))))));
        }
        odd(node);
        return node;
    }

    private Map<String, Object> variable(String name, String scope) {
        return of("name", name, "artifactType", "Variable", "scope", scope, "type", "System", "value", "$[yyyymmdd-" + random.nextInt(9) + "]");
    }

    private Map<String, Object> trigger() {
        return of("type", "Scheduler", "cron", "00 " + random.nextInt(60) + " 0" + random.nextInt(9) + " * * ?", "timezone", "Asia/Shanghai",
                "delaySeconds", random.nextInt(100));
    }

    private String content() {
        StringBuilder text = new StringBuilder();
        for (int line = random.nextInt(8); line >= 0; line--) {
            text.append("SELECT ").append(WORDS[random.nextInt(WORDS.length)]).append(" FROM t").append(random.nextInt(5)).append(" WHERE ds='${bizdate}'")
                    .append(line == 0 ? ";" : "\n");
        }
        return text.toString();
    }

    /** A key that nobody knows, with any value. */
    private void odd(Map<String, Object> map) {
        if (random.nextInt(3) == 0) {
            map.put("x" + random.nextInt(9) + WORDS[random.nextInt(WORDS.length)], value(0));
        }
    }

    private Object value(int depth) {
        switch (random.nextInt(depth < 2 ? 8 : 6)) {
            case 0:
                return new BigDecimal("12.5000");
            case 1:
                return new BigInteger("9223372036854775999");
            case 2:
                return 7421_000_000_000_000_001L;
            case 3:
                return random.nextBoolean();
            case 4:
                return WORDS[random.nextInt(WORDS.length)];
            case 5:
                return random.nextInt();
            case 6:
                return List.of(value(depth + 1), value(depth + 1));
            default:
                return of("k", value(depth + 1), "a.b", value(depth + 1));
        }
    }

    private static Map<String, Object> of(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
