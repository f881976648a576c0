package dev.dwx.dsl.workspace;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Session;
import dev.dwx.dsl.lifecycle.Fields;
import dev.dwx.dsl.lifecycle.Imports;
import dev.dwx.dsl.lifecycle.ObjectKind;
import dev.dwx.dsl.lifecycle.Service;
import dev.dwx.dsl.progress.Doing;
import dev.dwx.flowspec.diff.SpecChange;
import dev.dwx.flowspec.diff.SpecDiff;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecNode;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Does what a plan says, with the fewest calls; all of them go down the session's line. */
final class Applying {
    /** Of so many nodes the changed fields are sent; for more, one import of the whole workflow is less. */
    private static final int BY_NODE = 2;

    private final Session session;
    private final Service service;
    private final Studio studio;
    private final List<Map<String, Object>> done = new ArrayList<>();

    Applying(Session session) {
        this.session = session;
        service = new Service(session);
        studio = new Studio(service);
    }

    /**
     * @return one map for each call: {@code Action}, {@code Kind}, {@code Name}, {@code Id}, {@code Call}
     * @throws ApiException {@code dwx.PlanStale} when the service holds something else by now than what was planned on
     */
    List<Map<String, Object>> apply(Plan plan) {
        List<String> stale = new ArrayList<>();
        List<Step> steps = plan.steps();
        try (Doing doing = session.progress().begin(Texts.of("looking again whether the plan still holds"))) {
            for (Step step : steps) {
                doing.done(steps.indexOf(step), steps.size());
                String change = step.action() == Step.Action.UNCHANGED ? null : changed(step);
                if (change != null) {
                    stale.add(step.kind().noun() + " " + step.name() + " " + change);
                }
            }
        }
        if (!stale.isEmpty()) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, "apply", ApiCatalog.V2024).code("dwx.PlanStale")
                    .why("since the plan was made " + String.join("; ", stale)).next("plan it again, look at it, and apply that one").build();
        }
        try (Doing doing = session.progress().begin("apply").leave(Texts.of("Ctrl-C stops between two steps"))) {
            for (Step step : steps) {
                doing.done(steps.indexOf(step), steps.size()).state(step.kind().noun() + " " + step.name());
                step(step);
            }
        }
        return done;
    }

    /** How things stand differently from what was planned on, or {@code null}. */
    private String changed(Step step) {
        if (step.held() == null) {
            return studio.find(step.kind(), step.wanted()).map(held -> "was made (" + held.id() + ")").orElse(null);
        }
        Optional<Held> now = studio.read(step.kind(), step.held().id());
        if (now.isEmpty()) {
            return "was deleted";
        }
        SpecDiff diff = SpecDiff.of(step.held().document(), now.get().document());
        if (diff.isEmpty()) {
            return null;
        }
        SpecChange first = diff.changes().get(0);
        return "changed: " + (first.node() == null ? "" : first.node() + " ") + (first.wholeNode()
                ? first.kind().name().toLowerCase(Locale.ROOT) : first.field())
                + (diff.changes().size() > 1 ? " and " + (diff.changes().size() - 1) + " more" : "");
    }

    private void step(Step step) {
        switch (step.action()) {
            case CREATE -> create(step);
            case UPDATE -> update(step);
            case DELETE -> {
                service.call(step.kind().delete(), "Id", step.held().id());
                told("delete", step.kind().noun(), step.name(), step.held().id(), step.kind().delete());
            }
            case UNCHANGED -> { }
        }
    }

    private void create(Step step) {
        if (step.kind() == ObjectKind.WORKFLOW) {
            imported(step, step.wanted(), null);
            return;
        }
        String scene = step.kind() != ObjectKind.NODE ? null : step.wanted().kind().filter(kind -> kind.equalsIgnoreCase("ManualNode")).isPresent()
                ? "DATAWORKS_MANUAL_TASK" : "DATAWORKS_PROJECT";
        Map<String, Object> made = service.call(step.kind().create(), "Scene", scene, "Spec", step.wanted().json());
        told("create", step.kind().noun(), step.name(), JsonWalk.text(made, "Id"), step.kind().create());
    }

    private void update(Step step) {
        FlowDocument held = step.held().document();
        FlowDocument applied = step.diff().applied();
        if (step.kind() == ObjectKind.NODE) {
            node(step, held.nodes().get(0), applied, step.diff().changes());
        } else if (step.kind() != ObjectKind.WORKFLOW) {
            service.call(step.kind().update(), "Id", step.held().id(), "Spec", applied.json());
            told("update", step.kind().noun(), step.name(), step.held().id(), step.kind().update());
        } else if (!step.diff().isEmpty()) {
            List<String> names = step.changedNodes();
            if (names.size() <= BY_NODE && step.diff().changes().stream().allMatch(change -> field(held, change))) {
                for (String name : names) {
                    node(step, held.node(name).orElseThrow(), applied,
                            step.diff().changes().stream().filter(change -> name.equals(change.node())).toList());
                }
            } else {
                imported(step, applied, step.held().id());
            }
        }
        if (step.delete()) {
            for (String name : step.extra()) {
                String id = held.node(name).flatMap(SpecNode::id).orElseThrow();
                service.call("DeleteNode", "Id", id);
                told("delete", "node", name, id, "DeleteNode");
            }
        }
    }

    /** Whether a change is one of a field that a node already has or gets, and no edge, and nothing is taken away. */
    private static boolean field(FlowDocument held, SpecChange change) {
        return change.node() != null && !change.wholeNode() && !change.field().startsWith("waits for") && !change.field().equals("name")
                && change.kind() != SpecChange.Kind.REMOVED && held.nodes().stream().anyMatch(node -> change.node().equals(node.name().orElse(null))
                && node.id().filter(Fields::isId).isPresent());
    }

    private void node(Step step, SpecNode before, FlowDocument applied, List<SpecChange> changes) {
        String id = before.id().filter(Fields::isId).orElse(step.held().id());
        SpecNode own = new SpecNode(withId(before.map(), id), before.path());
        SpecNode after = applied.nodes().stream().filter(node -> node.path().equals(before.path())).findFirst().orElseThrow();
        FlowDocument part = new Increment(step.held().document(), applied, own, after).document(changes);
        service.call("UpdateNode", "Id", id, "Spec", part.json());
        told("update", "node", after.name().orElse(id), id, "UpdateNode");
    }

    private static Map<String, Object> withId(Map<String, Object> node, String id) {
        Map<String, Object> copy = new LinkedHashMap<>(node);
        copy.put("id", id);
        return copy;
    }

    private void imported(Step step, FlowDocument document, String known) {
        // That ids make it a change of what is there is what the plan has said.
        Set<String> off = new HashSet<>(session.context().lintOff());
        off.add("id");
        Map<String, Object> answer = known == null ? service.call("ImportWorkflowDefinition", "Spec", document.json())
                : session.within(session.context().withLintOff(off), () -> service.call("ImportWorkflowDefinition", "Spec", document.json()));
        String job = JsonWalk.text(answer, "AsyncJob", "Id");
        String made = JsonWalk.text(answer, "AsyncJob", "Response");
        if (job != null && made == null && !service.rehearsed()) {
            made = new Imports(service).waitFor(job, "the import of " + step.name());
        }
        if (known == null && made == null && !service.rehearsed()) {
            made = service.all("ListWorkflowDefinitions", "Name", step.name(), "Type", Studio.type(document)).stream()
                    .filter(each -> step.name().equals(JsonWalk.text(each, "Name"))).map(each -> JsonWalk.text(each, "Id")).findFirst().orElse(null);
        }
        told(known == null ? "create" : "update", "workflow", step.name(), known == null ? made : known, "ImportWorkflowDefinition");
    }

    private void told(String action, String kind, String name, String id, String call) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Action", action);
        row.put("Kind", kind);
        row.put("Name", name);
        row.put("Id", id);
        row.put("Call", call);
        done.add(row);
    }
}
