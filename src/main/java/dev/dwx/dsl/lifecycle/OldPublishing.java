package dev.dwx.dsl.lifecycle;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.waiting.Following;
import dev.dwx.dsl.waiting.Lapse;
import dev.dwx.dsl.waiting.WaitFailed;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Publishing on the old DataStudio: a file is made or changed, submitted, and deployed; submitting and deploying make packages, and the
 * second one is refused before the first is built and checked.
 */
final class OldPublishing {
    private final Service service;
    private final Function<String, Deployment> states;
    private final String version;
    private final Duration timeout;
    private final boolean skipExtensions;

    /**
     * @param states how far the file of a name has come
     * @param skipExtensions whether the checks of extensions are passed over: only a person decides that
     */
    OldPublishing(Service service, Function<String, Deployment> states, boolean skipExtensions, Duration timeout) {
        this.skipExtensions = skipExtensions;
        this.service = service;
        this.states = states;
        this.timeout = timeout;
        version = service.session().context().version();
    }

    /** Brings every node of a document in as a file, and to production. */
    Outcome deploy(FlowDocument document) {
        List<FileDraft> drafts = FileDraft.all(document);
        if (drafts.isEmpty()) {
            throw new IllegalArgumentException(Texts.of("The document has no node that could be a file of the old DataStudio."));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        long began = service.session().timer().nanos();
        for (FileDraft draft : drafts) {
            Deployment state = states.apply(draft.name());
            String hash = Ledger.digest(draft.folder() + "\n" + draft.type() + "\n" + draft.arguments());
            if (!hash.equals(state.text("hash"))) {
                keep(state, "hash", hash, "submitted", null, "deployed", null, "file", null);
            }
            if (state.text("file") == null) {
                keep(state, "file", bring(draft));
            }
            rows.add(publish(draft.name(), state.text("file"), state));
        }
        return outcome(ObjectNames.name(document), rows, began);
    }

    /** Brings a file that is there to production. */
    Outcome deploy(Object given) {
        long began = service.session().timer().nanos();
        Map<String, Object> file = find(given);
        String name = JsonWalk.text(file, "FileName");
        return outcome(name, List.of(publish(name, JsonWalk.text(file, "FileId"), states.apply(name))), began);
    }

    private Outcome outcome(String name, List<Map<String, Object>> rows, long began) {
        Duration elapsed = Duration.ofNanos(service.session().timer().nanos() - began);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Id", rows.get(0).get("FileId"));
        fields.put("Name", name);
        fields.put("Kind", "File");
        fields.put("RunId", rows.get(0).get("DeploymentId"));
        fields.put("Status", service.rehearsed() ? "Simulated" : "Success");
        fields.put("Stages", rows);
        fields.put("Elapsed", elapsed);
        return new Outcome(fields, rows, name + " · " + fields.get("Status") + " · " + Lapse.text(elapsed));
    }

    private Map<String, Object> call(String name, Object... arguments) {
        return service.call(version, name, Service.named(arguments));
    }

    /** A rehearsal leaves nothing behind that a real run would go on with; in it, what is kept is kept in memory alone. */
    private void keep(Deployment state, Object... said) {
        if (service.rehearsed()) {
            state.say(said);
        } else {
            state.keep(said);
        }
    }

    private String bring(FileDraft draft) {
        List<Map<String, Object>> there = named(draft.name());
        if (there.size() > 1) {
            throw ObjectNames.ambiguous(draft.name(), there.stream().map(file -> String.valueOf(file.get("FileId"))).toList());
        }
        Map<String, Object> arguments = new LinkedHashMap<>(draft.arguments());
        if (there.isEmpty()) {
            arguments.put("FileName", draft.name());
            arguments.put("FileType", draft.type());
            arguments.put("FileFolderPath", draft.folder());
            if (service.session().known(version, "CreateFile").flatMap(create -> create.parameter("CreateFolderIfNotExists")).isPresent()) {
                arguments.put("CreateFolderIfNotExists", true);
            }
            String id = JsonWalk.text(service.call(version, "CreateFile", arguments), "Data");
            service.note(Texts.of("Made file {0} ({1}).", draft.name(), id));
            return id;
        }
        String id = JsonWalk.text(there.get(0), "FileId");
        arguments.put("FileId", Long.valueOf(id));
        service.call(version, "UpdateFile", arguments);
        service.note(Texts.of("Updated file {0} ({1}).", draft.name(), id));
        return id;
    }

    private List<Map<String, Object>> named(String name) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Map<String, Object> file : service.all(version, "ListFiles", Service.named("ExactFileName", name))) {
            if (name.equals(JsonWalk.text(file, "FileName")) && JsonWalk.text(file, "FileId") != null) {
                files.add(file);
            }
        }
        return files;
    }

    /** The file of a name or id, or of what deploy gave. */
    private Map<String, Object> find(Object given) {
        Object id = given instanceof Map<?, ?> map ? map.get("Id") : given;
        String text = String.valueOf(id).strip();
        if (Fields.isId(text)) {
            Object file = JsonWalk.at(call("GetFile", "FileId", Long.valueOf(text)), "Data", "File");
            Map<String, Object> found = file instanceof Map<?, ?> map ? Fields.copy(map) : new LinkedHashMap<>();
            found.put("FileId", text);
            found.putIfAbsent("FileName", text);
            return found;
        }
        List<Map<String, Object>> files = named(text);
        if (files.size() > 1) {
            throw ObjectNames.ambiguous(text, files.stream().map(file -> String.valueOf(file.get("FileId"))).toList());
        }
        if (files.isEmpty()) {
            throw ObjectNames.refusal(text).code("dwx.UnknownName").why(Texts.of("there is no file of that name in {0}, which is taken"
                    + " for one of the old DataStudio", service.project())).next(Texts.of("ListFiles(); studio: 'new' where that is wrong")).build();
        }
        return files.get(0);
    }

    private Map<String, Object> publish(String name, String file, Deployment state) {
        Long id = Long.valueOf(file);
        if (state.text("deployed") == null) {
            if (state.text("submitted") == null) {
                Object made = call("SubmitFile", "FileId", id, "Comment", "dwx deploy",
                        "SkipAllDeployFileExtensions", skipExtensions ? true : null).get("Data");
                keep(state, "verb", "deploy", "name", name, "submitted", made);
            } else {
                service.note(Texts.of("Going on with package {0} of {1}, which was submitted before.", state.text("submitted"), name));
            }
            follow(state, state.text("submitted"), name);
            Object made = call("DeployFile", "FileId", id, "Comment", "dwx deploy").get("Data");
            keep(state, "deployed", made);
        } else {
            service.note(Texts.of("Going on with package {0} of {1}, which is being deployed.", state.text("deployed"), name));
        }
        String last = state.text("deployed");
        follow(state, last, name);
        if (!service.rehearsed()) {
            state.over();
        }
        return Service.named("File", name, "FileId", file, "DeploymentId", last, "Status", service.rehearsed() ? "Simulated" : "Success");
    }

    private void follow(Deployment state, String made, String name) {
        try {
            service.follow(Following.of(Following.Kind.DEPLOYMENT, version, Long.valueOf(made), null), Texts.of("package {0} of {1}",
                    made, name), timeout);
        } catch (WaitFailed e) {
            state.over();
            throw "check failed (7)".equals(e.getStatus()) ? new WaitFailed(Texts.of("{0}\n  or, if that is your decision: deploy x,"
                    + " skipExtensions: true", e.getMessage()),
                    e.getStatus(), e.getLast()) : e;
        }
    }

    /** Takes a file's node off the schedule, and with {@code delete} the file away. */
    Outcome undeploy(Object given, boolean delete) {
        long began = service.session().timer().nanos();
        Map<String, Object> file = find(given);
        String name = JsonWalk.text(file, "FileName");
        Long node = Fields.number(file, "NodeId");
        if (!delete && node == null) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, "undeploy", version).code("dwx.NotDeployed")
                    .why(Texts.of("file {0} has no node in production", name)).next(Texts.of("undeploy x, delete: true deletes the file")).build();
        }
        Long id = Long.valueOf(JsonWalk.text(file, "FileId"));
        Object made = null;
        if (delete) {
            // Deleting a file that was submitted takes its node offline, and is itself published.
            made = call("DeleteFile", "FileId", id).get("DeploymentId");
        } else {
            service.call(ApiCatalog.V2020, "OfflineNode", Service.named("NodeId", node));
        }
        if (Fields.number(made) != null && !service.rehearsed()) {
            service.follow(Following.of(Following.Kind.DEPLOYMENT, version, made, null), Texts.of("package {0} of {1}", made, name), timeout);
        }
        return outcome(name, List.of(Service.named("File", name, "FileId", id, "DeploymentId", made,
                "Status", service.rehearsed() ? "Simulated" : delete ? "Deleted" : "Offline")), began);
    }
}
