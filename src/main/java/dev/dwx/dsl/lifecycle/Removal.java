package dev.dwx.dsl.lifecycle;

import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.util.Map;

/** Deletes what is offline, from the inside out; each delete is asked about as if somebody had typed it. */
final class Removal {
    private final Service service;

    Removal(Service service) {
        this.service = service;
    }

    void remove(StudioObject object) {
        ObjectKind kind = object.kind() == null ? ObjectKind.NODE : object.kind();
        if (kind == ObjectKind.WORKFLOW && Rehearsed.in(service).tasks(object.id()).isEmpty()) {
            for (Map<String, Object> node : service.all("ListNodes", "ContainerId", object.id())) {
                service.call("DeleteNode", "Id", JsonWalk.text(node, "Id"));
            }
        }
        service.call(kind.delete(), "Id", object.id());
        Rehearsed.in(service).removed(object);
        service.note(Texts.of("Deleted {0}.", object.label()));
    }
}
