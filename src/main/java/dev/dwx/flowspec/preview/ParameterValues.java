package dev.dwx.flowspec.preview;

import dev.dwx.flowspec.model.SpecVariable;
import dev.dwx.texts.Texts;
import dev.dwx.time.schedule.Resolution;
import dev.dwx.time.schedule.ScheduleFault;
import dev.dwx.time.schedule.ScheduledMoment;
import dev.dwx.time.schedule.SchedulingExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of one node at one moment. */
final class ParameterValues {
    /** The name under which a document has the whole line of parameters as one piece. */
    private static final String WHOLE_LINE = "NoKvVariableExpression";

    private final ScheduledMoment moment;
    private final Map<String, PreviewParameter> ofWorkflow;
    private final List<PreviewParameter> shown = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private String line;

    /** @param ofWorkflow the workflow's own parameters at that moment, by name */
    ParameterValues(List<SpecVariable> parameters, ScheduledMoment moment, Map<String, PreviewParameter> ofWorkflow) {
        this.moment = moment;
        this.ofWorkflow = ofWorkflow;
        for (SpecVariable parameter : parameters) {
            add(parameter);
        }
    }

    /** Parameters of a workflow, which are the same for all its nodes. */
    static Map<String, PreviewParameter> ofWorkflow(List<SpecVariable> parameters, ScheduledMoment moment) {
        Map<String, PreviewParameter> named = new LinkedHashMap<>();
        for (PreviewParameter parameter : new ParameterValues(parameters, moment, Map.of()).shown) {
            named.put(parameter.name(), new PreviewParameter("workflow." + parameter.name(), parameter.expression(), parameter.value(),
                    "workflow", parameter.notes()));
        }
        return named;
    }

    private void add(SpecVariable parameter) {
        String name = parameter.name().orElse("unnamed");
        String expression = parameter.value().orElse("");
        String type = parameter.type().orElse("");
        Map<?, ?> reference = parameter.map().get("referenceVariable") instanceof Map<?, ?> map ? map : null;
        if (reference != null || type.equals("NodeOutput") || type.equals("PassThrough")) {
            shown.add(new PreviewParameter(name, expression, null, reference == null ? Texts.of("another node") : giver(reference), List.of()));
            return;
        }
        List<String> notes = new ArrayList<>();
        String value = type.equals("Constant") ? constant(expression, notes) : resolved(name, expression, notes);
        if (type.equals(WHOLE_LINE)) {
            line = value;
        }
        shown.add(new PreviewParameter(name, expression, value, "node", notes));
    }

    private static String giver(Map<?, ?> reference) {
        Object node = reference.get("node");
        Object output = node instanceof Map<?, ?> map ? map.get("output") == null ? map.get("nodeId") : map.get("output") : null;
        return (output == null ? Texts.of("another node") : output.toString()) + (reference.get("name") == null ? "" : ":" + reference.get("name"));
    }

    private static String constant(String text, List<String> notes) {
        try {
            if (!SchedulingExpression.parse(text).isConstant()) {
                notes.add(Texts.of("a Constant is a plain text; with type System it would be filled in"));
            }
        } catch (ScheduleFault e) {
            notes.add(Texts.of("a Constant is a plain text, whatever stands in it"));
        }
        return text;
    }

    private String resolved(String name, String expression, List<String> notes) {
        String text = withWorkflow(expression);
        try {
            SchedulingExpression parsed = SchedulingExpression.parse(text);
            Resolution resolution = parsed.at(moment);
            notes.addAll(parsed.warnings());
            notes.addAll(resolution.notes());
            resolution.open().forEach(piece -> open.add(piece + " in " + name));
            return resolution.value();
        } catch (ScheduleFault e) {
            notes.add(e.getMessage());
            open.add(name);
            return expression;
        }
    }

    /** A value may speak of the workflow's. */
    private String withWorkflow(String expression) {
        String text = expression;
        for (Map.Entry<String, PreviewParameter> parameter : ofWorkflow.entrySet()) {
            if (parameter.getValue().value() != null) {
                text = text.replace("${workflow." + parameter.getKey() + "}", parameter.getValue().value());
            }
        }
        return text;
    }

    List<PreviewParameter> shown() {
        return shown;
    }

    List<String> open() {
        return open;
    }

    /** By name; of a whole line what stands in {@code name=value} and {@code -Dname=value}. */
    Map<String, String> byName() {
        Map<String, String> values = new LinkedHashMap<>();
        for (PreviewParameter parameter : shown) {
            if (parameter.value() != null) {
                values.put(parameter.name(), parameter.value());
            }
        }
        if (line != null) {
            for (String piece : line.replace("-p\"", " ").replace('"', ' ').split("\\s+")) {
                String pair = piece.startsWith("-D") ? piece.substring(2) : piece;
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(pair.substring(0, equals), pair.substring(equals + 1));
                }
            }
        }
        return values;
    }

    /** As a shell script gets them: sorted by name as text, so that the tenth comes before the second; or the pieces of the line. */
    List<String> positions() {
        if (line != null) {
            return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
        }
        Map<String, String> sorted = new TreeMap<>();
        for (PreviewParameter parameter : shown) {
            sorted.put(parameter.name(), parameter.value() == null ? "${" + parameter.name() + "}" : parameter.value());
        }
        return new ArrayList<>(sorted.values());
    }
}
