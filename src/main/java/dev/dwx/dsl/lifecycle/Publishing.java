package dev.dwx.dsl.lifecycle;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.flow.GivenDocument;
import dev.dwx.dsl.waiting.Lapse;
import dev.dwx.dsl.waiting.Standing;
import dev.dwx.dsl.waiting.StatusWords;
import dev.dwx.dsl.waiting.WaitFailed;
import dev.dwx.dsl.waiting.WaitTerms;
import dev.dwx.dsl.waiting.WaitTimedOut;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.json.JsonWalk;
import dev.dwx.safety.NotConfirmedException;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Publishing on the new Data Studio: the document is brought in, a pipeline run is made, and driven to its end. */
final class Publishing {
    private static final Duration EVERY = Duration.ofSeconds(3);
    /** How long something may take to show that was sent before a cut, and whose answer nobody has. */
    private static final Duration SHOWS = Duration.ofSeconds(30);

    private final Service service;
    private final ObjectNames names;
    private final Deployment state;
    private final boolean replace;
    private final Duration timeout;

    /** @param replace whether an open run of something else is given up for this one */
    Publishing(Service service, Deployment state, boolean replace, Duration timeout) {
        this.service = service;
        this.state = state;
        this.replace = replace;
        this.timeout = timeout;
        names = new ObjectNames(service);
    }

    /** Brings a document in and publishes it. */
    Outcome deploy(FlowDocument document, String scene) {
        ObjectKind kind = ObjectKind.of(document.kind().orElse(null));
        String name = ObjectNames.name(document);
        String hash = Ledger.digest(document.json());
        long began = service.session().timer().nanos();
        boolean same = hash.equals(state.text("hash"));
        StudioObject object = null;
        if (state.at(Deployment.BRING)) {
            object = gone(kind, name).orElse(null);
            object = same ? object : null;
        } else {
            Outcome done = unfinished(same, began);
            if (done != null) {
                return done;
            }
        }
        if (object == null) {
            object = bring(document, kind, name, hash, scene);
        }
        return publish(object, "Online", began);
    }

    /** Publishes what is there, or takes it offline. */
    Outcome deploy(StudioObject given, String type) {
        long began = service.session().timer().nanos();
        StudioObject object = container(given);
        Outcome done = unfinished(true, began);
        return done != null ? done : publish(object, type, began);
    }

    /** A node inside a workflow is published with the workflow. */
    private StudioObject container(StudioObject object) {
        if (object.kind() != ObjectKind.NODE) {
            return object;
        }
        Object spec = names.read(ObjectKind.NODE, object.id()).get("Spec");
        FlowDocument document = spec instanceof String text ? GivenDocument.itself(text).orElse(null) : null;
        String workflow = document == null || document.nodes().isEmpty() ? null
                : JsonWalk.text(document.nodes().get(0).map(), "metadata", "container", "uuid");
        if (workflow == null) {
            return object;
        }
        StudioObject found = names.find(workflow);
        service.note(Texts.of("{0} is inside {1}, and is published with it.", object.label(), found.label()));
        return found;
    }

    /** What was sent before a cut and may have come about since. */
    private Optional<StudioObject> gone(ObjectKind kind, String name) {
        if (state.text("job") != null) {
            service.note(Texts.of("An import of {0} was begun before: going on with job {1}.", name, state.text("job")));
            String id = new Imports(service).waitFor(state.text("job"), Texts.of("the import of {0}", name));
            return id == null ? names.named(kind, name) : Optional.of(new StudioObject(kind, id, name));
        }
        if (state.text("known") != null) {
            // It was there before, so that bringing it in once more changes it and makes nothing.
            return Optional.empty();
        }
        service.note(Texts.of("An earlier deploy of {0} was cut while it was being made: looking whether it is there.", name));
        return Optional.ofNullable(shown(kind.noun() + " " + name, () -> names.named(kind, name).orElse(null), StudioObject.class));
    }

    /** Looks for a while for what may have been made; {@code null} when it does not show. */
    private <T> T shown(String what, Supplier<Object> look, Class<T> type) {
        try {
            return type.cast(service.wait(new WaitTerms(what, null, EVERY, SHOWS, false), look, found -> Standing.of(null, found != null
                    ? StatusWords.Meaning.GOOD : StatusWords.Meaning.GOING_ON)).getValue());
        } catch (WaitTimedOut e) {
            return null;
        }
    }

