package dev.dwx.flowspec.lint;

import dev.dwx.json.ExactJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Looks through a FlowSpec document before it is sent: what the service refuses with codes that say little, and what it takes without a word and
 * then loses. The rules are those of the published specification, of the operations' pages, and of what people saw happen.
 * Unknown keys are nobody's business here: the service knows more of them than its specification.
 */
public final class SpecCheck {
    private static final List<String> VERSIONS = List.of("1.0.0", "1.1.0", "1.2.0", "2.0.0");
    /** Keys that people take over from other systems' descriptions, and where the thing belongs here. */
    private static final Map<String, String> INVENTED = Map.of(
            "apiVersion", "the key is version: '1.1.0'",
            "schedule", "the schedule is trigger: [cron: '00 30 06 * * ?'] of the node",
            "nodes", "nodes stand below spec: spec: [nodes: [ … ]]",
            "workflows", "workflows stand below spec: spec: [workflows: [ … ]]");

    private final SpecSetting setting;
    private final Findings findings = new Findings();

    private SpecCheck(SpecSetting setting) {
        this.setting = setting;
    }

    /**
     * Everything that is wrong or doubtful.
     *
     * @param spec the document: JSON text, or maps and lists
     */
    public static List<Finding> of(Object spec, SpecSetting setting) {
        SpecCheck check = new SpecCheck(setting);
        check.run(spec);
        return check.findings.all();
    }

    private void run(Object spec) {
        Object document = spec;
        if (spec instanceof CharSequence text) {
            try {
                document = ExactJson.parse(text.toString());
            } catch (ExactJson.Malformed e) {
                findings.error("json", "Spec", "the text is no JSON: " + e.getMessage(),
                        "give a map, [version: '1.1.0', kind: '" + kind() + "', spec: [ … ]], and dwx writes the JSON");
                return;
            }
        }
        if (!(document instanceof Map<?, ?> map)) {
            findings.error("json", "Spec", "a FlowSpec is an object", "begin with [version: '1.1.0', kind: '" + kind() + "', spec: [ … ]]");
            return;
        }
        envelope(map);
        if (map.get("spec") instanceof Map<?, ?> body) {
            body(body);
        }
    }

    private String kind() {
        return setting.use().kinds().get(0);
    }

    private void envelope(Map<?, ?> map) {
        Object version = map.get("version");
        if (version == null) {
            findings.error("version", "version", "it is missing", "version: '1.1.0'");
        } else if (!(version instanceof String)) {
            findings.error("version", "version", "it is a text, and is " + version, "version: '1.1.0'");
        } else if (!VERSIONS.contains(version)) {
            findings.warn("version", "version", "'" + version + "' is none of " + String.join(", ", VERSIONS), "version: '1.1.0'");
        }
        checkKind(map.get("kind"));
        if (!(map.get("spec") instanceof Map)) {
            findings.error("body", "spec", map.containsKey("spec") ? "it is an object" : "it is missing",
                    "spec: [" + setting.use().section() + ": [[ … ]]]");
        }
        for (Object key : map.keySet()) {
            String right = INVENTED.get(String.valueOf(key));
            if (right != null) {
                findings.error("invented", String.valueOf(key), "there is no such key at the top", right);
            }
        }
        if (SpecValues.at(map, "metadata", "name") != null && !(SpecValues.at(map, "spec") instanceof Map)) {
            findings.error("invented", "metadata.name", "the name is not read there", "name: … inside spec."
                    + setting.use().section() + "[0]");
        }
    }

    private void checkKind(Object given) {
        List<String> kinds = setting.use().kinds();
        if (!(given instanceof String kind)) {
            findings.error("kind", "kind", given == null ? "it is missing" : "it is a text", "kind: '" + kind() + "'");
            return;
        }
        if (kinds.contains(kind)) {
            return;
        }
        String fix = "kind: '" + kind() + "'";
        for (String known : kinds) {
            if (known.toLowerCase(Locale.ROOT).equals(kind.toLowerCase(Locale.ROOT))) {
                fix = "it is spelled '" + known + "'";
            }
        }
        boolean workflow = kind.equals("Workflow") || kind.equals("Flow");
        findings.error("kind", "kind", "'" + kind + "' does not go with this call" + (workflow
                ? "; a workflow that runs by schedule is a CycleWorkflow" : setting.use() == SpecUse.UPDATE_NODE
                ? "; a node is changed with kind Node, whatever it is in" : ""), fix);
    }

    private void body(Map<?, ?> body) {
        SpecUse use = setting.use();
        Object given = body.get(use.section());
        List<?> entities = given instanceof List<?> list ? list : List.of();
        String path = "spec." + use.section();
        if (given != null && !(given instanceof List)) {
            findings.error("body", path, "it is a list", use.section() + ": [[ … ]]");
            return;
        }
        boolean single = entities.isEmpty() && use.isWorkflow() && (body.get("name") != null || body.get("workflow") instanceof Map);
        if (entities.isEmpty() && !single) {
            findings.error("body", path, "it describes nothing: there is no entry", use.section() + ": [[name: …, … ]]");
            return;
        }
        if (entities.size() > 1) {
            findings.warn("first-only", path, "it has " + entities.size() + " entries, and only the first is used; the others are "
                    + "ignored without a word", use == SpecUse.CREATE_NODE
                    ? "call once for each, or put them into a workflow and ImportWorkflowDefinition it" : "call once for each");
        }
        Object first = single ? body.get("workflow") instanceof Map<?, ?> one ? one : body : entities.get(0);
        String place = single ? body.get("workflow") instanceof Map ? "spec.workflow" : "spec" : path + "[0]";
        if (!(first instanceof Map<?, ?> entity)) {
            findings.error("body", place, "an object is expected", "[name: …, … ]");
        } else if (use.isNode()) {
            new NodeCheck(setting, findings).check(entity, place);
            new EdgeCheck(setting, findings).ofNode(entity, place, body);
        } else if (use.isWorkflow()) {
            new WorkflowCheck(setting, findings).check(entity, place, body);
        } else if (!use.update() && SpecValues.text(entity, "name") == null) {
            findings.error("name", place + ".name", "it is missing", "name: '…'");
        }
    }
}
