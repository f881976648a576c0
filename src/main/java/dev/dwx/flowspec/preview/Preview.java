package dev.dwx.flowspec.preview;

import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecNode;
import dev.dwx.flowspec.model.SpecVariable;
import dev.dwx.flowspec.model.SpecWorkflow;
import dev.dwx.texts.Texts;
import dev.dwx.time.schedule.CronExpression;
import dev.dwx.time.schedule.ScheduleFault;
import dev.dwx.time.schedule.ScheduledMoment;
import dev.dwx.time.schedule.SchedulingExpression;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What the nodes of a document would run with on a business date. Nearest first, a value comes from the node, from the output of a node
 * before it (known at run time only), from the workflow; those of the workspace are in no document and stay open.
 */
public final class Preview {
    private final FlowDocument document;
    private final LocalDate bizdate;
    private final ZoneId zone;
    private final LocalTime at;

    private Preview(FlowDocument document, LocalDate bizdate, ZoneId zone, LocalTime at) {
        this.document = document;
        this.bizdate = bizdate;
        this.zone = zone;
        this.at = at;
    }

    /**
     * Every node with something to see, those inside loops after the one they are in.
     *
     * @param zone where neither the node nor its workflow has one
     * @param at a scheduled time in place of those of the triggers, or {@code null}
     */
    public static List<NodePreview> of(FlowDocument document, LocalDate bizdate, ZoneId zone, LocalTime at) {
        return new Preview(document.resolved(), bizdate, zone, at).nodes();
    }

    private List<NodePreview> nodes() {
        List<NodePreview> previews = new ArrayList<>();
        for (SpecNode node : document.nodes()) {
            add(node, node, node.name().orElse(node.key()), previews);
        }
        return previews;
    }

    private void add(SpecNode node, SpecNode scheduled, String name, List<NodePreview> previews) {
        List<NodePreview.Run> runs = new ArrayList<>();
        Optional<String> cron = scheduled.cron().or(() -> document.workflow().flatMap(SpecWorkflow::cron));
        List<String> problems = new ArrayList<>();
        ZoneId there = zone(scheduled, problems);
        String words = "";
        List<CronExpression.Fire> fires = new ArrayList<>();
        if (cron.isPresent() && !scheduled.triggerType().orElse("").equals("Manual")) {
            try {
                CronExpression expression = CronExpression.parse(cron.get());
                words = expression.words();
                fires.addAll(expression.instances(bizdate.plusDays(1), there));
            } catch (ScheduleFault e) {
                problems.add(e.getMessage());
            }
        }
        if (at != null || fires.isEmpty()) {
            if (at == null && cron.isEmpty()) {
                problems.add(Texts.of("it has no cron expression: the scheduled time is that of the start; midnight is shown, at: "
                        + "'02:00' shows another"));
            }
            fires.clear();
            fires.add(new CronExpression.Fire(bizdate.plusDays(1).atTime(at == null ? LocalTime.MIDNIGHT : at).atZone(there), false, null));
        }
        for (CronExpression.Fire fire : fires) {
            runs.add(run(node, fire, problems));
        }
        boolean something = node.content().isPresent() || !node.parameters().isEmpty() || node == scheduled;
        if (something) {
            previews.add(new NodePreview(name, node.command().orElse(""), bizdate, words, runs));
        }
        for (SpecNode inner : node.inner()) {
            add(inner, scheduled, name + " / " + inner.name().orElse(inner.key()), previews);
        }
    }

    private ZoneId zone(SpecNode node, List<String> problems) {
        String name = node.zone().or(() -> document.workflow().flatMap(SpecWorkflow::zone)).orElse(null);
        try {
            return name == null ? zone : ZoneId.of(name);
        } catch (DateTimeException e) {
            problems.add(Texts.of("there is no time zone '{0}'; the project's, {1}, is taken", name, zone));
            return zone;
        }
    }

    private NodePreview.Run run(SpecNode node, CronExpression.Fire fire, List<String> problems) {
        ZonedDateTime time = fire.at();
        ScheduledMoment moment = new ScheduledMoment(time, bizdate, time.toLocalDate(), Map.of());
        List<SpecVariable> shared = new ArrayList<>(document.variables());
        document.workflow().ifPresent(workflow -> shared.addAll(workflow.parameters()));
        Map<String, PreviewParameter> ofWorkflow = ParameterValues.ofWorkflow(shared, moment);
        ParameterValues values = new ParameterValues(node.parameters(), moment, ofWorkflow);
        Set<String> late = new TreeSet<>();
        node.inputVariables().forEach(variable -> Optional.ofNullable(variable.map().get("inputName")).ifPresent(name -> late.add(name.toString())));
        values.shown().stream().filter(parameter -> parameter.value() == null).forEach(parameter -> late.add(parameter.name()));
        ScriptFill fill = new ScriptFill(ScriptFill.Manner.of(node.command().orElse("")), values.byName(), values.positions(), late,
                outside(ofWorkflow, moment));
        String script = fill.fill(node.content().orElse(""));
        List<PreviewParameter> shown = new ArrayList<>(values.shown());
        for (String name : fill.used()) {
            PreviewParameter parameter = name.startsWith("workflow.") ? ofWorkflow.get(name.substring("workflow.".length())) : null;
            if (parameter != null) {
                shown.add(parameter);
            }
        }
        List<String> open = new ArrayList<>(fill.open());
        open.addAll(values.open());
        List<String> notes = new ArrayList<>(problems);
        if (fire.note() != null) {
            notes.add(fire.note());
        }
        return new NodePreview.Run(time, shown, script, open, notes);
    }

    /** {@code workflow.region}, and two words that code may hold without a parameter. */
    private static UnaryOperator<String> outside(Map<String, PreviewParameter> ofWorkflow, ScheduledMoment moment) {
        Map<String, String> values = new LinkedHashMap<>();
        ofWorkflow.forEach((name, parameter) -> values.put("workflow." + name, parameter.value()));
        return name -> name.startsWith("bdp.system.")
                ? name.equals("bdp.system.bizdate") || name.equals("bdp.system.cyctime")
                        ? SchedulingExpression.parse("${" + name + "}").at(moment).value() : null
                : values.get(name);
    }
}
