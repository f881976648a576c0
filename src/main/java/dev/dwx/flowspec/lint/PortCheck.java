package dev.dwx.flowspec.lint;

import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The {@code inputs} and {@code outputs} of a node or workflow: their shape, and what stands in them. */
final class PortCheck {
    private final Findings findings;

    PortCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Map<?, ?> entity, String path) {
        side(entity.get("inputs"), path + ".inputs", entity.containsKey("inputs"));
        side(entity.get("outputs"), path + ".outputs", entity.containsKey("outputs"));
        lineage(entity, path);
    }

    private void side(Object given, String path, boolean there) {
        if (!there || given == null) {
            return;
        }
        if (!(given instanceof Map<?, ?> map)) {
            findings.error("ports", path, Texts.of("it is an object of lists, and the service refuses {0}",
                    given instanceof List ? Texts.of("a list") : "this"),
                    "[nodeOutputs: [[data: '…']]]", given instanceof List<?> list ? QuickFix.set(path, list.isEmpty() ? Map.of()
                            : Map.of("nodeOutputs", list)) : null);
            return;
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            String at = SpecPath.key(path, key);
            if (entry.getValue() == null) {
                continue;
            }
            if (!(entry.getValue() instanceof List<?> list)) {
                findings.error("ports", at, Texts.of("it is a list"), key + ": [[ … ]]", entry.getValue() instanceof Map
                        ? QuickFix.set(at, List.of(entry.getValue())) : null);
                continue;
            }
            switch (key.toLowerCase(Locale.ROOT).replaceAll("s$", "")) {
                case "nodeoutput", "output" -> outputs(list, at);
                case "table", "variable" -> artifacts(list, at);
                case "file" -> findings.warn("ports", at, Texts.of("files are no inputs or outputs: they are dropped"), Texts.of("fileResources of the node"),
                        QuickFix.remove(at));
                default -> { }
            }
        }
    }

    private void outputs(List<?> list, String path) {
        for (int i = 0; i < list.size(); i++) {
            String at = path + "[" + i + "]";
            if (!(list.get(i) instanceof Map<?, ?> map)) {
                findings.error("ports", at, Texts.of("an object is expected"), "[data: '…']");
                continue;
            }
            String data = SpecValues.text(map, "data");
            if (data == null) {
                findings.error("ports", at + ".data", Texts.of("it is missing: the name of the output"), Texts.of("data: '<project>.<node>'"));
            } else if (data.indexOf(' ') >= 0 || !data.equals(map.get("data").toString())) {
                findings.warn("ports", at + ".data", Texts.of("'{0}' has a blank in it, and outputs are compared character for character",
                        map.get("data")), "data: '" + data.replaceAll("\\s", "") + "'");
            }
            artifact(map, at);
        }
    }

    private void artifacts(List<?> list, String path) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map<?, ?> map) {
                artifact(map, path + "[" + i + "]");
            } else {
                findings.error("ports", path + "[" + i + "]", Texts.of("an object is expected"), null);
            }
        }
    }

    private void artifact(Map<?, ?> map, String at) {
        Object kind = map.get("artifactType");
        if (kind != null && !Words.ARTIFACT.known().contains(kind)) {
            findings.warn("word", at + ".artifactType", Texts.of("{0} is none of {1}; the list that it stands in decides",
                    SpecValues.quoted(kind), String.join(", ", Words.ARTIFACT.known())), Texts.of("leave it out"),
                    QuickFix.remove(at + ".artifactType"));
        }
    }

    /** {@code odps.project.table}: another form registers no lineage, and nobody says so. */
    private void lineage(Map<?, ?> node, String path) {
        int i = 0;
        for (Object table : SpecValues.list(node, "outputs", "tables")) {
            String guid = SpecValues.text(table, "guid");
            String at = path + ".outputs.tables[" + i++ + "].guid";
            if (guid == null || guid.split("\\.", -1).length < 3 || guid.contains("..") || guid.endsWith(".") || guid.contains(" ")) {
                findings.warn("lineage", at, Texts.of("{0}; the lineage is then not there, without a word",
                        guid == null ? Texts.of("it is missing") : Texts.of("'{0}' names no table in full", guid)), "guid: 'odps.<project>.<table>'");
            }
        }
    }
}
