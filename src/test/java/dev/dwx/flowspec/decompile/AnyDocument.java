package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.NodeTypes;
import dev.dwx.flowspec.model.FlowDocument;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Documents of every kind, version, entity and enumeration, with references, unknown keys and values of wrong types among them. The
 * same seed gives the same document.
 */
public final class AnyDocument {
    private static final String[] NAMES = {"a", "b", "dwd_orders", "\u8ba2\u5355", "o'b", "x y", "7349871234567890123", "c.d", "$n"};
    private static final String[] OUTPUTS = {"shop.a", "shop.b", "shop.dwd_orders", "shop_root", "other.x", "7349871234567890123", "loose", ""};
    private static final String[] TEXTS = {"", "x", "$bizdate", "${yyyymmdd-1}", "$[yyyymmdd-1/24]", "it's", "'''", "\\", "a\nb\n", "a\r\nb",
            "dt='${bizdate}'", "{{scripts.s1}}", "\u4e2d\u6587", "\ud83d\ude00", "select '\\\\d' from t\nwhere x = '${day}'", "1970-01-01 00:00:00"};
    private static final String[] CRONS = {"00 30 02 * * ?", "00 15 00-23/1 * * ?", "00 */30 00-23 * * ?", "00 00 04 ? * 1",
            "00 30 06 1 * ?", "00 00-59/10 8-17 * * ?", "00 00 23 L * ?", "00 05 00 ? * 2,5", "0 0 0 * * ? *", "nonsense"};

    private final Random random;
    /** How often something is other than it should be. */
    private final int oddity;

    private AnyDocument(long seed) {
        random = new Random(seed);
        oddity = random.nextInt(3) * 4;
    }

    public static FlowDocument of(long seed) {
        return FlowDocument.of(new AnyDocument(seed).document());
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        maybe(document, 90, "version", () -> one("1.0.0", "1.1.0", "1.1.0", "1.1.0", "1.2.0", "2.0.0", 2));
        maybe(document, 95, "kind", () -> one("Node", "Node", "CycleWorkflow", "CycleWorkflow", "ManualWorkflow", "TriggerWorkflow",
                "ManualNode", "TemporaryWorkflow", "Resource", "Function", "Component", "DataSource", "DataQuality", "Table", "node"));
        maybe(document, 30, "metadata", this::metadata);
        if ("1.0.0".equals(document.get("version")) && random.nextBoolean()) {
            document.putAll(body(document.get("kind")));
        } else {
            maybe(document, 98, "spec", () -> body(document.get("kind")));
        }
        odd(document);
        return document;
    }

    private Map<String, Object> body(Object kind) {
        Map<String, Object> body = new LinkedHashMap<>();
        maybe(body, 40, "name", this::name);
        maybe(body, 30, "type", () -> kind);
        maybe(body, 15, "id", this::name);
        String about = String.valueOf(kind);
        if (about.endsWith("Workflow") && random.nextInt(3) > 0) {
            body.put("workflows", list(1, 1, this::workflow));
        }
        maybe(body, about.contains("ode") || about.endsWith("Workflow") ? 70 : 5, "nodes", () -> list(1, about.equals("Node") ? 1 : 4, this::node));
        maybe(body, about.equals("Resource") ? 95 : 3, "fileResources", () -> list(1, 2, this::resource));
        maybe(body, about.equals("Function") ? 95 : 3, "functions", () -> list(1, 2, this::function));
        maybe(body, about.equals("Component") ? 95 : 3, "components", () -> list(1, 1, this::component));
        maybe(body, about.equals("DataSource") ? 95 : 3, "datasources", () -> list(1, 2, this::datasource));
        maybe(body, about.equals("DataQuality") ? 95 : 3, "dqcRules", () -> list(1, 2, () -> map("name", name(), "table", text(),
                "schedulerNode", map("output", output()))));
        maybe(body, 60, "flow", () -> list(0, 3, this::dependency));
        maybe(body, 10, "variables", () -> list(0, 2, this::variable));
        maybe(body, 5, "scripts", () -> list(0, 2, this::script));
        maybe(body, 5, "triggers", () -> list(0, 2, this::trigger));
        maybe(body, 5, "artifacts", () -> map("tables", list(0, 2, this::table), "nodeOutputs", list(0, 1, this::port)));
        odd(body);
        return body;
    }

