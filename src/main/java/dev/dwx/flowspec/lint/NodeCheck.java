package dev.dwx.flowspec.lint;

import dev.dwx.flowspec.NodeTypes;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** One node by itself: its name, what it is, where it lies, when it runs. */
final class NodeCheck {
    private static final Map<String, String> RERUN_WORDS = Map.of("allallowed", "Allowed", "all_allowed", "Allowed",
            "alldenied", "Denied", "all_denied", "Denied", "failure_allowed", "FailureAllowed",
            "allowed", "Allowed", "denied", "Denied", "failureallowed", "FailureAllowed");

    private final SpecSetting setting;
    private final Findings findings;

    NodeCheck(SpecSetting setting, Findings findings) {
        this.setting = setting;
        this.findings = findings;
    }

    void check(Map<?, ?> node, String path) {
        boolean update = setting.use().update();
        String name = SpecValues.text(node, "name");
        if (name == null && !update) {
            findings.error("name", path + ".name", "it is missing", "name: '…'");
        }
        identity(node, path, name, update);
        kind(node, path, update);
        place(node, path, name, update);
        timing(node, path);
        if (!update) {
            outputs(node, path, name);
        }
        lineage(node, path);
    }

    private void identity(Map<?, ?> node, String path, String name, boolean update) {
        Object id = node.get("id");
        if (id instanceof Double || id instanceof Float) {
            findings.error("id", path + ".id", "a floating-point number cannot hold it", "write it as a text");
        } else if (update && id == null) {
            findings.error("id", path + ".id", "it is missing: a change names the node inside the spec, too",
                    "id: '" + (setting.id() == null ? "…" : setting.id()) + "'");
        } else if (update && setting.id() != null && !setting.id().equals(String.valueOf(id))) {
            findings.error("id", path + ".id", "it is " + id + ", and the call changes " + setting.id(), "id: '" + setting.id() + "'");
        } else if (!update && id != null && name != null && !name.equals(String.valueOf(id))) {
            findings.warn("id", path + ".id", "a new node whose id is not its name can lose its dependencies without a word",
                    "id: '" + name + "'");
        }
        if (node.get("type") != null && SpecValues.at(node, "script", "runtime", "command") == null && !update) {
            findings.error("invented", path + ".type", "what a node is does not stand in type",
                    "script: [runtime: [command: '" + node.get("type") + "']]");
        }
    }

    /** What it is: it keeps this for ever, so that every doubt is worth a stop. */
    private void kind(Map<?, ?> node, String path, boolean update) {
        String command = SpecValues.text(node, "script", "runtime", "command");
        String at = path + ".script.runtime";
        Object content = SpecValues.at(node, "script", "content");
        if (command == null) {
            if (!update) {
                findings.error("command", at + ".command", "it is missing, and the service refuses the node",
                        "script: [runtime: [command: 'ODPS_SQL']]");
            }
            SyncCheck.lookAt(content, path + ".script.content", findings, false);
            return;
        }
        OptionalInt code = NodeTypes.code(command);
        if (code.isEmpty()) {
            findings.warn("command-unknown", at + ".command", "'" + command + "' is no type of node that dwx knows",
                    NodeTypes.spelling(command).map(right -> "it is spelled " + right).orElse("ODPS_SQL, DIDE_SHELL, PYODPS3, DI, "
                            + "HOLOGRES_SQL, VIRTUAL … are"));
        }
        String number = SpecValues.text(node, "script", "runtime", "commandTypeId");
        if (number != null && code.isPresent() && !number.equals(Integer.toString(code.getAsInt()))) {
            findings.error("command-type", at + ".commandTypeId", "it is " + number + nameOf(number) + ", and " + command + " is "
                    + code.getAsInt() + "; a node cannot change its type later", "commandTypeId: " + code.getAsInt());
        }
        if (!update) {
            combination(node, command, number, path);
        }
        boolean sync = command.equals("DI");
        if (sync || SyncCheck.looksLikeSync(content)) {
            if (!sync) {
                findings.error("command", at + ".command", "the content is a synchronisation, and the command is " + command
                        + "; a node cannot change its type later", "script: [language: 'json', runtime: [command: 'DI', commandTypeId: 23]]");
            }
            SyncCheck.lookAt(content, path + ".script.content", findings, true);
        }
    }

    private static String nameOf(String number) {
        try {
            return NodeTypes.command(Integer.parseInt(number)).map(name -> " (" + name + ")").orElse("");
        } catch (NumberFormatException e) {
            return "";
        }
    }

