package dev.dwx.flowspec.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.json.ExactJson;
import dev.dwx.json.JsonLines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Generated workflows: good ones have no finding, spoilt ones are mended without new errors. */
class LintProperties {
    private static final List<String> CRONS = List.of("00 30 06 * * ?", "00 */30 00-23 * * ?", "00 15 00-23/1 * * ?", "00 20 00 1 * ?",
            "00 05 00 ? * 2,5", "00 00 23 L * ?", "00 00-59/10 8-17 * * ?", "00 10 00 1 1-12/3 ?");
    private static final List<String> VALUES = List.of("$bizdate", "$cyctime", "${yyyymmdd}", "${yyyymm-1}", "$[yyyymmdd-1]", "$[hh24miss-1/24]",
            "$[add_months(yyyymmdd,-1)]", "plain");
    private static final Object[] SPOILS = {null, "", "x", 7, true, List.of(), Map.of(), "ALL_ALLOWED", "30 6 * * *", "{{none}}", "a b", 99,
        List.of(Map.of("data", "x")), "normal", "skip", "Daily"};

    @Provide
    Arbitrary<Map<String, Object>> workflows() {
        return Combinators.combine(Arbitraries.integers().between(1, 12), Arbitraries.of(CRONS), Arbitraries.randomValue(Random::nextLong))
                .as(LintProperties::workflow);
    }

