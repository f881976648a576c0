package dev.dwx.dsl.lifecycle;

import dev.dwx.catalog.NearNames;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.ApiResult;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import dev.dwx.time.BizDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds tasks of the scheduler, and their instances, by what users call them. Ids are taken as they are. */
final class TaskNames {
    /** Ids of Data Studio have about 19 digits, those of the scheduler about 12. */
    private static final int STUDIO_DIGITS = 17;

    private final Service service;
    private final ObjectNames objects;

    TaskNames(Service service) {
        this.service = service;
        objects = new ObjectNames(service);
    }

    /**
     * A task of the scheduler.
     *
     * @param name {@code null} where only the id is known
     */
    record Task(Long id, String name) {
        String label() {
            return name == null ? id.toString() : name + " (" + id + ")";
        }
    }

    /**
     * The tasks that a value means: a task's or node's id or name, a workflow, a document, what deploy gave, or a list of these.
     *
     * @throws ApiException {@code dwx.UnknownName}, {@code dwx.AmbiguousName}, or {@code dwx.NotDeployed}
     */
    List<Task> tasks(Object given) {
        Set<Task> tasks = new LinkedHashSet<>();
        if (given instanceof Iterable<?> many && !(given instanceof ApiResult)) {
            many.forEach(each -> tasks.addAll(tasks(each)));
            return List.copyOf(tasks);
        }
        String text = given instanceof CharSequence || given instanceof Number ? given.toString().strip() : "";
        if (Fields.isId(text) && text.length() < STUDIO_DIGITS) {
            return List.of(new Task(Long.valueOf(text), null));
        }
        if (!text.isEmpty() && !Fields.isId(text) && !text.startsWith("{")) {
            List<Task> named = named(text);
            if (named.size() > 1) {
                throw ObjectNames.ambiguous(text, named.stream().map(task -> task.id().toString()).toList());
            }
            if (named.size() == 1) {
                return named;
            }
            Optional<Task> rehearsed = Rehearsed.in(service).task(text);
            if (rehearsed.isPresent()) {
                return List.of(rehearsed.get());
            }
        }
        return ofObject(objects.find(given));
    }

    private List<Task> named(String name) {
        List<Task> tasks = new ArrayList<>();
        for (Map<String, Object> task : service.all("ListTasks", "Name", name, "ProjectEnv", environment())) {
            if (name.equals(JsonWalk.text(task, "Name")) && Fields.number(task, "Id") != null) {
                tasks.add(new Task(Fields.number(task, "Id"), name));
            }
        }
        return tasks;
    }

    /** The tasks that an object of Data Studio has in production. */
    List<Task> ofObject(StudioObject object) {
        List<Task> tasks = Rehearsed.in(service).tasks(object.id());
        if (!tasks.isEmpty()) {
            return tasks;
        }
        if (object.kind() == ObjectKind.WORKFLOW) {
            for (Map<String, Object> node : service.all("ListNodes", "ContainerId", object.id())) {
                if (Fields.number(node, "TaskId") != null) {
                    tasks.add(new Task(Fields.number(node, "TaskId"), JsonWalk.text(node, "Name")));
                }
            }
        } else {
            Map<String, Object> node = objects.read(ObjectKind.NODE, object.id());
            if (Fields.number(node, "TaskId") != null) {
                tasks.add(new Task(Fields.number(node, "TaskId"), JsonWalk.text(node, "Name")));
            }
        }
        if (tasks.isEmpty()) {
            throw ObjectNames.refusal(object.name() == null ? object.id() : object.name()).code("dwx.NotDeployed")
                    .why(Texts.of("{0} has no task in production, so there is nothing to run", object.label()))
                    .next("deploy '" + (object.name() == null ? object.id() : object.name()) + "'").build();
        }
        return tasks;
    }

    /**
     * The instance that a value means: its id, an instance from an answer, or a task's name with a business date.
     *
     * @return as {@code GetTaskInstance} shows it
     */
    Map<String, Object> instance(Object given, BizDate bizdate) {
        Object id = given instanceof Map<?, ?> map && !(given instanceof Outcome) ? map.get("Id") : given instanceof Outcome outcome
                ? outcome.get("InstanceId") : given;
        String text = String.valueOf(id).strip();
        if (!Fields.isId(text)) {
            Map<String, Object> newest = null;
            for (Map<String, Object> each : service.all("ListTaskInstances", "Bizdate", bizdate, "TaskName", text, "ProjectEnv", environment())) {
                boolean later = newest == null || String.valueOf(Fields.number(each, "CreateTime")).compareTo(
                        String.valueOf(Fields.number(newest, "CreateTime"))) > 0;
                if (text.equals(JsonWalk.text(each, "TaskName")) && later) {
                    newest = each;
                }
            }
            if (newest == null && Rehearsed.in(service).task(text).isPresent()) {
                return Service.named("TaskName", text, "Status", "Simulated");
            }
            if (newest == null) {
                throw noInstance(text, bizdate);
            }
            return newest;
        }
        Object found = service.call("GetTaskInstance", "Id", Long.valueOf(text)).get("TaskInstance");
        return found instanceof Map<?, ?> map ? Fields.copy(map) : Service.named("Id", Long.valueOf(text));
    }

    private ApiException noInstance(String name, BizDate bizdate) {
        List<String> names = new ArrayList<>();
        service.all("ListTasks", "ProjectEnv", environment()).forEach(task -> names.add(String.valueOf(JsonWalk.text(task, "Name"))));
        List<String> near = names.contains(name) ? List.of() : NearNames.of(name, names);
        return ObjectNames.refusal(name).code("dwx.UnknownName")
                .why(names.contains(name) ? Texts.of("the task {0} has no instance of business date {1}", name, bizdate)
                        : Texts.of("there is no instance of a task of that name for business date {0} in {1}", bizdate, service.project()))
                .next(near.isEmpty() ? Texts.of("bizdate: '…' chooses another day; ListTaskInstances(Bizdate: '{0}') shows what there is",
                        bizdate)
                        : Texts.of("did you mean {0}?", String.join(Texts.of(" or "), near))).build();
    }

    /** Production unless the session is in development. */
    String environment() {
        String environment = service.session().context().environment();
        return environment == null ? "Prod" : environment;
    }
}
