package dev.dwx.dsl.workspace;

import dev.dwx.dsl.lifecycle.ObjectKind;
import dev.dwx.flowspec.diff.SpecChange;
import dev.dwx.flowspec.model.SpecNode;
import dev.dwx.render.Drawn;
import dev.dwx.render.Look;
import dev.dwx.render.VisibleText;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What would have to be done so that the service holds what documents say. It shows each object with its differences and a line that
 * sums up; it iterates over one map for each object and node. Nothing has been done yet.
 */
public final class Plan implements Drawn, Iterable<Map<String, Object>> {
    private final List<Step> steps;
    private final boolean all;

    /** @param all whether what no document names is to be deleted */
    Plan(List<Step> steps, boolean all) {
        this.steps = List.copyOf(steps);
        this.all = all;
    }

    List<Step> steps() {
        return steps;
    }

    /** Whether the service holds what the documents say. */
    public boolean isEmpty() {
        return steps.stream().allMatch(step -> step.action() == Step.Action.UNCHANGED);
    }

    /** Groovy truth: whether there is something to do. */
    public boolean asBoolean() {
        return !isEmpty();
    }

    /** How many objects and nodes are created, updated, deleted and left as they are. */
    public Map<String, Integer> getCounts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Step.Action action : Step.Action.values()) {
            counts.put(action.name().toLowerCase(Locale.ROOT), 0);
        }
        for (Map<String, Object> row : getRows()) {
            counts.merge(row.get("Action").toString(), 1, Integer::sum);
        }
        counts.remove("extra");
        return counts;
    }

    /** One map for each object, followed by its nodes: {@code Action}, {@code Kind}, {@code Name}, {@code In}, {@code Id}, {@code What}. */
    public List<Map<String, Object>> getRows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Step step : steps) {
            boolean whole = step.action() == Step.Action.UPDATE;
            String what = whole ? fields(step, step.kind() == ObjectKind.WORKFLOW ? null : step.name(), step.name()) : "";
            rows.add(row(step.action(), step.kind().noun(), step.name(), null, step.held() == null ? null : step.held().id(), what));
            if (step.kind() == ObjectKind.WORKFLOW) {
                nodes(step, rows);
            }
        }
        return rows;
    }

    private static void nodes(Step step, List<Map<String, Object>> rows) {
        List<SpecNode> nodes = (step.wanted() == null ? step.held().document() : step.wanted()).allNodes();
        for (SpecNode node : nodes) {
            String name = node.name().orElseGet(node::key);
            Step.Action action = step.action();
            if (action == Step.Action.UPDATE) {
                action = step.diff().changes().stream().filter(change -> name.equals(change.node()))
                        .map(change -> change.wholeNode() ? Step.Action.CREATE : Step.Action.UPDATE).findFirst().orElse(Step.Action.UNCHANGED);
            }
            String id = step.held() == null ? null : step.held().document().node(name).flatMap(SpecNode::id).orElse(null);
            rows.add(row(action, "node", name, step.name(), id, action == Step.Action.UPDATE ? fields(step, name, name) : ""));
        }
        for (String name : step.extra()) {
            Map<String, Object> row = row(Step.Action.DELETE, "node", name, step.name(),
                    step.held().document().node(name).flatMap(SpecNode::id).orElse(null), step.delete() ? "" : Texts.of("not in the document; stays"));
            if (!step.delete()) {
                row.put("Action", "extra");
            }
            rows.add(row);
        }
    }

    private static String fields(Step step, String node, String other) {
        Set<String> fields = new LinkedHashSet<>();
        for (SpecChange change : step.diff().changes()) {
            if (node == null ? change.node() == null || change.node().equals(other) : node.equals(change.node())) {
                fields.add(change.field());
            }
        }
        return String.join(", ", fields);
    }

    private static Map<String, Object> row(Step.Action action, String kind, String name, String in, String id, String what) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Action", action.name().toLowerCase(Locale.ROOT));
        row.put("Kind", kind);
        row.put("Name", name);
        row.put("In", in);
        row.put("Id", id);
        row.put("What", what);
        return row;
    }

    @Override
    public Iterator<Map<String, Object>> iterator() {
        return getRows().iterator();
    }

    @Override
    public Object value() {
        return getRows();
    }

    @Override
    public String drawn(Look look) {
        return VisibleText.lines(toString(), look);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            text.append(switch (step.action()) {
                case CREATE -> "+ ";
                case UPDATE -> "~ ";
                case DELETE -> "- ";
                case UNCHANGED -> "  ";
            }).append(step.kind().spoken()).append(' ').append(step.name());
            if (step.held() != null) {
                text.append(" (").append(step.held().id()).append(')');
            }
            text.append(step.action() == Step.Action.UNCHANGED ? Texts.of(": unchanged") : "").append('\n');
            if (step.action() == Step.Action.CREATE && step.kind() == ObjectKind.WORKFLOW) {
                step.wanted().nodes().forEach(node -> text.append("    + ").append(node.name().orElse("?"))
                        .append(node.command().map(command -> " (" + command + ")").orElse("")).append('\n'));
            }
            if (step.action() == Step.Action.UPDATE && !step.diff().isEmpty()) {
                step.diff().toString().lines().forEach(line -> text.append("    ").append(line).append('\n'));
            }
            step.extra().forEach(name -> text.append(step.delete() ? "    - " + name : Texts.of("    = {0} is not in the document and"
                    + " stays; plan(…, delete: true) would delete it", name)).append('\n'));
        }
        Map<String, Integer> counts = getCounts();
        text.append(isEmpty() ? Texts.of("Nothing to do: {0} unchanged.", counts.get("unchanged"))
                : Texts.of("{0} to create, {1} to update, {2} to delete, {3} unchanged.{4}", counts.get("create"), counts.get("update"),
                        counts.get("delete"), counts.get("unchanged"), all ? Texts.of(" What no document names is deleted.") : ""));
        return text.toString();
    }
}
