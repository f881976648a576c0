package dev.dwx.flowspec.lint;

import dev.dwx.flowspec.NodeType;
import dev.dwx.flowspec.NodeTypes;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a node is: command, number, language and data source. It keeps this for ever, so that every doubt is worth a stop. */
final class TypeCheck {
    private final SpecSetting setting;
    private final Findings findings;

    TypeCheck(SpecSetting setting, Findings findings) {
        this.setting = setting;
        this.findings = findings;
    }

    void check(Map<?, ?> node, String path) {
        boolean update = setting.use().update();
        String command = SpecValues.text(node, "script", "runtime", "command");
        String at = path + ".script.runtime";
        Object content = SpecValues.at(node, "script", "content");
        if (command == null) {
            if (!update) {
                findings.error("command", at + ".command", Texts.of("it is missing, and the service refuses the node"),
                        "script: [runtime: [command: 'ODPS_SQL']]");
            }
            SyncCheck.lookAt(content, path + ".script.content", findings, false);
            return;
        }
        Optional<NodeType> type = NodeTypes.of(command);
        if (type.isEmpty()) {
            unknown(command, at + ".command");
        } else if (!type.get().isNode() && !(type.get().command().equals("WORKFLOW") && setting.inContainer())) {
            findings.error("command", at + ".command", Texts.of("{0} is no type of node{1}", command,
                    type.get().group().isEmpty() ? "" : Texts.of(" but one of {0}s", type.get().group().toLowerCase(Locale.ROOT))), Texts.of("ODPS_SQL, DIDE_SHELL, PYODPS3 … are"));
        }
        number(node, command, type, at);
        if (!update && type.isPresent()) {
            combination(node, type.get(), path);
        }
        emr(SpecValues.at(node, "script", "runtime", "emrJobConfig"), at + ".emrJobConfig");
        units(SpecValues.at(node, "script", "runtime", "cu"), at + ".cu");
        boolean sync = command.equals("DI");
        if (sync || SyncCheck.looksLikeSync(content)) {
            if (!type.map(NodeType::isSync).orElse(false)) {
                findings.error("command", at + ".command", Texts.of("the content is a synchronisation, and the command is {0}; a node"
                        + " cannot change its type later", command), "script: [language: 'json', runtime: [command: 'DI', commandTypeId: 23]]");
            }
            SyncCheck.lookAt(content, path + ".script.content", findings, true);
        }
    }

    private void unknown(String command, String at) {
        Optional<String> right = NodeTypes.spelling(command);
        String near = right.orElseGet(() -> Slips.meant(command, NodeTypes.commands()));
        findings.warn("command-unknown", at, Texts.of("'{0}' is no type of node that dwx knows", command),
                right.isPresent() ? Texts.of("it is spelled {0}", near) : near != null ? Texts.of("{0}, if that is meant", near)
                        : Texts.of("ODPS_SQL, DIDE_SHELL, PYODPS3, DI, HOLOGRES_SQL, VIRTUAL … are"), right.isPresent() ? QuickFix.set(at, near) : null);
    }

    private void number(Map<?, ?> node, String command, Optional<NodeType> type, String at) {
        Object given = SpecValues.at(node, "script", "runtime", "commandTypeId");
        if (given != null && SpecValues.integer(given).isEmpty()) {
            findings.error("value", at + ".commandTypeId", Texts.of("{0} is no whole number", SpecValues.quoted(given)),
                    type.isEmpty() ? null : "commandTypeId: " + type.get().id(),
                    type.isEmpty() ? null : QuickFix.set(at + ".commandTypeId", type.get().id()));
            return;
        }
        if (given == null || type.isEmpty() || SpecValues.integer(given).getAsLong() == type.get().id() || isDouble(command, given)) {
            return;
        }
        Optional<NodeType> other = SpecValues.integer(given).getAsLong() > Integer.MAX_VALUE ? Optional.empty()
                : NodeTypes.of((int) SpecValues.integer(given).getAsLong());
        findings.error("command-type", at + ".commandTypeId", Texts.of("it is {0}{1}, and {2} is {3}; a node cannot change its type later",
                given, other.map(one -> " (" + one.command() + ")").orElse(""), command, type.get().id()),
                "commandTypeId: " + type.get().id(), agrees(node, other) ? null : QuickFix.set(at + ".commandTypeId", type.get().id()));
    }

    /** Two types have the same name at the service. */
    private static boolean isDouble(String command, Object number) {
        return command.equals("HOLOGRES_DEVELOP") && SpecValues.integer(number).getAsLong() == 1092;
    }

    /** Whether the rest of the node speaks for the number rather than for the command. */
    private static boolean agrees(Map<?, ?> node, Optional<NodeType> other) {
        String language = SpecValues.text(node, "script", "language");
        return other.isPresent() && language != null && other.get().languages().contains(language);
    }

