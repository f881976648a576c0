package dev.dwx.dsl.undo;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.dsl.impact.Seen;
import dev.dwx.dsl.impact.Subjects;
import dev.dwx.safety.Redactor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One write as it is kept for undo: what was sent, and the objects as they were before. Secrets are masked in both.
 *
 * @param name file name without ending; its last six digits are what users type
 * @param fields the JSON document
 */
public record WriteRecord(String name, Map<String, Object> fields) {
    static final String SENT = "sent";
    static final String OK = "ok";
    static final String PARTLY = "partly failed";
    static final String UNKNOWN = "unknown outcome";

    static WriteRecord of(String name, String when, String who, PlannedCall call, Subjects subjects, List<Seen> before) {
        Context context = call.context();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", 1);
        fields.put("when", when);
        fields.put("who", who);
        fields.put("operation", call.operation().name());
        fields.put("version", call.operation().version());
        fields.put("region", context.region());
        fields.put("endpoint", context.endpoint());
        fields.put("project", context.projectLabel());
        fields.put("arguments", Redactor.arguments(call.operation().name(), call.arguments()));
        fields.put("state", SENT);
        List<Object> objects = new ArrayList<>();
        for (Seen seen : before) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("id", seen.id());
            object.put("read", seen.by().name());
            object.put("question", Redactor.value(seen.question()));
            object.put("fields", Redactor.value(seen.fields()));
            if (seen.trouble() != null) {
                object.put("trouble", seen.trouble());
            }
            objects.add(object);
        }
        fields.put("noun", subjects.noun());
        fields.put("parameter", subjects.parameter());
        fields.put("before", objects);
        return new WriteRecord(name, fields);
    }

    WriteRecord with(String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(key, value);
        return new WriteRecord(name, changed);
    }

    /** What users type. */
    String id() {
        return name.substring(name.lastIndexOf('-') + 1);
    }

    String text(String key) {
        return fields.get(key) == null ? null : fields.get(key).toString();
    }

    String operation() {
        return text("operation");
    }

    String version() {
        return text("version");
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> map(String key) {
        return fields.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    Map<String, Object> arguments() {
        return map("arguments");
    }

    /** The objects as they were; those that could not be read have no fields. */
    @SuppressWarnings("unchecked")
    List<Seen> before(java.util.function.Function<String, ApiOperation> reads) {
        List<Seen> seen = new ArrayList<>();
        if (fields.get("before") instanceof List<?> list) {
            for (Object one : list) {
                Map<String, Object> object = (Map<String, Object>) one;
                seen.add(new Seen(object.get("id"), text("noun"), reads.apply(String.valueOf(object.get("read"))),
                        (Map<String, Object>) object.get("question"), (Map<String, Object>) object.get("fields"),
                        object.get("trouble") == null ? null : object.get("trouble").toString()));
            }
        }
        return seen;
    }

    /** What the write was about, in a few words: names where they are known, else ids. */
    String what() {
        StringBuilder text = new StringBuilder();
        int more = 0;
        for (Seen seen : before(read -> null)) {
            String label = seen.name() == null ? String.valueOf(seen.id()) : seen.name();
            if (text.length() < 60) {
                text.append(text.length() == 0 ? "" : ", ").append(label);
            } else {
                more++;
            }
        }
        if (text.length() == 0) {
            Object name = arguments().getOrDefault("Name", text("parameter") == null ? null : arguments().get(text("parameter")));
            text.append(name == null ? "" : name);
        }
        return more == 0 ? text.toString() : text + " and " + more + " more";
    }
}