    private Map<String, Object> workflow() {
        Map<String, Object> workflow = new LinkedHashMap<>();
        maybe(workflow, 80, "id", this::name);
        maybe(workflow, 95, "name", this::name);
        maybe(workflow, 30, "owner", () -> "1000000000000001");
        maybe(workflow, 30, "description", this::text);
        maybe(workflow, 90, "script", () -> map("path", "root/" + name(), "runtime", map("command", "WORKFLOW"), "parameters",
                list(0, 2, this::variable)));
        maybe(workflow, 90, "trigger", this::trigger);
        maybe(workflow, 60, "strategy", this::strategy);
        maybe(workflow, 60, "inputs", () -> map());
        maybe(workflow, 80, "outputs", () -> map("nodeOutputs", list(0, 2, this::port)));
        maybe(workflow, 95, "nodes", () -> list(0, 5, this::node));
        maybe(workflow, 80, "dependencies", () -> list(0, 4, this::dependency));
        maybe(workflow, 20, "metadata", this::metadata);
        odd(workflow);
        return workflow;
    }

    private Object node() {
        if (random.nextInt(100) < oddity) {
            return one("{{nodes.a}}", "a", null, 7);
        }
        Map<String, Object> node = new LinkedHashMap<>();
        maybe(node, 90, "id", this::name);
        maybe(node, 97, "name", this::name);
        maybe(node, 20, "owner", () -> "1000000000000001");
        maybe(node, 20, "description", this::text);
        maybe(node, 70, "recurrence", () -> one("Normal", "Pause", "Skip"));
        maybe(node, 10, "priority", () -> one(1, -1, 7));
        timing(node);
        maybe(node, 10, "ignoreBranchConditionSkip", () -> random.nextBoolean());
        maybe(node, 10, "autoParse", () -> random.nextBoolean());
        maybe(node, 40, "datasource", this::datasource);
        maybe(node, 95, "script", this::script);
        maybe(node, 80, "trigger", this::trigger);
        maybe(node, 40, "runtimeResource", () -> map("resourceGroup", "Serverless_res_group_1_2", "resourceGroupId", one("1", null)));
        maybe(node, 10, "fileResources", () -> list(0, 2, () -> one(map("name", "lib.py"), "{{fileResources.x}}")));
        maybe(node, 5, "functions", () -> list(0, 2, () -> map("name", "mask")));
        maybe(node, 60, "inputs", this::ports);
        maybe(node, 70, "outputs", this::ports);
        maybe(node, 5, "strategy", this::strategy);
        maybe(node, 10, "metadata", this::metadata);
        maybe(node, 3, "reference", () -> map("output", output()));
        control(node);
        odd(node);
        return node;
    }

    private void timing(Map<String, Object> map) {
        maybe(map, 30, "timeout", () -> one(0, 0, 3, "3600"));
        maybe(map, 20, "timeoutUnit", () -> "HOURS");
        maybe(map, 30, "instanceMode", () -> one("T+1", "Immediately"));
        maybe(map, 50, "rerunMode", () -> one("Allowed", "Denied", "FailureAllowed"));
        maybe(map, 30, "rerunTimes", () -> one(0, 3, 10, 99));
        maybe(map, 30, "rerunInterval", () -> one(180000, 120000, 90000, 1, 9000000));
    }

    private Map<String, Object> strategy() {
        Map<String, Object> strategy = new LinkedHashMap<>();
        timing(strategy);
        maybe(strategy, 30, "priority", () -> 1);
        maybe(strategy, 40, "failureStrategy", () -> one("Continue", "Break"));
        maybe(strategy, 20, "maxInternalConcurrency", () -> 0);
        return strategy;
    }

    private void control(Map<String, Object> node) {
        switch (random.nextInt(24)) {
            case 0 -> node.put("branch", map("branches", list(0, 2, () -> map("when", "${n} > 1", "desc", text(), "output", port()))));
            case 1 -> node.put("join", map("logic", map("expression", "b_1 or b_2"), "branches", list(0, 2, () -> map("name", "b_1",
                    "output", port(), "assertion", map("field", "status", "in", list(1, 2, () -> one("SUCCESS", "FAILURE")))))));
            case 2 -> node.put(random.nextBoolean() ? "do-while" : "doWhile", map("maxIterations", 5, "nodes", list(0, 2, this::node),
                    "while", node(), "flow", list(0, 2, this::dependency)));
            case 3 -> node.put("for-each", map("maxIterations", 5, "array", variable(), "nodes", list(0, 2, this::node), "flow",
                    list(0, 2, this::dependency)));
            case 4 -> node.put("combined", map("nodes", list(0, 2, this::node), "dependencies", list(0, 2, this::dependency)));
            case 5 -> node.put("subflow", one(map("name", name()), map("nodes", list(0, 2, this::node))));
            case 6 -> node.put("param-hub", map("variables", list(0, 3, this::variable)));
            case 7 -> node.put("component", component());
            default -> { }
        }
    }