    private static Map<String, Object> workflow(int size, String cron, long seed) {
        Random random = new Random(seed);
        List<Object> nodes = new ArrayList<>();
        List<Object> dependencies = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            nodes.add(node("node_" + i, cron, random));
            if (i > 0) {
                List<Object> depends = new ArrayList<>();
                for (int upstream = 0; upstream < i; upstream++) {
                    if (upstream == i - 1 || random.nextInt(4) == 0) {
                        depends.add(map("type", "Normal", "output", "shop.node_" + upstream));
                    }
                }
                dependencies.add(map("nodeId", "node_" + i, "depends", depends));
            }
        }
        Map<String, Object> workflow = map("name", "flow", "script", map("path", "team/flow", "runtime", map("command", "WORKFLOW")),
                "trigger", map("type", "Scheduler", "cron", cron, "timezone", "Asia/Shanghai"), "outputs",
                map("nodeOutputs", List.of(map("data", "shop.flow"))), "nodes", nodes, "dependencies", dependencies);
        return map("version", "1.1.0", "kind", "CycleWorkflow", "spec", map("workflows", List.of(workflow)));
    }

    private static Map<String, Object> node(String name, String cron, Random random) {
        String value = VALUES.get(random.nextInt(VALUES.size()));
        String[] type = List.of("ODPS_SQL odps-sql select_'${day}'", "PYODPS3 python3 args['day']", "EMR_SHELL shell-script echo_${day}")
                .get(random.nextInt(3)).split(" ");
        return map("id", name, "name", name, "recurrence", "Normal", "rerunMode", "Allowed", "rerunTimes", random.nextInt(11), "rerunInterval", 120000,
                "datasource", type[0].startsWith("EMR") ? map("name", "emr", "type", "emr") : map("name", "mc", "type", "odps"),
                "script", map("path", "team/flow/" + name, "language", type[1], "content", type[2].replace('_', ' '), "runtime", map("command", type[0]),
                        "parameters", List.of(map("name", "day", "type", value.equals("plain") ? "Constant" : "System", "scope", "NodeParameter",
                                "value", value))),
                "trigger", map("type", "Scheduler", "cron", cron), "outputs", map("nodeOutputs", List.of(map("data", "shop." + name))));
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Property(tries = 60)
    void goodDocumentsHaveNoFinding(@ForAll("workflows") Map<String, Object> document) {
        SpecSetting setting = SpecSetting.of(document).withProjectName("shop");
        assertEquals(List.of(), SpecCheck.of(document, setting));
        assertEquals(FlowDocument.of(document), SpecCheck.mended(document, setting, Set.of()));
    }

    @Property(tries = 100)
    void mendingLeadsToNoNewError(@ForAll("workflows") Map<String, Object> document, @ForAll long seed) {
        Random random = new Random(seed);
        Object spoilt = document;
        for (int i = 0; i <= random.nextInt(4); i++) {
            spoilt = spoil(spoilt, random, 2 + random.nextInt(7));
        }
        SpecSetting setting = SpecSetting.of(SpecUse.IMPORT_WORKFLOW).withProjectName("shop");
        Set<String> before = errors(SpecCheck.of(spoilt, setting));
        FlowDocument mended = SpecCheck.mended(spoilt, setting, Set.of());
        Set<String> after = errors(SpecCheck.of(mended.map(), setting));
        assertTrue(before.containsAll(after), () -> "new: " + after + " beside " + before);
        assertEquals(mended, SpecCheck.mended(mended.map(), setting, Set.of()), "mending twice is mending once");
    }

    private static Set<String> errors(List<Finding> findings) {
        Set<String> errors = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.isError()) {
                errors.add(finding.code() + " " + finding.path());
            }
        }
        return errors;
    }

    /** Another value, a key more or less, somewhere at a depth. */
    private static Object spoil(Object value, Random random, int depth) {
        if (depth == 0 || !(value instanceof Map || value instanceof List) || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof List<?> list && list.isEmpty()) {
            return SPOILS[random.nextInt(SPOILS.length)];
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            int place = random.nextInt(copy.size());
            copy.set(place, spoil(copy.get(place), random, depth - 1));
            return copy;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, one) -> copy.put((String) key, one));
        List<String> keys = new ArrayList<>(copy.keySet());
        String key = keys.get(random.nextInt(keys.size()));
        if (depth == 1 && random.nextInt(3) == 0) {
            Object held = copy.remove(key);
            copy.put(random.nextBoolean() ? key.toUpperCase(java.util.Locale.ROOT) : key + "s", held);
        } else {
            copy.put(key, spoil(copy.get(key), random, depth - 1));
        }
        return copy;
    }

    @Property(tries = 60)
    void everyValueOfATextHasTheLineItStandsOn(@ForAll("workflows") Map<String, Object> document, @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int[] count = {0};
        Map<String, Integer> expected = new LinkedHashMap<>();
        write(document, "", text, random, expected, count);
        assertEquals(ExactJson.parse(ExactJson.write(document)), ExactJson.parse(text.toString()));
        JsonLines lines = JsonLines.of(text.toString());
        expected.forEach((path, line) -> assertEquals(line, lines.line(path), path));
    }

    private static void write(Object value, String path, StringBuilder text, Random random, Map<String, Integer> lines, int[] count) {
        if (value instanceof Map<?, ?> map) {
            text.append('{');
            String between = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(between);
                between = ",";
                breaks(text, random, count);
                String at = path.isEmpty() ? entry.getKey().toString() : path + "." + entry.getKey();
                lines.put(at, count[0] + 1);
                text.append('"').append(entry.getKey()).append("\" :");
                breaks(text, random, count);
                write(entry.getValue(), at, text, random, lines, count);
            }
            text.append('}');
        } else if (value instanceof List<?> list) {
            text.append('[');
            for (int i = 0; i < list.size(); i++) {
                text.append(i == 0 ? "" : ",");
                breaks(text, random, count);
                lines.put(path + "[" + i + "]", count[0] + 1);
                write(list.get(i), path + "[" + i + "]", text, random, lines, count);
            }
            breaks(text, random, count);
            text.append(']');
        } else {
            text.append(ExactJson.write(value));
        }
    }

    private static void breaks(StringBuilder text, Random random, int[] count) {
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(random.nextBoolean() ? "\n" : " \r\n\t");
            count[0]++;
        }
    }
}
