package dev.dwx.sandbox.world;

import java.util.List;
import java.util.Map;

/**
 * How the objects of one kind are made and told apart.
 *
 * @param kind the kind
 * @param keys fields that identify one; mostly {@code Id}
 * @param scoped whether the key holds within a project only
 * @param form form of an id that the service gives
 * @param fields every field that an answer of the family can show, with whether it is a text
 */
record Family(String kind, List<String> keys, boolean scoped, Ids.Form form, Map<String, Boolean> fields) {
    /** The key of an object with these fields, or {@code null} when a part is missing. */
    String key(Map<String, Object> known, Object project) {
        StringBuilder key = new StringBuilder();
        if (scoped) {
            if (project == null) {
                return null;
            }
            key.append(project).append('/');
        }
        for (int i = 0; i < keys.size(); i++) {
            Object part = known.get(keys.get(i));
            if (part == null) {
                return null;
            }
            key.append(i == 0 ? "" : "/").append(part);
        }
        return key.toString();
    }
}