    private Object script() {
        if (random.nextInt(100) < oddity) {
            return one("{{scripts.s1}}", "s1", map());
        }
        Map<String, Object> script = new LinkedHashMap<>();
        maybe(script, 80, "path", () -> "Business_flow/shop/" + name());
        maybe(script, 60, "language", () -> one("odps-sql", "shell-script", "json", "python3", "hologres-sql"));
        maybe(script, 80, "content", this::text);
        maybe(script, 95, "runtime", this::runtime);
        maybe(script, 50, "parameters", () -> list(0, 3, this::variable));
        return script;
    }

    private Object runtime() {
        List<String> commands = NodeTypes.commands();
        String command = random.nextInt(3) > 0 ? one("ODPS_SQL", "DIDE_SHELL", "PYODPS3", "DI", "VIRTUAL", "HOLOGRES_SQL").toString()
                : random.nextInt(9) == 0 ? "BRAND_NEW" : commands.get(random.nextInt(commands.size()));
        Map<String, Object> runtime = map("command", command);
        maybe(runtime, 60, "commandTypeId", () -> NodeTypes.code(command).isPresent() ? NodeTypes.code(command).getAsInt() : 4711);
        maybe(runtime, 20, "cu", () -> one("0.25", "0.5", 1));
        maybe(runtime, 10, "sparkConf", () -> map("spark.executor.memory", "2g", "spark.x['y']", 4));
        maybe(runtime, 5, "engine", () -> "MaxCompute");
        return runtime;
    }

    private Object trigger() {
        Map<String, Object> trigger = new LinkedHashMap<>();
        maybe(trigger, 95, "type", () -> one("Scheduler", "Scheduler", "Manual", "Streaming", "Custom"));
        maybe(trigger, 85, "cron", () -> one((Object[]) CRONS));
        maybe(trigger, 20, "cycleType", () -> "Daily");
        maybe(trigger, 30, "startTime", () -> "1970-01-01 00:00:00");
        maybe(trigger, 30, "endTime", () -> "9999-01-01 00:00:00");
        maybe(trigger, 40, "timezone", () -> one("Asia/Shanghai", "GMT+08:00"));
        maybe(trigger, 20, "delaySeconds", () -> one(0, 300));
        return trigger;
    }

    private Object ports() {
        Map<String, Object> ports = new LinkedHashMap<>();
        maybe(ports, 80, "nodeOutputs", () -> list(0, 3, this::port));
        maybe(ports, 20, "tables", () -> list(0, 2, this::table));
        maybe(ports, 15, "variables", () -> list(0, 2, this::variable));
        odd(ports);
        return ports;
    }

    private Object port() {
        if (random.nextInt(100) < oddity) {
            return output();
        }
        Map<String, Object> port = map("data", output());
        maybe(port, 80, "artifactType", () -> "NodeOutput");
        maybe(port, 40, "refTableName", this::name);
        maybe(port, 20, "isDefault", () -> true);
        maybe(port, 10, "sourceType", () -> one("System", "Manual"));
        return port;
    }

    private Object table() {
        Map<String, Object> table = map("guid", one("odps.shop.dwd_orders", "odps.other.t", "t", "a.b"));
        maybe(table, 80, "artifactType", () -> "Table");
        maybe(table, 10, "hasPartition", () -> true);
        return table;
    }

