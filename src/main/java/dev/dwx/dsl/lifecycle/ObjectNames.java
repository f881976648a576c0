package dev.dwx.dsl.lifecycle;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.NearNames;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.ApiResult;
import dev.dwx.dsl.flow.GivenDocument;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds objects of Data Studio by what users call them: a name, an id, a document, the answer of a call. Ids are taken as they are. */
final class ObjectNames {
    private final Service service;

    ObjectNames(Service service) {
        this.service = service;
    }

    /**
     * The object that a value names.
     *
     * @throws ApiException {@code dwx.UnknownName} when there is none, {@code dwx.AmbiguousName} when there are several
     */
    StudioObject find(Object given) {
        Optional<FlowDocument> document = GivenDocument.itself(given);
        if (document.isPresent()) {
            ObjectKind kind = ObjectKind.of(document.get().kind().orElse(null));
            String name = name(document.get());
            return named(kind, name).orElseThrow(() -> unknown(name, List.of()));
        }
        if (given instanceof ApiResult answer) {
            return answered(answer);
        }
        if (given instanceof Map<?, ?> map) {
            String id = JsonWalk.text(map, "Id");
            String name = JsonWalk.text(map, "Name");
            if (id == null && name == null) {
                throw new IllegalArgumentException(Texts.of("An object of Data Studio is named by its id, its name, a document, or a map"
                        + " with Id or Name in it; this one has {0}.", map.isEmpty() ? "nothing" : map.keySet()));
            }
            return id != null ? byId(id) : byName(name);
        }
        String text = String.valueOf(given).strip();
        return Fields.isId(text) ? byId(text) : byName(text);
    }

    /** The name that a document gives its object. */
    static String name(FlowDocument document) {
        return document.name().orElseThrow(() -> new IllegalArgumentException(Texts.of("The document names nothing: a workflow, node,"
                + " resource or function needs a name to be found by.")));
    }

    /** What a create, an import or a read answered. */
    private StudioObject answered(ApiResult answer) {
        Object body = answer.answer().body();
        String id = JsonWalk.text(body, "AsyncJob", "Response");
        if (id == null && JsonWalk.text(body, "AsyncJob", "Id") != null) {
            id = new Imports(service).waitFor(JsonWalk.text(body, "AsyncJob", "Id"), Texts.of("the import"));
        }
        for (ObjectKind kind : ObjectKind.values()) {
            id = id == null ? JsonWalk.text(body, kind.object(), "Id") : id;
        }
        id = id == null ? JsonWalk.text(body, "Id") : id;
        if (id == null) {
            throw new IllegalArgumentException(Texts.of("The answer of {0} has no id of an object in it.", answer.getOperation().name()));
        }
        return byId(id);
    }

    private StudioObject byId(String id) {
        for (ObjectKind kind : List.of(ObjectKind.WORKFLOW, ObjectKind.NODE)) {
            Map<String, Object> object = read(kind, id);
            if (JsonWalk.text(object, "Id") != null || JsonWalk.text(object, "Name") != null) {
                return new StudioObject(kind, id, JsonWalk.text(object, "Name"));
            }
        }
        return new StudioObject(null, id, null);
    }

    /** An object as it is; empty where there is none of that kind. */
    Map<String, Object> read(ObjectKind kind, String id) {
        try {
            return JsonWalk.at(service.call(kind.read(), "Id", id), kind.object()) instanceof Map<?, ?> map ? Fields.copy(map) : Map.of();
        } catch (ApiException e) {
            if (e.stage() != ApiException.Stage.REFUSED) {
                throw e;
            }
            return Map.of();
        }
    }

    private StudioObject byName(String name) {
        List<StudioObject> found = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.values()) {
            found.addAll(all(kind, name));
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            List<String> names = new ArrayList<>();
            for (ObjectKind kind : List.of(ObjectKind.WORKFLOW, ObjectKind.NODE)) {
                service.all(kind.lists()).forEach(each -> names.add(JsonWalk.text(each, "Name")));
            }
            names.removeIf(each -> each == null);
            throw unknown(name, NearNames.of(name, names));
        }
        throw ambiguous(name, found.stream().map(StudioObject::label).toList());
    }

    static ApiException ambiguous(String name, List<String> candidates) {
        return refusal(name).code("dwx.AmbiguousName").why(Texts.of("there are several of that name: {0}", String.join(", ", candidates)))
                .next(Texts.of("give the id of the one that is meant")).build();
    }

    /** The object of a kind and name; nothing when there is none. */
    Optional<StudioObject> named(ObjectKind kind, String name) {
        List<StudioObject> found = all(kind, name);
        if (found.size() > 1) {
            throw ambiguous(name, found.stream().map(StudioObject::label).toList());
        }
        return found.stream().findFirst();
    }

    private List<StudioObject> all(ObjectKind kind, String name) {
        List<StudioObject> found = new ArrayList<>();
        // The service finds parts of names, too.
        for (Map<String, Object> each : service.all(kind.lists(), "Name", name)) {
            if (name.equals(JsonWalk.text(each, "Name")) && JsonWalk.text(each, "Id") != null) {
                found.add(new StudioObject(kind, JsonWalk.text(each, "Id"), name));
            }
        }
        if (found.isEmpty()) {
            Rehearsed.in(service).object(kind, name).ifPresent(found::add);
        }
        return found;
    }

    private ApiException unknown(String name, List<String> near) {
        return refusal(name).code("dwx.UnknownName").why(Texts.of("there is nothing of that name in {0}", service.project()))
                .next(near.isEmpty() ? "ListWorkflowDefinitions(), ListNodes()" : Texts.of("did you mean {0}?", String.join(Texts.of(" or "), near))).build();
    }

    static ApiException.Details refusal(String name) {
        return ApiException.of(ApiException.Stage.NOT_SENT, "'" + name + "'", ApiCatalog.V2024);
    }
}
