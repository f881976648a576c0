package dev.dwx.dsl.schedule;

import dev.dwx.flowspec.preview.NodePreview;
import dev.dwx.flowspec.preview.PreviewParameter;
import dev.dwx.render.DisplayWidth;
import dev.dwx.render.Drawn;
import dev.dwx.render.Look;
import dev.dwx.render.VisibleText;
import dev.dwx.texts.Texts;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the nodes of a document would run with. It iterates over maps, one for each instance; {@code report['dwd_orders']} is the first
 * of a node.
 */
public final class PreviewReport implements Drawn, Iterable<Object> {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int TIMES = 24;

    private final List<NodePreview> nodes;

    PreviewReport(List<NodePreview> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /** One map for each instance: node, command, bizdate, scheduled, parameters, script, open, notes. */
    public List<Map<String, Object>> getRuns() {
        List<Map<String, Object>> runs = new ArrayList<>();
        for (NodePreview node : nodes) {
            for (NodePreview.Run run : node.runs()) {
                runs.add(map(node, run));
            }
        }
        return runs;
    }

    private static Map<String, Object> map(NodePreview node, NodePreview.Run run) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("node", node.name());
        map.put("command", node.command());
        map.put("bizdate", node.bizdate().toString());
        map.put("scheduled", run.scheduled().toOffsetDateTime().toString());
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (PreviewParameter parameter : run.parameters()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", parameter.name());
            row.put("expression", parameter.expression());
            row.put("value", parameter.value());
            row.put("source", parameter.source());
            if (!parameter.notes().isEmpty()) {
                row.put("notes", parameter.notes());
            }
            parameters.add(row);
        }
        map.put("parameters", parameters);
        map.put("script", run.script());
        map.put("open", run.open());
        map.put("notes", run.notes());
        return map;
    }

    /** The first instance of a node, by its name. */
    public Map<String, Object> getAt(String name) {
        for (Map<String, Object> run : getRuns()) {
            if (run.get("node").equals(name)) {
                return run;
            }
        }
        List<String> names = new ArrayList<>();
        nodes.forEach(node -> names.add(node.name()));
        throw new IllegalArgumentException(Texts.of("There is no node '{0}' in the preview, but {1}.", name, String.join(", ", names)));
    }

    /** The scripts by the names of their nodes, of each the first instance. */
    public Map<String, String> getScripts() {
        Map<String, String> scripts = new LinkedHashMap<>();
        getRuns().forEach(run -> scripts.putIfAbsent((String) run.get("node"), (String) run.get("script")));
        return scripts;
    }

    /** What nothing fills in, by the names of the nodes; empty when all is well. */
    public Map<String, List<String>> getOpen() {
        Map<String, List<String>> open = new LinkedHashMap<>();
        for (NodePreview node : nodes) {
            if (!node.runs().isEmpty() && !node.runs().get(0).open().isEmpty()) {
                open.put(node.name(), node.runs().get(0).open());
            }
        }
        return open;
    }

    @Override
    public Iterator<Object> iterator() {
        return new ArrayList<Object>(getRuns()).iterator();
    }

    @Override
    public Object value() {
        return getRuns();
    }

    @Override
    public String drawn(Look look) {
        List<String> lines = new ArrayList<>();
        for (NodePreview node : nodes) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            node(node, look, lines);
        }
        return lines.isEmpty() ? Texts.of("  (no node)") : String.join("\n", lines);
    }

    private static void node(NodePreview node, Look look, List<String> lines) {
        String dot = look.unicode() ? " · " : " | ";
        NodePreview.Run first = node.runs().get(0);
        boolean many = node.runs().size() > 1;
        lines.add(look.strong(VisibleText.line(node.name(), look)) + look.remark(dot + node.command() + dot + Texts.of("business date {0}", node.bizdate())
                + dot + (many ? Texts.of("scheduled {0} {1} and {2} more", MINUTE.format(first.scheduled()), first.scheduled().getZone(),
                        node.runs().size() - 1) : Texts.of("scheduled {0} {1}", MINUTE.format(first.scheduled()), first.scheduled().getZone())) + (node.schedule().isEmpty() ? "" : dot + node.schedule())));
        int names = 0;
        int expressions = 0;
        int values = 0;
        for (PreviewParameter parameter : first.parameters()) {
            names = Math.max(names, width(parameter.name(), look));
            expressions = Math.max(expressions, width(parameter.expression(), look));
            values = Math.max(values, width(parameter.shown(), look));
        }
        for (PreviewParameter parameter : first.parameters()) {
            lines.add("  " + pad(parameter.name(), names, look) + "  " + pad(parameter.expression(), expressions, look)
                    + (look.unicode() ? "  → " : "  -> ") + pad(parameter.shown(), values, look) + "  " + look.remark(parameter.source()));
            parameter.notes().forEach(note -> lines.add("    " + look.remark(VisibleText.line(note, look))));
        }
        if (many) {
            others(node, look, lines);
        }
        if (!first.script().isEmpty()) {
            for (String line : first.script().stripTrailing().split("\n", -1)) {
                lines.add((look.unicode() ? "  │ " : "  | ") + VisibleText.line(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line, look));
            }
        }
        for (String open : first.open()) {
            lines.add("  " + look.strong(Texts.of("open: ")) + VisibleText.line(open, look) + look.remark(Texts.of(" is filled in by nothing in the document")));
        }
        first.notes().forEach(note -> lines.add("  " + look.remark(VisibleText.line(note, look))));
    }

    /** The further times of the day, with the values that are others than those of the first. */
    private static void others(NodePreview node, Look look, List<String> lines) {
        NodePreview.Run first = node.runs().get(0);
        for (int i = 1; i < node.runs().size() && i < TIMES; i++) {
            NodePreview.Run run = node.runs().get(i);
            List<String> changed = new ArrayList<>();
            for (int p = 0; p < run.parameters().size(); p++) {
                PreviewParameter parameter = run.parameters().get(p);
                if (!parameter.shown().equals(first.parameters().get(p).shown())) {
                    changed.add(parameter.name() + "=" + parameter.shown());
                }
            }
            if (!changed.isEmpty()) {
                lines.add("  " + MINUTE.format(run.scheduled()).substring(11) + "  " + VisibleText.line(String.join("  ", changed), look));
            }
        }
        if (node.runs().size() > TIMES) {
            lines.add("  " + look.remark(Texts.of("{0} more times", node.runs().size() - TIMES)));
        }
    }

    private static int width(String text, Look look) {
        return DisplayWidth.of(VisibleText.line(text, look));
    }

    private static String pad(String text, int columns, Look look) {
        String shown = VisibleText.line(text, look);
        return shown + " ".repeat(Math.max(0, columns - DisplayWidth.of(shown)));
    }

    @Override
    public String toString() {
        return drawn(Look.PLAIN);
    }
}