    /**
     * An open run that was begun before.
     *
     * @param same whether it publishes what is to be published now
     * @return what it came to; {@code null} when a new run is needed
     */
    private Outcome unfinished(boolean same, long began) {
        if (!state.at(Deployment.RUN) && !state.at(Deployment.PUBLISH)) {
            return null;
        }
        StudioObject object = new StudioObject(state.text("kind") == null ? null : ObjectKind.valueOf(state.text("kind")), state.text("id"), state.text("name"));
        String run = state.at(Deployment.RUN) ? state.text("run") : mine(object.id());
        Map<String, Object> pipeline = run == null ? Map.of() : pipeline(run);
        if (pipeline.isEmpty()) {
            state.keep("run", null, "step", null);
            return null;
        }
        String status = String.valueOf(JsonWalk.text(pipeline, "Status"));
        if (!Deployment.isOpen(pipeline) && !(same && status.equalsIgnoreCase("Success"))) {
            state.keep("run", null, "step", null);
            return null;
        }
        if (!same) {
            giveUp(run, object);
            return null;
        }
        service.note(Texts.of("Going on with pipeline run {0} of {1}, which was begun before.", run, object.label()));
        return drive(object, run, began);
    }

    /** The run that was made before a cut whose id nobody has: one of the object's that was not there before. */
    private String mine(String object) {
        List<String> known = state.texts("runs");
        service.note(Texts.of("An earlier deploy was cut while its pipeline run was being made: looking whether there is one."));
        return shown(Texts.of("a pipeline run of {0}", object), () -> {
            for (Map<String, Object> run : service.all("ListPipelineRuns", "ObjectId", object)) {
                if (!known.contains(JsonWalk.text(run, "Id"))) {
                    return JsonWalk.text(run, "Id");
                }
            }
            return null;
        }, String.class);
    }

    private Map<String, Object> pipeline(String run) {
        try {
            return service.call("GetPipelineRun", "Id", run).get("Pipeline") instanceof Map<?, ?> map ? Fields.copy(map) : Map.of();
        } catch (ApiException e) {
            if (e.stage() != ApiException.Stage.REFUSED) {
                throw e;
            }
            return Map.of();
        }
    }