    private void combination(Map<?, ?> node, String command, String number, String path) {
        String language = SpecValues.text(node, "script", "language");
        String source = SpecValues.text(node, "datasource", "type");
        String script = path + ".script";
        if (command.equals("DI")) {
            needNumber(number, 23, command, script);
            if (language == null) {
                findings.error("language", script + ".language", "a DI node needs it", "language: 'json'");
            } else if (!language.equals("json") && !language.equals("di")) {
                findings.error("language", script + ".language", "'" + language + "' does not go with DI", "language: 'json'");
            }
        } else if (command.equals("HOLOGRES_SQL")) {
            needNumber(number, 1093, command, script);
            if (!"hologres-sql".equals(language)) {
                findings.error("language", script + ".language", language == null ? "a Hologres node needs it"
                        : "'" + language + "' does not go with HOLOGRES_SQL", "language: 'hologres-sql'");
            }
            if (SpecValues.text(node, "datasource", "name") == null) {
                findings.error("datasource", path + ".datasource", "a Hologres node needs to know which instance",
                        "datasource: [name: '…', type: 'hologres']");
            }
            if (SpecValues.at(node, "script", "runtime", "cu") == null) {
                findings.warn("cu", script + ".runtime.cu", "a Hologres node says how many compute units it takes", "cu: '0.25'");
            }
        } else if (command.startsWith("ODPS_SQL") && language != null && !language.startsWith("odps")
                && !language.equals("sql")) {
            findings.error("language", script + ".language", "'" + language + "' does not go with " + command, "language: 'odps-sql'");
        }
        if (source != null) {
            boolean holo = source.toLowerCase(Locale.ROOT).startsWith("holo");
            boolean odps = source.equalsIgnoreCase("odps") || source.equalsIgnoreCase("maxcompute");
            if (holo && command.startsWith("ODPS_") || odps && command.startsWith("HOLOGRES_")) {
                findings.error("datasource", path + ".datasource.type", "a data source of type " + source + " does not go with "
                        + command + "; a node cannot change its type later", "command: '" + (holo ? "HOLOGRES_SQL" : "ODPS_SQL") + "'");
            }
        }
    }

    private void needNumber(String number, int code, String command, String script) {
        if (number == null) {
            findings.error("command-type", script + ".runtime.commandTypeId", "a " + command + " node needs it: without it a node of "
                    + "another type can come of it, which cannot be changed later", "commandTypeId: " + code);
        }
    }

    private void place(Map<?, ?> node, String path, String name, boolean update) {
        if (update || setting.inContainer()) {
            return;
        }
        String place = SpecValues.text(node, "script", "path");
        if (place == null) {
            findings.error("path", path + ".script.path", "it is missing: a node outside a workflow lies in a folder",
                    "script: [path: 'Business_flow/…/" + (name == null ? "…" : name) + "']");
        } else if (name != null && !place.equals(name) && !place.endsWith("/" + name)) {
            findings.error("path", path + ".script.path", "'" + place + "' does not end with the node's name",
                    "path: '" + folder(place) + name + "'");
        }
    }

    private static String folder(String place) {
        return place.contains("\\") ? place.replace('\\', '/').replaceAll("[^/]*$", "") : place.endsWith("/") ? place
                : place.substring(0, place.lastIndexOf('/') + 1);
    }

    /** When it runs, and whether again. */
    void timing(Map<?, ?> entity, String path) {
        String cron = SpecValues.text(entity, "trigger", "cron");
        if (cron != null) {
            CronText.check(cron, path + ".trigger.cron", findings);
        }
        rerun(entity.get("rerunMode"), path + ".rerunMode");
        rerun(SpecValues.at(entity, "strategy", "rerunMode"), path + ".strategy.rerunMode");
    }

    private void rerun(Object mode, String path) {
        if (mode == null || mode.equals("Allowed") || mode.equals("Denied") || mode.equals("FailureAllowed")) {
            return;
        }
        String right = RERUN_WORDS.get(mode.toString().toLowerCase(Locale.ROOT));
        findings.error("rerun-mode", path, SpecValues.quoted(mode) + " is not the word of a FlowSpec; other calls have words of their own",
                right == null ? "Allowed, Denied or FailureAllowed" : "rerunMode: '" + right + "'");
    }

    private void outputs(Map<?, ?> node, String path, String name) {
        if (SpecValues.data(node, "outputs").isEmpty()) {
            String project = setting.projectName() == null ? "<project>" : setting.projectName();
            findings.error("outputs", path + ".outputs.nodeOutputs", "it is missing: nothing can wait for the node, and it may never be "
                    + "scheduled", "outputs: [nodeOutputs: [[data: '" + project + "." + (name == null ? "…" : name) + "']]]");
        }
    }

    /** {@code odps.project.table}: another form registers no lineage, and nobody says so. */
    private void lineage(Map<?, ?> node, String path) {
        int i = 0;
        for (Object table : SpecValues.list(node, "outputs", "tables")) {
            String guid = SpecValues.text(table, "guid");
            String at = path + ".outputs.tables[" + i++ + "].guid";
            if (guid == null || guid.split("\\.", -1).length < 3 || guid.contains("..") || guid.endsWith(".") || guid.contains(" ")) {
                findings.warn("lineage", at, (guid == null ? "it is missing" : "'" + guid + "' names no table in full")
                        + "; the lineage is then not there, without a word", "guid: 'odps.<project>.<table>'");
            }
        }
    }
}