    private Object variable() {
        Map<String, Object> variable = new LinkedHashMap<>();
        maybe(variable, 97, "name", () -> one("bizdate", "day", "1", "2", "-", "outputs", "in"));
        maybe(variable, 85, "artifactType", () -> "Variable");
        maybe(variable, 90, "scope", () -> one("NodeParameter", "NodeParameter", "NodeContext", "Workflow", "Workspace", "Tenant"));
        maybe(variable, 90, "type", () -> one("System", "System", "Constant", "NodeOutput", "PassThrough", "NoKvVariableExpression"));
        maybe(variable, 95, "value", () -> random.nextInt(20) == 0 ? 7 : text());
        maybe(variable, 8, "node", () -> map("output", output()));
        maybe(variable, 8, "referenceVariable", () -> map("name", "outputs", "node", map("output", output())));
        return variable;
    }

    private Object dependency() {
        Map<String, Object> entry = new LinkedHashMap<>();
        maybe(entry, 97, "nodeId", () -> one(name(), name(), "{{a}}"));
        maybe(entry, 97, "depends", () -> list(0, 3, this::depend));
        odd(entry);
        return entry;
    }

    private Object depend() {
        Map<String, Object> depend = new LinkedHashMap<>();
        maybe(depend, 90, "type", () -> one("Normal", "Normal", "Normal", "CrossCycleDependsOnSelf", "CrossCycleDependsOnChildren",
                "CrossCycleDependsOnOtherNode"));
        maybe(depend, 85, "output", this::output);
        maybe(depend, 10, "nodeId", this::name);
        maybe(depend, 30, "refTableName", this::name);
        return depend;
    }

    private Object datasource() {
        Map<String, Object> source = map("name", one("shop_mc", "shop_holo"));
        maybe(source, 80, "type", () -> one("odps", "holo", "emr", "mysql"));
        maybe(source, 10, "subType", () -> "x");
        maybe(source, 5, "config", () -> "{\"a\":1}");
        return source;
    }

    private Object resource() {
        return map("name", "lib.py", "type", one("python", "jar", "archive", "file"), "script", map("path", "shop/lib.py", "runtime",
                map("command", one("ODPS_PYTHON", "ODPS_JAR", "EMR_FILE"))), "file", map("storage", one(map(), map("type", "oss"))),
                "datasource", datasource(), "x", scalar());
    }

    private Object function() {
        return map("name", name(), "type", one("math", "aggregate", "string", "date", "analytic", "other"), "className", "a.B", "script",
                map("path", "shop/f", "runtime", map("command", "ODPS_FUNCTION")), "fileResources", list(0, 2, () -> map("name", "lib.py")),
                "resourceType", one("file", "embedded"), "embeddedCodeType", one("python2", "python3", "java8"));
    }

    private Object component() {
        return map("name", name(), "script", script(), "inputs", list(0, 2, () -> map("name", "src", "type", "string", "value", text())),
                "outputs", list(0, 1, () -> map("name", "out", "type", "string")), "metadata", metadata());
    }

    private Object metadata() {
        return map("uuid", "7349871234567890123", "tenantId", new BigInteger("123456789012345"), "gmtModified", 1719999999999L, "owner", text());
    }

    /** Now and then an unknown key, an empty container, a value of another type. */
    private void odd(Map<String, Object> map) {
        if (random.nextInt(100) < 2 + oddity) {
            map.put(one("zz", "a.b", "x['y']", "", "spec", "document", "in", "\u952e", "with blank").toString(), one(scalar(), map(),
                    new ArrayList<>(), list(1, 3, this::scalar), map("k", scalar(), "l", list(0, 2, this::scalar))));
        }
        if (random.nextInt(300) < oddity && !map.isEmpty()) {
            List<String> keys = new ArrayList<>(map.keySet());
            map.put(keys.get(random.nextInt(keys.size())), one(scalar(), map(), new ArrayList<>()));
        }
    }

    private Object scalar() {
        return one(text(), 0, -7, 12345678901234L, new BigInteger("123456789012345678901234567890"), new BigDecimal("1.10"),
                new BigDecimal("-2E+5"), new BigDecimal("0.000001"), true, false, null);
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private String name() {
        return NAMES[random.nextInt(random.nextInt(3) > 0 ? 3 : NAMES.length)];
    }

    private String output() {
        return OUTPUTS[random.nextInt(OUTPUTS.length)];
    }

    private Object one(Object... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void maybe(Map<String, Object> map, int percent, String key, Supplier<Object> value) {
        if (random.nextInt(100) < percent) {
            map.put(key, value.get());
        }
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private List<Object> list(int least, int most, Supplier<Object> element) {
        List<Object> list = new ArrayList<>();
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }
}
