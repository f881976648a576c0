package dev.dwx.flowspec.build;

import dev.dwx.flowspec.model.SpecPath;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dwx.flowspec.lint.Finding;
import dev.dwx.flowspec.lint.SpecCheck;
import dev.dwx.flowspec.lint.SpecSetting;
import dev.dwx.flowspec.lint.SpecUse;
import dev.dwx.flowspec.model.FlowDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever sensible statements are made, the document has no fault; whatever nonsense is said is a fault and nothing else. */
class DraftProperties {
    private static final List<String> WORDS = List.of("sql", "holo", "shell", "python", "pyodps", "virtual", "emrHive", "odpsScript", "assign",
            "mysql", "clickhouse", "branch", "doWhile", "combined", "paramHub");
    private static final List<Map<String, Object>> CRONS = List.of(named("daily", "02:30"), named("weekly", List.of("MON", 5), "at", "03:00"),
            named("monthly", "last", "at", "23:00"), named("hourly", 15), named("every", "30m", "from", "08:00", "to", "17:00"),
            named("every", "2h"), named("monthly", List.of(1, 15)));

    static Map<String, Object> named(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    @Property(tries = 300)
    void sensibleStatementsMakeADocumentWithoutFault(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int count) {
        Draft flow = flow(new Random(seed), count);
        FlowDocument document = flow.build();
        List<String> errors = new ArrayList<>();
        for (Finding finding : SpecCheck.of(document.map(), SpecSetting.of(SpecUse.IMPORT_WORKFLOW).withProjectName("shop"))) {
            if (finding.isError()) {
                errors.add(finding.line());
            }
        }
        assertEquals(List.of(), errors);
        assertEquals(count, document.nodes().size());
        assertEquals(document, flow.build(), "the same draft makes the same document");
        assertEquals(document, FlowDocument.parse(document.json()));
    }

    private static Draft flow(Random random, int count) {
        Draft flow = Draft.of(Place.FLOW, "w" + random.nextInt(100), Surroundings.of("shop"));
        flow.say("cron", CRONS.get(random.nextInt(CRONS.size())));
        flow.say("datasource", "shop_mc").say("datasource", named("type", "holo"), "shop_holo").say("datasource", named("type", "emr"), "shop_emr");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            Draft node = flow.node(word, "n" + i);
            fill(node, word, random);
            for (int edges = random.nextInt(3); edges > 0 && i > 0; edges--) {
                node.say("after", random.nextBoolean() ? names.get(random.nextInt(i)) : "elsewhere.out" + edges);
            }
            settings(node, random);
            names.add("n" + i);
        }
        return flow;
    }

    private static void fill(Draft node, String word, Random random) {
        switch (word) {
            case "branch" -> node.say("when", named("describe", "yes"), "1 > 0").say("when", "1 < 0");
            case "doWhile" -> {
                node.say("most", 1 + random.nextInt(10));
                node.node("shell", "try").say("script", "echo ${dag.loopTimes}");
                node.node("end", "end").say("language", "python").say("script", "print 0");
            }
            case "combined" -> {
                node.node("sql", "one").say("script", "select 1").say("datasource", "shop_mc");
                node.node("sql", "two").say("script", "select 2").say("after", "one").say("datasource", "shop_mc");
            }
            case "paramHub" -> node.say("params", named("region", "eu", "day", "${yyyymmdd}"));
            case "mysql", "clickhouse" -> node.say("script", "select 1").say("datasource", named("type", word), "other");
            default -> node.say("script", "select '${day}'").say("params", word.equals("shell") ? named("1", "$[yyyymmdd]") : named("day", "$bizdate"));
        }
    }

    private static void settings(Draft node, Random random) {
        Map<String, Object[]> all = new LinkedHashMap<>();
        all.put("description", new Object[] {"what it does"});
        all.put("owner", new Object[] {"1000000000000001"});
        all.put("priority", new Object[] {random.nextInt(9)});
        all.put("timeout", new Object[] {(1 + random.nextInt(20)) + "h"});
        all.put("rerun", new Object[] {named("times", random.nextInt(11), "every", (1 + random.nextInt(30)) + "m")});
        all.put("recurrence", new Object[] {List.of("Normal", "Pause", "Skip").get(random.nextInt(3))});
        all.put("resourceGroup", new Object[] {"Serverless_res_group_1_2"});
        all.put("outputs", new Object[] {"shop.more_of_" + node.name()});
        all.put("table", new Object[] {"t_" + node.name()});
        all.put("delay", new Object[] {random.nextInt(600)});
        all.forEach((word, arguments) -> {
            if (random.nextInt(4) == 0) {
                node.say(word, arguments);
            }
        });
    }

    /** Every word, given anything, says something or is refused in words of its own. */
    @Property(tries = 500)
    void nonsenseIsAFaultAndNothingElse(@ForAll long seed) {
        Random random = new Random(seed);
        Place place = Place.values()[random.nextInt(Place.values().length)];
        List<SpecWord> words = SpecWords.in(place);
        SpecWord word = words.get(random.nextInt(words.size()));
        List<Object> values = new ArrayList<>(java.util.Arrays.asList(null, "", "x", 5, true, 1.5, List.of("a", 2), named("a", 1, "file", "?"),
                new LinkedHashMap<>(), "$[yyyymmdd]", "a..b", List.of(List.of()), "2h", named("type", 5)));
        List<Object> arguments = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            arguments.add(values.get(random.nextInt(values.size())));
        }
        Draft draft = Draft.of(place, "d", Surroundings.of("shop"));
        try {
            draft.say(word.name(), arguments, null);
            draft.build();
        } catch (SpecFault e) {
            assertTrue(e.getMessage().length() > 10, e.getMessage());
        }
    }

    /** What is set last is what stands there, wherever it is. */
    @Property(tries = 200)
    void setWinsOverWhatIsDerived(@ForAll @IntRange(min = 0, max = 5) int which) {
        String path = List.of("script.runtime.cu", "script.path", "outputs.nodeOutputs[0].data", "trigger", "a.b[0].c", "x['d.e'].f").get(which);
        Draft node = Draft.ofNode("holo", "n", Surroundings.of("shop")).say("set", path, "new").say("unset", "inputs");
        Map<String, Object> built = node.build().nodes().get(0).map();
        assertEquals("new", SpecPath.parse(path).in(built));
        assertTrue(!built.containsKey("inputs"));
        assertThrows(SpecFault.class, () -> Draft.ofNode("holo", "n", Surroundings.of("shop")).say("set", "name.x", 1).build());
    }
}
