package dev.dwx.dsl.undo;

import dev.dwx.json.ExactJson;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The value that an argument had before: of all that a read shows, exactly the fields that were sent. An update of a specification
 * that named one node's owner is taken back by one that names that node's former owner, and nothing else.
 */
final class FormerValue {
    private final List<String> missing = new ArrayList<>();

    /** Fields that were sent and had no value before, or a secret one: they stay as they are. */
    List<String> missing() {
        return missing;
    }

    /**
     * The former value.
     *
     * @param path how the argument is called in {@link #missing}
     * @return {@code null} when nothing of it can be restored
     */
    Object of(String path, Object sent, Object before) {
        if (before == null) {
            missing.add(Texts.of("{0} (had no value)", path));
            return null;
        }
        if (sent instanceof CharSequence text && json(text.toString()) != null) {
            Object inner = of(path, json(text.toString()), before instanceof CharSequence held ? json(held.toString()) : before);
            return inner == null ? null : ExactJson.write(inner);
        }
        Object former = before instanceof CharSequence held && (sent instanceof Map || sent instanceof List)
                ? json(held.toString()) : before;
        if (sent instanceof Map<?, ?> map && former instanceof Map<?, ?> was) {
            Map<String, Object> found = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                Object one = of(path + "." + key, value, was.get(key));
                if (one != null) {
                    found.put(String.valueOf(key), one);
                }
            });
            return found.isEmpty() ? null : found;
        }
        if (sent instanceof List<?> list && former instanceof List<?> was && list.stream().allMatch(Map.class::isInstance)
                && was.stream().allMatch(Map.class::isInstance) && !list.isEmpty()) {
            List<Object> found = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                Object match = match((Map<?, ?>) list.get(i), was, i, list.size());
                Object one = of(path + "[" + i + "]", list.get(i), match);
                if (one != null) {
                    found.add(one);
                }
            }
            return found.isEmpty() ? null : found;
        }
        if (hidden(former)) {
            missing.add(Texts.of("{0} (a secret, which is never kept)", path));
            return null;
        }
        return former;
    }

    /** The element of the same id or name; else the one in the same place of a list of the same length. */
    private static Object match(Map<?, ?> sent, List<?> was, int at, int size) {
        for (String key : new String[] {"id", "Id", "name", "Name", "key", "Key"}) {
            if (sent.get(key) != null) {
                for (Object one : was) {
                    if (one instanceof Map<?, ?> map && sent.get(key).toString().equals(String.valueOf(map.get(key)))) {
                        return one;
                    }
                }
            }
        }
        return was.size() == size ? was.get(at) : null;
    }

    /** Whether a mask stands for a secret somewhere in it. */
    static boolean hidden(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(FormerValue::hidden);
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(FormerValue::hidden);
        }
        return value instanceof CharSequence text && text.toString().contains(Redactor.MASK);
    }

    /** Whether what is there agrees with what was sent: every field that was sent has that value. */
    static boolean agrees(Object sent, Object present) {
        if (sent instanceof CharSequence text && json(text.toString()) != null) {
            return agrees(json(text.toString()), present);
        }
        Object there = present instanceof CharSequence text && (sent instanceof Map || sent instanceof List)
                ? json(text.toString()) : present;
        if (sent instanceof Map<?, ?> map) {
            return there instanceof Map<?, ?> was
                    && map.entrySet().stream().allMatch(entry -> agrees(entry.getValue(), was.get(entry.getKey())));
        }
        if (sent instanceof List<?> list) {
            if (!(there instanceof List<?> was) || list.stream().noneMatch(Map.class::isInstance) && was.size() != list.size()) {
                return false;
            }
            for (int i = 0; i < list.size(); i++) {
                Object match = list.get(i) instanceof Map<?, ?> one ? match(one, was, i, list.size()) : was.get(i);
                if (!agrees(list.get(i), match)) {
                    return false;
                }
            }
            return true;
        }
        // What was sent is kept masked: whether a secret is still the same, nobody can tell.
        return hidden(sent) || String.valueOf(sent).equals(String.valueOf(there));
    }

    /** JSON held in a text, or {@code null} when it holds none. */
    static Object json(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
            return null;
        }
        return ExactJson.parseOr(stripped, null);
    }

    /** A field of an object by its name: at its top, else the only one of that name one level down; {@code null} for none. */
    static Object field(Map<String, Object> object, String name) {
        if (object.get(name) != null) {
            return object.get(name);
        }
        Object found = null;
        for (Object value : object.values()) {
            if (value instanceof Map<?, ?> inner && inner.get(name) != null) {
                if (found != null) {
                    return null;
                }
                found = inner.get(name);
            }
        }
        return found == null ? listed(object, name) : found;
    }

    /** {@code RoleCodes} out of {@code Roles: [{Code: …}]}. */
    private static Object listed(Map<String, Object> object, String name) {
        for (String ending : new String[] {"Codes", "Ids", "Names"}) {
            if (name.endsWith(ending) && object.get(name.substring(0, name.length() - ending.length()) + "s") instanceof List<?> list) {
                List<Object> found = new ArrayList<>();
                for (Object one : list) {
                    if (one instanceof Map<?, ?> map && map.get(ending.substring(0, ending.length() - 1)) != null) {
                        found.add(map.get(ending.substring(0, ending.length() - 1)));
                    }
                }
                return found.size() == list.size() && !found.isEmpty() ? found : null;
            }
        }
        return null;
    }
}
