package dev.dwx.sandbox.world;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Schema;
import dev.dwx.sandbox.SandboxCall;
import dev.dwx.sandbox.world.Vocabulary.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One call at work: what was sent, who sent it, when, and the world it is answered from. */
final class Scene {
    final Realm realm;
    final Store store;
    final ApiOperation operation;
    private final SandboxCall call;
    private Long project;
    private boolean projectKnown;

    Scene(Realm realm, SandboxCall call) {
        this.realm = realm;
        this.store = realm.store;
        this.call = call;
        this.operation = call.operation();
    }

    long now() {
        return call.now().toEpochMilli();
    }

    String requestId() {
        return call.requestId();
    }

    String account() {
        return call.accountId() == null ? realm.account : call.accountId();
    }

    Map<String, Object> arguments() {
        return call.arguments();
    }

    Object argument(String name) {
        return call.arguments().get(name);
    }

    String text(String name) {
        return call.text(name);
    }

    Long number(String name) {
        return Values.number(argument(name));
    }

    List<Object> list(String name) {
        return Values.list(argument(name));
    }

    boolean takes(String parameter) {
        return operation.parameter(parameter).isPresent();
    }

    /** The arguments under the names that a kind keeps them by. */
    Map<String, Object> sent(String kind) {
        Map<String, Object> sent = new LinkedHashMap<>();
        for (Map.Entry<String, Object> argument : arguments().entrySet()) {
            Field field = realm.vocabulary.field(operation.version(), kind, argument.getKey());
            Object value = field.codec().in(argument.getValue());
            if (value != null && (!sent.containsKey(field.name()) || argument.getKey().equals(field.name()))) {
                sent.put(field.name(), value);
            }
        }
        return sent;
    }

    /**
     * The project that the call is for, checked to exist; {@code null} when it names none.
     *
     * @throws Refusal when there is no such project, or the operation wants one of two parameters and has neither
     */
    Long project() throws Refusal {
        if (!projectKnown) {
            project = findProject();
            projectKnown = true;
        }
        return project;
    }

    private Long findProject() throws Refusal {
        Object id = argument("ProjectId");
        if (id != null) {
            Thing found = realm.project(id);
            if (found == null) {
                throw Refusal.noProject(id);
            }
            return found.number("Id");
        }
        Object name = argument("ProjectIdentifier");
        boolean named = takes("ProjectId") && takes("ProjectIdentifier");
        if (name != null && (named || takes("ProjectIdentifier") && !operation.name().startsWith("Create"))) {
            Thing found = realm.projectNamed(name);
            if (found == null) {
                throw Refusal.noProject(name);
            }
            return found.number("Id");
        }
        if (named) {
            throw Refusal.missing("ProjectId");
        }
        return null;
    }

    /**
     * The one thing with a key, whatever project it is in.
     *
     * @throws Refusal when there is none
     */
    Thing need(String kind, Object key) throws Refusal {
        Thing thing = store.find(kind, key);
        if (thing == null) {
            throw Faults.notFound(kind, key);
        }
        return thing;
    }

    /** The answer of a success: request id, success flags, every plain Boolean set; nothing of the work itself. */
    Map<String, Object> success() {
        Map<String, Object> body = new LinkedHashMap<>();
        for (Map.Entry<String, Schema> property
                : operation.resolve(operation.response()).properties().entrySet()) {
            Schema schema = operation.resolve(property.getValue());
            if (property.getKey().equals("RequestId")) {
                body.put("RequestId", call.requestId());
            } else if (property.getKey().equals("HttpStatusCode")) {
                body.put("HttpStatusCode", schema.isString() ? (Object) "200" : (Object) 200L);
            } else if (property.getKey().equals("Success") && schema.isString()) {
                body.put("Success", "true");
            } else if (schema.isBoolean()) {
                body.put(property.getKey(), Boolean.TRUE);
            }
        }
        return body;
    }

    /** A success with one value, shown in the type that the response schema gives the name. */
    Map<String, Object> success(String name, Object value) {
        Map<String, Object> body = success();
        put(body, name, value);
        return body;
    }

    /** Sets a top-level value of the answer, in the type that the response schema gives the name. */
    void put(Map<String, Object> body, String name, Object value) {
        Schema schema = operation.resolve(operation.response()).properties().get(name);
        Object shown = schema == null ? null : realm.projection.value(operation, schema, value, name);
        if (shown != null) {
            body.put(name, shown);
        }
    }

    /** Sets a top-level object of the answer from an object of the world. */
    void show(Map<String, Object> body, String name, Thing thing) {
        Schema schema = operation.resolve(operation.response()).properties().get(name);
        if (schema != null) {
            body.put(name, realm.projection.object(operation, schema, thing.kind(), shown(thing)));
        }
    }

    /** The object's fields with what its kind computes when shown. */
    Map<String, Object> shown(Thing thing) {
        Custom custom = realm.customs.get(thing.kind());
        return custom == null ? thing.fields() : custom.showing(this, thing);
    }

    /** The object with what its kind computes when shown, so that lists can filter and sort by that too. */
    Thing seen(Thing thing) {
        Custom custom = realm.customs.get(thing.kind());
        return custom == null ? thing : new Thing(thing.kind(), thing.key(), thing.sequence(),
                custom.showing(this, thing), thing.steps());
    }

    /** The parameters of the operation by name. */
    Schema parameter(String name) {
        return operation.parameter(name).map(ApiParameter::schema).map(operation::resolve).orElse(null);
    }

    /** The object of a kind that the call names, in the project that it names. */
    Thing find(String kind) throws Refusal {
        Family family = realm.families.of(kind);
        Map<String, Object> sent = sent(kind);
        String key = family.key(sent, project());
        if (key == null) {
            throw Refusal.missing(family.keys().get(0));
        }
        Thing thing = store.find(kind, key);
        if (thing == null || !inProject(thing)) {
            throw Faults.notFound(kind, sent.get(family.keys().get(0)));
        }
        return thing;
    }

    /** Whether the object is of the project that the call names, if it names one. */
    boolean inProject(Thing thing) throws Refusal {
        Long wanted = project();
        Object own = thing.get("ProjectId");
        return wanted == null || own == null || thing.kind().equals("Project") || Values.same(own, wanted);
    }

    /** Changes an object and its modification marks. */
    Thing change(Thing thing, Map<String, Object> changes) {
        Map<String, Object> all = new LinkedHashMap<>(changes);
        all.put("ModifyTime", now());
        all.put("ModifyUser", account());
        return store.put(thing.with(all));
    }
}
