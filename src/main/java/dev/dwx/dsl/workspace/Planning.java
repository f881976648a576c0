package dev.dwx.dsl.workspace;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Session;
import dev.dwx.dsl.lifecycle.ObjectKind;
import dev.dwx.dsl.lifecycle.Service;
import dev.dwx.dsl.progress.Doing;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds documents against what the service has. Only reads are made. */
final class Planning {
    private final Session session;
    private final Studio studio;

    Planning(Session session) {
        this.session = session;
        studio = new Studio(new Service(session));
    }

    /**
     * @param delete whether nodes that no document names are to be deleted
     * @param all whether that holds for whole workflows, too
     */
    Plan plan(List<FlowDocument> documents, boolean delete, boolean all) {
        newStudio();
        List<Step> steps = new ArrayList<>();
        Set<String> named = new HashSet<>();
        try (Doing doing = session.progress().begin(Texts.of("reading what is there"))) {
            for (FlowDocument document : documents) {
                doing.done(steps.size(), documents.size());
                ObjectKind kind = ObjectKind.of(document.kind().orElse(null));
                if (!named.add(kind + " " + document.name().orElse(""))) {
                    throw new IllegalArgumentException("There are two documents of " + kind.noun() + " " + document.name().orElse("")
                            + "; a plan takes each thing once.");
                }
                Optional<Held> held = found(kind, document);
                steps.add(held.isPresent() ? Step.compared(held.get(), document, delete) : Step.create(kind, document));
            }
            if (all) {
                rest(steps, named);
            }
        }
        return new Plan(steps, all);
    }

    private Optional<Held> found(ObjectKind kind, FlowDocument document) {
        try {
            return studio.find(kind, document);
        } catch (ApiException e) {
            if (e.code() != null && e.code().contains("DataStudioVersion")) {
                throw onlyNew("the project is on the old DataStudio", e);
            }
            throw e;
        }
    }

    private void rest(List<Step> steps, Set<String> named) {
        Set<String> inside = new HashSet<>();
        steps.stream().filter(step -> step.held() != null).forEach(step -> inside.addAll(Studio.inside(step.held())));
        for (ObjectKind kind : List.of(ObjectKind.WORKFLOW, ObjectKind.NODE, ObjectKind.FUNCTION, ObjectKind.RESOURCE)) {
            for (Map<String, Object> each : studio.all(kind, inside)) {
                if (!named.contains(kind + " " + each.get("Name"))) {
                    studio.read(kind, JsonWalk.text(each, "Id")).ifPresent(held -> {
                        steps.add(Step.delete(held));
                        inside.addAll(Studio.inside(held));
                    });
                }
            }
        }
    }

    private void newStudio() {
        if (ApiCatalog.V2020.equals(session.context().version())) {
            throw onlyNew("calls go to API version 2020-05-18, which is that of projects on the old DataStudio", null);
        }
    }

    private static ApiException onlyNew(String why, ApiException cause) {
        return ApiException.of(ApiException.Stage.NOT_SENT, "plan", ApiCatalog.V2024).code("dwx.NewStudioOnly")
                .why(why + "; plan and apply compare FlowSpec documents, and only the new Data Studio has them")
                .next("for a project on the new Data Studio: use version: '2024-05-18'; on the old one, compare GetFile(…).Data.File.Content")
                .cause(cause).build();
    }
}
