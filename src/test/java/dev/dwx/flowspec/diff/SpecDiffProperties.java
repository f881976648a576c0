package dev.dwx.flowspec.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dwx.flowspec.model.Documents;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecNode;
import dev.dwx.flowspec.model.SpecPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What differs is found, what means the same is not, and changes that are told are the changes that there are. */
class SpecDiffProperties {
    @Provide
    Arbitrary<FlowDocument> documents() {
        return Documents.all();
    }

    @Property(tries = 100)
    void aDocumentDiffersFromItselfNowhere(@ForAll("documents") FlowDocument document) {
        assertEquals(List.of(), SpecDiff.of(document, FlowDocument.parse(document.json())).changes());
    }

    @Property(tries = 150)
    void theOrderOfKeysNodesEdgesAndVariablesMakesNoDifference(@ForAll("documents") FlowDocument document, @ForAll long seed) {
        FlowDocument shuffled = FlowDocument.of((Map<?, ?>) shuffled("", document.map(), new Random(seed)));
        assertEquals(List.of(), SpecDiff.of(document, shuffled).changes());
    }

    @Property(tries = 150)
    void whatTheServiceWouldAddMakesNoDifference(@ForAll("documents") FlowDocument document, @ForAll long seed) {
        FlowDocument kept = stored(document, new Random(seed));
        assertEquals(List.of(), SpecDiff.of(document, kept).changes());
        assertEquals(List.of(), SpecDiff.of(kept, document).changes());
    }

    @Property(tries = 200)
    void aValueThatChangesIsFoundAtItsPath(@ForAll("documents") FlowDocument document, @ForAll long seed) {
        List<SpecPath> values = values(document.map(), SpecPath.ROOT, new ArrayList<>());
        SpecPath path = values.get(new Random(seed).nextInt(values.size()));
        FlowDocument changed = document.with(path.toString(), another(path.in(document.map())));
        List<SpecChange> changes = SpecDiff.of(document, changed).changes();
        assertTrue(changes.stream().anyMatch(change -> leadsTo(change.path(), path.toString())), () -> path + " is not told by " + changes);
    }

    @Property(tries = 300)
    void theChangesMakeTheSecondDocumentOfTheFirst(@ForAll("documents") FlowDocument before, @ForAll("documents") FlowDocument after) {
        FlowDocument applied = SpecDiff.of(before, after).applied();
        assertEquals(List.of(), SpecDiff.of(applied, after).changes(), () -> before.json() + "\n" + after.json() + "\n" + applied.json());
    }

    @Property(tries = 100)
    void linesThatAreToldMakeTheSecondTextOfTheFirst(@ForAll long seed) {
        Random random = new Random(seed);
        String before = text(random);
        String after = random.nextBoolean() ? text(random) : before.replace("b", "x");
        assertEquals(after, patched(before, LineDiff.unified(before, after)));
    }

    private static boolean leadsTo(String told, String path) {
        String of = told.contains(".depends[") ? told.substring(0, told.lastIndexOf('[', told.indexOf(".depends["))) : told;
        return path.startsWith(of) || told.startsWith(path);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int line = random.nextInt(20); line >= 0; line--) {
            text.append("abcd".charAt(random.nextInt(4))).append(line == 0 ? "" : "\n");
        }
        return text.toString();
    }

    private static String patched(String before, List<String> pieces) {
        List<String> old = List.of(before.split("\n", -1));
        List<String> now = new ArrayList<>();
        int at = 0;
        for (String line : pieces) {
            if (line.startsWith("@@ -")) {
                int[] from = {Integer.parseInt(line.substring(4, line.indexOf(','))),
                        Integer.parseInt(line.substring(line.indexOf(',') + 1, line.indexOf(" +")))};
                int start = from[1] == 0 ? from[0] : from[0] - 1;
                now.addAll(old.subList(at, start));
                at = start;
            } else if (line.charAt(0) == '+') {
                now.add(line.substring(1));
            } else {
                assertEquals(old.get(at++), line.substring(1));
                if (line.charAt(0) == ' ') {
                    now.add(line.substring(1));
                }
            }
        }
        now.addAll(old.subList(at, old.size()));
        return String.join("\n", now);
    }

    private static Object another(Object value) {
        if (value instanceof Boolean truth) {
            return !truth;
        }
        return value instanceof Number ? "x" + value : value + "x";
    }

    /** Every plain value that means something. */
    private static List<SpecPath> values(Object value, SpecPath here, List<SpecPath> all) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                if (!List.of("version", "id", "refTableName").contains(key) && !(key.equals("artifactType")
                        && here.toString().contains("inputs.nodeOutputs"))) {
                    values(inner, here.key((String) key), all);
                }
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                values(list.get(i), here.index(i), all);
            }
        } else {
            all.add(here);
        }
        return all;
    }

    private static Object shuffled(String key, Object value, Random random) {
        if (value instanceof Map<?, ?> map) {
            List<Object> keys = new ArrayList<>(map.keySet());
            Collections.shuffle(keys, random);
            Map<String, Object> copy = new LinkedHashMap<>();
            keys.forEach(name -> copy.put((String) name, shuffled((String) name, map.get(name), random)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(shuffled("", element, random)));
            if (List.of("nodes", "flow", "dependencies", "depends", "nodeOutputs", "parameters").contains(key)) {
                Collections.shuffle(copy, random);
            }
            return copy;
        }
        return value;
    }

    /** The document as the service would give it back: with ids, times and defaults, and its edges written elsewhere. */
    private static FlowDocument stored(FlowDocument document, Random random) {
        FlowDocument stored = document.with("version", "1.2.0").with("metadata.gmtModified", 1_700_000_000_000L);
        for (SpecNode node : document.allNodes()) {
            String path = node.path();
            if (random.nextBoolean()) {
                stored = stored.with(path + ".timeout", 0).with(path + ".rerunMode", "Allowed").with(path + ".instanceMode", "T+1")
                        .with(path + ".rerunTimes", String.valueOf(node.map().get("rerunTimes")))
                        .with(path + ".metadata", Map.of("tenantId", "1", "createTime", "2026-01-01 00:00:00"))
                        .with(path + ".script.id", "77").with(path + ".trigger.startTime", "1970-01-01 00:00:00")
                        .without(path + ".script.runtime.commandTypeId");
            }
        }
        for (SpecNode node : stored.nodes()) {
            if (node.inputs().contains("shop_root")) {
                String list = stored.workflow().isPresent() ? "spec.workflows[0].dependencies" : "spec.flow";
                int size = stored.at(list).map(value -> ((List<?>) value).size()).orElse(0);
                stored = stored.with(list + "[" + size + "]", Map.of("nodeId", node.id().orElseThrow(),
                        "depends", List.of(Map.of("output", "shop_root")))).with(node.path() + ".inputs", Map.of());
            }
        }
        return stored;
    }
}