    private void giveUp(String run, StudioObject object) {
        if (!replace) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, "deploy", ApiCatalog.V2024).code("dwx.RunOpen")
                    .why(Texts.of("pipeline run {0} of {1} is open, and publishes it as it was before", run, object.label()))
                    .next(Texts.of("deploy '{0}' ends that run first; or deploy x, replace: true gives it up (AbolishPipelineRun) and"
                            + " makes a new one", object.id()))
                    .build();
        }
        service.call("AbolishPipelineRun", "Id", run);
        state.keep("run", null, "step", null);
    }

    /** Makes or updates what the document describes. */
    private StudioObject bring(FlowDocument document, ObjectKind kind, String name, String hash, String scene) {
        StudioObject old = names.named(kind, name).orElse(null);
        for (Map<String, Object> run : old == null ? List.<Map<String, Object>>of() : open(old.id())) {
            giveUp(JsonWalk.text(run, "Id"), old);
        }
        String id = old == null ? null : old.id();
        if (!service.rehearsed()) {
            state.keep("verb", "deploy", "step", Deployment.BRING, "kind", kind.name(), "name", name, "hash", hash, "known", id, "job", null,
                    "id", null, "run", null);
        }
        if (kind == ObjectKind.WORKFLOW) {
            id = imported(document, name, id);
        } else if (id == null) {
            id = JsonWalk.text(sent(kind.create(), "Scene", kind == ObjectKind.NODE ? scene : null, "Spec", document.json()), "Id");
        } else {
            sent(kind.update(), "Id", id, "Spec", identified(document, kind, id, name).json());
        }
        if (!service.rehearsed()) {
            state.keep("step", null, "id", id);
        }
        StudioObject brought = new StudioObject(kind, id, name);
        if (old == null) {
            Rehearsed.in(service).made(brought, document);
        }
        service.note(old == null ? Texts.of("Made {0} {1} ({2}).", kind.spoken(), name, id)
                : Texts.of("Updated {0} {1} ({2}).", kind.spoken(), name, id));
        return brought;
    }

    /** A call that makes something: where it is certain that nothing was made, nothing is to be gone on with either. */
    private Map<String, Object> sent(String operation, Object... arguments) {
        try {
            return service.call(operation, arguments);
        } catch (ApiException e) {
            if (e.stage() != ApiException.Stage.UNKNOWN_OUTCOME) {
                state.over();
            }
            throw e;
        } catch (NotConfirmedException e) {
            state.over();
            throw e;
        }
    }

    private static FlowDocument identified(FlowDocument document, ObjectKind kind, String id, String name) {
        return kind == ObjectKind.NODE ? Identified.of(document, null, Map.of(name, id)) : document;
    }

    private String imported(FlowDocument document, String name, String id) {
        Map<String, String> nodes = new HashMap<>();
        if (id != null) {
            service.all("ListNodes", "ContainerId", id).forEach(node -> nodes.put(JsonWalk.text(node, "Name"), JsonWalk.text(node, "Id")));
        }
        Map<String, Object> answer = sent("ImportWorkflowDefinition", "Spec", Identified.of(document, id, nodes).json());
        String job = JsonWalk.text(answer, "AsyncJob", "Id");
        String made = JsonWalk.text(answer, "AsyncJob", "Response");
        if (service.rehearsed()) {
            return made == null ? id == null ? job : id : made;
        }
        state.keep("job", job);
        if (job != null && made == null) {
            made = new Imports(service).waitFor(job, Texts.of("the import of {0}", name));
        }
        if (made == null) {
            made = names.named(ObjectKind.WORKFLOW, name).map(StudioObject::id).orElse(null);
        }
        if (made == null) {
            throw ApiException.of(ApiException.Stage.UNKNOWN_OUTCOME, "ImportWorkflowDefinition", ApiCatalog.V2024).code("dwx.NothingMade")
                    .why(Texts.of("the import is done, and no workflow {0} is there", name)).next("ListWorkflowDefinitions(Name: '" + name + "')").build();
        }
        return made;
    }

    private List<Map<String, Object>> open(String object) {
        List<Map<String, Object>> open = new ArrayList<>();
        for (Map<String, Object> run : service.all("ListPipelineRuns", "ObjectId", object)) {
            if (Deployment.isOpen(run)) {
                open.add(run);
            }
        }
        return open;
    }

    private Outcome publish(StudioObject object, String type, long began) {
        List<String> known = new ArrayList<>();
        if (!service.rehearsed()) {
            for (Map<String, Object> run : service.all("ListPipelineRuns", "ObjectId", object.id())) {
                if (Deployment.isOpen(run) && Deployment.isOffline(run) == type.equals("Offline")) {
                    service.note(Texts.of("Going on with pipeline run {0} of {1}, which is open.", run.get("Id"), object.label()));
                    state.keep("step", Deployment.RUN, "run", JsonWalk.text(run, "Id"), "id", object.id(), "name", object.name(),
                            "kind", object.kind() == null ? null : object.kind().name());
                    return drive(object, JsonWalk.text(run, "Id"), began);
                }
                known.add(JsonWalk.text(run, "Id"));
            }
            state.keep("verb", type.equals("Offline") ? "undeploy" : "deploy", "step", Deployment.PUBLISH, "id", object.id(), "name", object.name(),
                    "kind", object.kind() == null ? null : object.kind().name(), "runs", known, "run", null);
        }
        String run = JsonWalk.text(sent("CreatePipelineRun", "Type", type, "ObjectIds", List.of(object.id())), "Id");
        if (!service.rehearsed()) {
            state.keep("step", Deployment.RUN, "run", run, "runs", null);
        }
        return drive(object, run, began);
    }

    private Outcome drive(StudioObject object, String run, long began) {
        String what = Texts.of("pipeline run {0} of {1}", run, object.label());
        List<Map<String, Object>> stages;
        try {
            stages = new PipelineRun(service, run, what).drive(timeout);
        } catch (WaitFailed e) {
            state.over();
            throw e;
        }
        if (!service.rehearsed()) {
            state.over();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Id", object.id());
        fields.put("Name", object.name());
        fields.put("Kind", object.kind() == null ? null : object.kind().object());
        fields.put("RunId", run);
        fields.put("Status", service.rehearsed() ? "Simulated" : "Success");
        fields.put("Stages", stages);
        Duration elapsed = Duration.ofNanos(service.session().timer().nanos() - began);
        fields.put("Elapsed", elapsed);
        return new Outcome(fields, stages, object.label() + " · " + fields.get("Status") + " · " + Lapse.text(elapsed));
    }
}
