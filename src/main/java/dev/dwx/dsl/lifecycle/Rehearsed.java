package dev.dwx.dsl.lifecycle;

import dev.dwx.dsl.Rehearsal;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this rehearsal would have brought into being, so that the lines after a {@code deploy} find by name what only the real run
 * makes. Knows nothing where calls are really sent.
 */
final class Rehearsed {
    private final Rehearsal rehearsal;

    private Rehearsed(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    static Rehearsed in(Service service) {
        return new Rehearsed(service.session().context().rehearsal());
    }

    private Map<String, Object> kept() {
        return rehearsal == null ? Map.of() : rehearsal.remembered();
    }

    private static String key(ObjectKind kind, String name) {
        return kind + " " + name;
    }

    /** A document would have made this object, and each of its nodes a task. */
    void made(StudioObject object, FlowDocument document) {
        if (rehearsal == null) {
            return;
        }
        List<TaskNames.Task> tasks = new ArrayList<>();
        for (SpecNode node : document.nodes()) {
            String name = node.name().orElse(null);
            if (name != null) {
                tasks.add(new TaskNames.Task(rehearsal.id(), name));
                kept().put("task " + name, object.id());
            }
        }
        kept().put(key(object.kind(), object.name()), object);
        kept().put("tasks " + object.id(), List.copyOf(tasks));
    }

    void removed(StudioObject object) {
        if (rehearsal != null) {
            kept().remove(key(object.kind(), object.name()));
            kept().values().removeIf(object.id()::equals);
        }
    }

    Optional<StudioObject> object(ObjectKind kind, String name) {
        return kept().get(key(kind, name)) instanceof StudioObject object ? Optional.of(object) : Optional.empty();
    }

    /** The tasks that an object would have; nothing for one that the rehearsal has not made. */
    List<TaskNames.Task> tasks(String object) {
        List<TaskNames.Task> tasks = new ArrayList<>();
        if (kept().get("tasks " + object) instanceof List<?> all) {
            all.forEach(one -> tasks.add((TaskNames.Task) one));
        }
        return tasks;
    }

    /** The task of that name that an object would have. */
    Optional<TaskNames.Task> task(String name) {
        return kept().get("task " + name) instanceof String object
                ? tasks(object).stream().filter(task -> name.equals(task.name())).findFirst() : Optional.empty();
    }
}
