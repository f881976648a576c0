package dev.dwx.dsl.lifecycle;

import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecNode;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A node of a document as a file of the old DataStudio: what {@code CreateFile} and {@code UpdateFile} take. Both say the same in other
 * words: recurrences, reruns and dependencies have names of their own there.
 *
 * @param name the file's name
 * @param arguments by parameter name; the type is the command's word
 */
record FileDraft(String name, String type, String folder, Map<String, Object> arguments) {
    private static final Map<String, String> RERUN = Map.of("Allowed", "ALL_ALLOWED", "FailureAllowed", "FAILURE_ALLOWED", "Denied", "ALL_DENIED");
    private static final Map<String, String> RECURRENCE = Map.of("Normal", "NORMAL", "Pause", "PAUSE", "Skip", "SKIP");

    /** A file for each node of a document. */
    static List<FileDraft> all(FlowDocument document) {
        List<FileDraft> drafts = new ArrayList<>();
        for (SpecNode node : document.nodes()) {
            drafts.add(of(document, node));
        }
        return drafts;
    }

    private static FileDraft of(FlowDocument document, SpecNode node) {
        String name = node.name().orElseThrow(() -> new IllegalArgumentException(Texts.of("{0} has no name, and a file needs one.",
                node.path())));
        String type = node.command().orElseThrow(() -> new IllegalArgumentException(Texts.of("The node {0} does not say of which type it"
                + " is: script.runtime.command is missing.", name)));
        Map<String, Object> map = node.map();
        String cron = node.cron().orElse(document.workflow().map(flow -> JsonWalk.text(flow.map(), "trigger", "cron")).orElse(null));
        Map<String, Object> arguments = Service.named("Content", node.content().orElse(""), "AutoParsing", false,
                "Owner", JsonWalk.text(map, "owner"), "FileDescription", JsonWalk.text(map, "description"),
                "ConnectionName", JsonWalk.text(map, "datasource", "name"),
                "ResourceGroupIdentifier", JsonWalk.text(map, "runtimeResource", "resourceGroup"),
                "CronExpress", cron, "CycleType", cron == null ? null : cycle(cron),
                "InputList", join(inputs(document, node)), "OutputList", join(node.outputs()), "ParaValue", parameters(map),
                "RerunMode", RERUN.get(String.valueOf(JsonWalk.text(map, "rerunMode"))), "AutoRerunTimes", Fields.number(map, "rerunTimes"),
                "AutoRerunIntervalMillis", Fields.number(map, "rerunInterval"),
                "SchedulerType", RECURRENCE.get(String.valueOf(JsonWalk.text(map, "recurrence"))));
        return new FileDraft(name, type, folder(document, map, name), arguments);
    }

    /** Where its script stands, without its own name; else the workflow's folder. */
    private static String folder(FlowDocument document, Map<String, Object> node, String name) {
        String path = JsonWalk.text(node, "script", "path");
        if (path != null && path.endsWith("/" + name)) {
            return path.substring(0, path.length() - name.length() - 1);
        }
        return path != null && !path.equals(name) ? path : "Business Flow/" + document.workflow().flatMap(flow -> flow.name()).orElse("dwx") + "/MaxCompute";
    }

    /** {@code DAY} is once a day or more seldom; what runs oftener is {@code NOT_DAY}. */
    static String cycle(String cron) {
        String[] fields = cron.strip().split("\\s+");
        boolean often = false;
        for (int i = 1; i < 3 && i < fields.length; i++) {
            often |= fields[i].matches(".*[*/,-].*");
        }
        return often ? "NOT_DAY" : "DAY";
    }

    /** What it waits for: its own inputs, and the edges of the document that are its own. */
    private static Set<String> inputs(FlowDocument document, SpecNode node) {
        Set<String> inputs = new LinkedHashSet<>(node.inputs());
        Map<String, String> outputs = new LinkedHashMap<>();
        for (SpecNode each : document.nodes()) {
            each.outputs().stream().findFirst().ifPresent(first -> each.id().ifPresent(id -> outputs.put(id, first)));
        }
        List<Object> owners = new ArrayList<>();
        owners.add(document.body());
        document.workflow().ifPresent(flow -> owners.add(flow.map()));
        for (Object owner : owners) {
            for (String key : new String[] {"dependencies", "flow"}) {
                for (Map<String, Object> edge : Fields.maps(owner, key)) {
                    String of = JsonWalk.text(edge, "nodeId");
                    if (of == null || !of.equals(node.id().orElse(null)) && !of.equals(node.name().orElse(null))) {
                        continue;
                    }
                    for (Map<String, Object> depend : Fields.maps(edge, "depends")) {
                        String output = JsonWalk.text(depend, "output");
                        output = output == null ? outputs.get(String.valueOf(JsonWalk.text(depend, "nodeId"))) : output;
                        if (output != null) {
                            inputs.add(output);
                        }
                    }
                }
            }
        }
        return inputs;
    }

    private static String join(Iterable<String> words) {
        String joined = String.join(",", words);
        return joined.isEmpty() ? null : joined;
    }

    /** {@code bizdate=$bizdate region=eu}. */
    private static String parameters(Map<String, Object> node) {
        List<String> words = new ArrayList<>();
        for (Map<String, Object> parameter : Fields.maps(node, "script", "parameters")) {
            if (JsonWalk.text(parameter, "name") != null) {
                words.add(JsonWalk.text(parameter, "name") + "=" + (JsonWalk.text(parameter, "value") == null ? "" : JsonWalk.text(parameter, "value")));
            }
        }
        return words.isEmpty() ? null : String.join(" ", words);
    }
}