    private void combination(Map<?, ?> node, NodeType type, String path) {
        String language = SpecValues.text(node, "script", "language");
        String script = path + ".script";
        String number = SpecValues.text(node, "script", "runtime", "commandTypeId");
        if (type.command().equals("DI")) {
            needNumber(number, type, script);
            if (language == null) {
                findings.error("language", script + ".language", Texts.of("a DI node needs it"), "language: 'json'", QuickFix.set(script + ".language", "json"));
            } else if (!language.equals("json") && !language.equals("di")) {
                findings.error("language", script + ".language", Texts.of("'{0}' does not go with DI", language), "language: 'json'",
                        QuickFix.set(script + ".language", "json"));
            }
        } else if (type.command().equals("HOLOGRES_SQL")) {
            needNumber(number, type, script);
            if (!"hologres-sql".equals(language)) {
                findings.error("language", script + ".language", language == null ? Texts.of("a Hologres node needs it")
                        : Texts.of("'{0}' does not go with HOLOGRES_SQL", language), "language: 'hologres-sql'",
                        QuickFix.set(script + ".language", "hologres-sql"));
            }
            if (SpecValues.text(node, "datasource", "name") == null) {
                findings.error("datasource", path + ".datasource", Texts.of("a Hologres node needs to know which instance"),
                        "datasource: [name: '…', type: 'hologres']");
            }
            if (SpecValues.at(node, "script", "runtime", "cu") == null) {
                findings.warn("cu", script + ".runtime.cu", Texts.of("a Hologres node says how many compute units it takes"), "cu: '0.25'",
                        QuickFix.set(script + ".runtime.cu", "0.25"));
            }
        } else if (language != null && !fits(language, type)) {
            String right = type.languages().get(0);
            QuickFix change = type.language().isPresent() ? QuickFix.set(script + ".language", right) : null;
            String text = Texts.of("'{0}' does not go with {1}", language, type.command());
            if (type.command().equals("ODPS_SQL")) {
                findings.error("language", script + ".language", text, "language: '" + right + "'", change);
            } else {
                findings.warn("language", script + ".language", text, "language: '" + String.join("' or '", type.languages()) + "'", change);
            }
        }
        source(node, type, path);
    }

    /** Languages are free texts to the service's reader; the families count. */
    private static boolean fits(String language, NodeType type) {
        List<String> known = type.languages();
        if (known.isEmpty() || known.contains(language)) {
            return true;
        }
        String plain = language.toLowerCase(Locale.ROOT);
        for (String one : known) {
            boolean same = switch (one) {
                case "odps-sql", "odps-script", "odps" -> plain.startsWith("odps") || plain.equals("sql");
                case "shell-script", "shell" -> plain.contains("shell") || plain.equals("sh") || plain.equals("bash");
                case "python2", "python3", "python" -> plain.equals("python") || one.equals("python") && plain.startsWith("python")
                        || type.command().equals("PYODPS3") && plain.equals("python3");
                case "json" -> plain.equals("di");
                default -> plain.equals("sql");
            };
            if (same) {
                return true;
            }
        }
        return false;
    }

    private void source(Map<?, ?> node, NodeType type, String path) {
        String source = SpecValues.text(node, "datasource", "type");
        String name = SpecValues.text(node, "datasource", "name");
        boolean foreign = switch (type.engine()) {
            case "EMR", "CDH", "ClickHouse", "Database" -> true;
            default -> false;
        };
        if (name == null && foreign && !type.isContainer()) {
            findings.warn("datasource", path + ".datasource", Texts.of("a node of type {0} needs to know where it runs", type.command()),
                    "datasource: [name: '…', type: '" + type.datasourceType().orElse("…") + "']");
        }
        Object config = SpecValues.at(node, "datasource", "config");
        if (config instanceof Map) {
            findings.error("value", path + ".datasource.config", Texts.of("it is a JSON text, and an object becomes an unreadable one"),
                    "config: groovy.json.JsonOutput.toJson(…)", QuickFix.set(path + ".datasource.config", dev.dwx.json.ExactJson.write(config)));
        }
        String engine = source == null ? null : engine(source.toLowerCase(Locale.ROOT));
        if (engine == null || engine.equals(type.engine()) || type.engine().equals("CDH") && engine.equals("EMR")) {
            return;
        }
        boolean sure = type.command().startsWith("ODPS_") || type.engine().equals("Hologres");
        String text = Texts.of("a data source of type {0} does not go with {1}; a node cannot change its type later", source,
                type.command());
        String fix = engine.equals("Hologres") ? "command: 'HOLOGRES_SQL'" : engine.equals("MaxCompute") ? "command: 'ODPS_SQL'"
                : Texts.of("a data source of {0}", type.engine());
        if (sure && (engine.equals("Hologres") || engine.equals("MaxCompute"))) {
            findings.error("datasource", path + ".datasource.type", text, fix);
        } else if (type.group().equals("Data Analytics") && !type.engine().equals("Custom")) {
            findings.warn("datasource", path + ".datasource.type", text, fix);
        }
    }

    private static String engine(String source) {
        if (source.startsWith("holo")) {
            return "Hologres";
        }
        return switch (source) {
            case "odps", "maxcompute" -> "MaxCompute";
            case "emr", "hive" -> "EMR";
            case "cdh" -> "CDH";
            case "clickhouse" -> "ClickHouse";
            case "mysql", "postgresql", "sqlserver", "oracle" -> "Database";
            default -> null;
        };
    }

    private void needNumber(String number, NodeType type, String script) {
        if (number == null) {
            findings.error("command-type", script + ".runtime.commandTypeId", Texts.of("a {0} node needs it: without it a node of"
                    + " another type can come of it, which cannot be changed later", type.command()), "commandTypeId: " + type.id(),
                    QuickFix.set(script + ".runtime.commandTypeId", type.id()));
        }
    }

    private void emr(Object config, String path) {
        Words.SUBMIT_MODE.check(SpecValues.at(config, "submitMode"), path + ".submitMode", findings);
        Words.EXECUTE_MODE.check(SpecValues.at(config, "executeMode"), path + ".executeMode", findings);
    }

    private void units(Object cu, String path) {
        if (cu == null) {
            return;
        }
        boolean number;
        try {
            number = new java.math.BigDecimal(cu.toString().strip()).signum() > 0;
        } catch (NumberFormatException e) {
            number = false;
        }
        if (!number) {
            findings.warn("cu", path, Texts.of("{0} is no number of compute units", SpecValues.quoted(cu)), "cu: '0.25'");
        }
    }
}
