package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The outermost keys of a document: version, kind, spec. */
final class EnvelopeCheck {
    private static final List<String> VERSIONS = List.of("1.0.0", "1.1.0", "1.2.0", "2.0.0");
    /** Keys that people take over from other systems' descriptions, and where the thing belongs here. */
    private static final Map<String, String> INVENTED = Map.of(
            "apiVersion", "the key is version: '1.1.0'",
            "schedule", "the schedule is trigger: [cron: '00 30 06 * * ?'] of the node",
            "nodes", "nodes stand below spec: spec: [nodes: [ … ]]",
            "workflows", "workflows stand below spec: spec: [workflows: [ … ]]");

    private final SpecSetting setting;
    private final Findings findings;

    EnvelopeCheck(SpecSetting setting, Findings findings) {
        this.setting = setting;
        this.findings = findings;
    }

    void check(Map<String, Object> document) {
        boolean flat = SpecBody.isFlat(document);
        version(document.get("version"), flat);
        kind(document.get("kind"));
        if (!flat && !(document.get("spec") instanceof Map)) {
            findings.error("body", "spec", document.containsKey("spec") ? Texts.of("it is an object") : Texts.of("it is missing"),
                    "spec: [" + setting.use().section() + ": [[ … ]]]");
        }
        for (String key : document.keySet()) {
            String right = flat && (key.equals("nodes") || key.equals("workflows")) ? null : INVENTED.get(key);
            if (right != null) {
                boolean plain = key.equals("apiVersion") && document.containsKey("version");
                findings.error("invented", key, Texts.of("there is no such key at the top"), Texts.listed(right), plain ? QuickFix.remove(key) : null);
            }
        }
        if (SpecValues.at(document, "metadata", "name") != null && !flat && !(document.get("spec") instanceof Map)) {
            findings.error("invented", "metadata.name", Texts.of("the name is not read there"), Texts.of("name: … inside spec.{0}[0]",
                    setting.use().section()));
        }
    }

    private void version(Object version, boolean flat) {
        QuickFix usual = QuickFix.set("version", "1.1.0");
        if (version == null) {
            findings.error("version", "version", Texts.of("it is missing"), "version: '1.1.0'", usual);
        } else if (!(version instanceof String)) {
            String text = VERSIONS.contains(version.toString()) ? version.toString() : "1.1.0";
            findings.error("version", "version", Texts.of("it is a text, and is {0}", version), "version: '" + text + "'", QuickFix.set("version", text));
        } else if (!VERSIONS.contains(version)) {
            findings.warn("version", "version", Texts.of("'{0}' is none of {1}", version, String.join(", ", VERSIONS)), "version: '1.1.0'", usual);
        } else if (flat) {
            findings.warn("version-flat", "version", Texts.of("the form of version 1.0.0, without spec and with outputs.outputs, is"
                    + " older than what the operations' pages describe"), Texts.of("version: '1.1.0', and everything but version, kind and metadata below spec"));
        }
    }

    private void kind(Object given) {
        List<String> kinds = setting.use().kinds();
        String usual = kinds.get(0);
        if (!(given instanceof String kind)) {
            findings.error("kind", "kind", given == null ? Texts.of("it is missing") : Texts.of("it is a text"), "kind: '" + usual + "'",
                    given == null && kinds.size() == 1 ? QuickFix.set("kind", usual) : null);
            return;
        }
        if (kinds.contains(kind)) {
            return;
        }
        String fix = "kind: '" + usual + "'";
        QuickFix change = kinds.size() == 1 ? QuickFix.set("kind", usual) : null;
        for (String known : kinds) {
            if (known.toLowerCase(Locale.ROOT).equals(kind.toLowerCase(Locale.ROOT))) {
                fix = Texts.of("it is spelled '{0}'", known);
                change = QuickFix.set("kind", known);
            }
        }
        boolean workflow = kind.equals("Workflow") || kind.equals("Flow");
        findings.error("kind", "kind", Texts.of("'{0}' does not go with this call{1}", kind,
                workflow ? Texts.of("; a workflow that runs by schedule is a CycleWorkflow") : setting.use() == SpecUse.UPDATE_NODE ? Texts.of("; a node is changed with kind Node, whatever it is in") : ""), fix, change);
    }
}
