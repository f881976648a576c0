package dev.dwx.dsl.workspace;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.flow.GivenDocument;
import dev.dwx.dsl.lifecycle.Fields;
import dev.dwx.dsl.lifecycle.ObjectKind;
import dev.dwx.dsl.lifecycle.Service;
import dev.dwx.dsl.progress.Doing;
import dev.dwx.dsl.settle.Absence;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the objects of the new Data Studio, whole: a workflow comes with its nodes, their code and their edges. */
final class Studio {
    private static final int ID_DIGITS = 10;

    private final Service service;

    Studio(Service service) {
        this.service = service;
    }

    /**
     * The object that a document is meant for: the one of its id, else the one of its name in the project.
     *
     * @throws ApiException {@code dwx.AmbiguousName} when there are several of the name
     */
    Optional<Held> find(ObjectKind kind, FlowDocument document) {
        String id = id(kind, document);
        if (id != null) {
            Optional<Held> held = read(kind, id);
            if (held.isPresent()) {
                return held;
            }
        }
        String name = document.name().orElseThrow(() -> new IllegalArgumentException(
                "A document names nothing: without a name it cannot be compared with what the service has."));
        List<Map<String, Object>> found = new ArrayList<>();
        // The service finds parts of names, too.
        for (Map<String, Object> each : service.all(kind.lists(), "Name", name, "Type", type(document))) {
            if (name.equals(JsonWalk.text(each, "Name"))) {
                found.add(each);
            }
        }
        if (found.size() > 1) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, "'" + name + "'", ApiCatalog.V2024).code("dwx.AmbiguousName")
                    .why("there are " + found.size() + " objects of that name: "
                            + String.join(", ", found.stream().map(each -> JsonWalk.text(each, "Id")).toList()))
                    .next("write the id of the one that is meant into the document: id: '…'").build();
        }
        return found.isEmpty() ? Optional.empty() : read(kind, JsonWalk.text(found.get(0), "Id"));
    }

    /** The id that the service has given, when the document has it; local names are none. */
    private static String id(ObjectKind kind, FlowDocument document) {
        String id = switch (kind) {
            case WORKFLOW -> document.workflow().flatMap(workflow -> workflow.id()).orElse(null);
            case NODE -> document.nodes().isEmpty() ? null : document.nodes().get(0).id().orElse(null);
            case RESOURCE -> document.at("spec.fileResources[0].id").map(Object::toString).orElse(null);
            case FUNCTION -> document.at("spec.functions[0].id").map(Object::toString).orElse(null);
        };
        return id != null && id.length() >= ID_DIGITS && Fields.isId(id) ? id : null;
    }

    /** An object by its id; nothing when there is none. */
    Optional<Held> read(ObjectKind kind, String id) {
        Map<String, Object> body;
        try {
            body = kind == ObjectKind.WORKFLOW ? service.call(kind.read(), "Id", id, "IncludeScriptContent", true) : service.call(kind.read(), "Id", id);
        } catch (ApiException e) {
            if (Absence.says(e, kind.object())) {
                return Optional.empty();
            }
            throw e;
        }
        Object spec = JsonWalk.at(body, kind.object(), "Spec");
        if (spec == null) {
            return Optional.empty();
        }
        FlowDocument document = spec instanceof Map<?, ?> map ? FlowDocument.of(map)
                : GivenDocument.parsed("The Spec of " + kind.noun() + " " + id, spec.toString());
        String name = JsonWalk.text(body, kind.object(), "Name");
        if (kind == ObjectKind.WORKFLOW && document.workflow().isPresent() && document.nodes().isEmpty()) {
            document = withNodes(document, id);
        }
        return Optional.of(new Held(kind, id, name == null ? document.name().orElse(id) : name, document));
    }

    /** Where a workflow comes without its nodes, they are read one by one. */
    private FlowDocument withNodes(FlowDocument document, String id) {
        List<Object> nodes = new ArrayList<>();
        List<Object> edges = new ArrayList<>();
        List<Map<String, Object>> listed = service.all("ListNodes", "ContainerId", id);
        listed.sort((one, other) -> String.valueOf(one.get("Name")).compareTo(String.valueOf(other.get("Name"))));
        try (Doing doing = service.session().progress().begin(Texts.of("reading the nodes of {0}", document.name().orElse(id)))) {
            for (Map<String, Object> each : listed) {
                doing.done(nodes.size(), listed.size());
                read(ObjectKind.NODE, JsonWalk.text(each, "Id")).ifPresent(held -> {
                    held.document().nodes().stream().findFirst().ifPresent(node -> nodes.add(node.map()));
                    for (String list : List.of("flow", "dependencies")) {
                        if (held.document().body().get(list) instanceof List<?> own) {
                            edges.addAll(own);
                        }
                    }
                });
            }
        }
        FlowDocument whole = nodes.isEmpty() ? document : document.with("spec.workflows[0].nodes", nodes);
        return edges.isEmpty() ? whole : whole.with("spec.workflows[0].dependencies", edges);
    }

    /** What the list of workflows has to be asked for to show this one; without it, it shows the scheduled ones. */
    static String type(FlowDocument document) {
        return document.kind().filter(each -> each.equalsIgnoreCase("ManualWorkflow")).isPresent() ? "ManualWorkflow" : null;
    }

    /** The ids of the nodes of a workflow, whatever is inside them included. No list tells which nodes lie in a workflow. */
    static List<String> inside(Held held) {
        return held.kind() != ObjectKind.WORKFLOW ? List.of()
                : held.document().allNodes().stream().flatMap(node -> node.id().stream()).filter(Fields::isId).toList();
    }

    /**
     * Ids and names of everything of a kind, sorted by name.
     *
     * @param but ids that are left out
     */
    List<Map<String, Object>> all(ObjectKind kind, Set<String> but) {
        Map<String, Map<String, Object>> byId = new LinkedHashMap<>();
        for (String type : kind == ObjectKind.WORKFLOW ? new String[] {null, "ManualWorkflow"} : new String[] {null}) {
            for (Map<String, Object> each : service.all(kind.lists(), "Type", type)) {
                if (JsonWalk.text(each, "Id") != null && !but.contains(JsonWalk.text(each, "Id"))) {
                    byId.put(JsonWalk.text(each, "Id"), each);
                }
            }
        }
        List<Map<String, Object>> all = new ArrayList<>(byId.values());
        all.sort((one, other) -> String.valueOf(one.get("Name")).compareTo(String.valueOf(other.get("Name"))));
        return Collections.unmodifiableList(all);
    }
}
