package dev.dwx.flowspec.model;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way to a value of a document: {@code spec.workflows[0].nodes[2].script.content}. Keys that hold a dot, a bracket, a blank or a
 * quote stand in brackets and quotes, in which {@code \} lets a quote stand for itself:
 * {@code script.runtime.sparkConf['spark.executor.memory']}; {@code sparkConf.'spark.executor.memory'} is read, too.
 *
 * @param steps keys as texts and places in lists as integers
 */
public record SpecPath(List<Object> steps) {
    /** The document itself. */
    public static final SpecPath ROOT = new SpecPath(List.of());
    /** The place behind the last of a list, whatever their number: {@code [+]}. */
    public static final Integer NEXT = -1;
    private static final int LONGEST_PLACE = 7;

    public SpecPath {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException when it is none; the message says where it breaks off
     */
    public static SpecPath parse(String text) {
        List<Object> steps = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            StringBuilder key = new StringBuilder();
            if (text.charAt(at) == '[') {
                char first = at + 1 < text.length() ? text.charAt(at + 1) : ']';
                if (first == '\'' || first == '"') {
                    at = quoted(text, at + 1, key);
                    steps.add(key.toString());
                    if (at >= text.length() || text.charAt(at) != ']') {
                        throw odd(text, at, Texts.of("the bracket is not closed"));
                    }
                    at++;
                    continue;
                }
                int end = text.indexOf(']', at);
                steps.add(place(text, at, end));
                at = end + 1;
                continue;
            }
            if (text.charAt(at) == '.' && at > 0) {
                at++;
            } else if (at > 0) {
                throw odd(text, at, Texts.of("a dot or a bracket must come before the next key"));
            }
            at = key(text, at, key);
            steps.add(key.toString());
        }
        return new SpecPath(steps);
    }

    private static Integer place(String text, int from, int end) {
        if (end == from + 2 && text.charAt(from + 1) == '+') {
            return NEXT;
        }
        int place = -1;
        for (int i = from + 1; i < end && i - from <= LONGEST_PLACE; i++) {
            int digit = text.charAt(i) - '0';
            place = digit < 0 || digit > 9 ? Integer.MIN_VALUE : Math.max(place, 0) * 10 + digit;
        }
        if (place < 0 || end - from > LONGEST_PLACE) {
            throw odd(text, from, Texts.of("in brackets stands a place of a list, counted from 0: [2], or a key in quotes"));
        }
        return place;
    }

    private static int key(String text, int from, StringBuilder key) {
        if (from < text.length() && text.charAt(from) == '\'') {
            return quoted(text, from, key);
        }
        int at = from;
        while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
            key.append(text.charAt(at++));
        }
        if (key.isEmpty()) {
            throw odd(text, from, Texts.of("a key is missing"));
        }
        return at;
    }

    private static int quoted(String text, int from, StringBuilder key) {
        int at = from + 1;
        for (; at < text.length() && text.charAt(at) != text.charAt(from); at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            key.append(text.charAt(at));
        }
        if (at >= text.length()) {
            throw odd(text, from, Texts.of("the quote is not closed"));
        }
        return at + 1;
    }

    private static IllegalArgumentException odd(String text, int at, String why) {
        return new IllegalArgumentException(Texts.of("'{0}' is no path of a document: {1}, at its character {2}. Write it like "
                + "spec.nodes[0].script.content, a key with dots in brackets: sparkConf['spark.executor.memory'].", text, why, at + 1));
    }

    /** The text of the way to a key of what is at {@code path}. */
    public static String key(String path, String key) {
        return isPlain(key) ? path.isEmpty() ? key : path + "." + key : path + inBrackets(key);
    }

    /** A key as it stands in any path, whatever is in it: {@code ['spark.executor.memory']}. */
    public static String inBrackets(String key) {
        return "['" + key.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }

    /** Whether a key needs no quotes. */
    public static boolean isPlain(String key) {
        boolean plain = !key.isEmpty();
        for (int i = 0; i < key.length() && plain; i++) {
            char c = key.charAt(i);
            plain = c != '.' && c != '[' && c != ']' && c != '\'' && c != '"' && c != '\\' && c > ' ';
        }
        return plain;
    }

    /** One step further, to a key. */
    public SpecPath key(String key) {
        return further(key);
    }

    /** One step further, to a place of a list. */
    public SpecPath index(int index) {
        return further(index);
    }

    private SpecPath further(Object step) {
        List<Object> all = new ArrayList<>(steps);
        all.add(step);
        return new SpecPath(all);
    }

    /** The value at the end of the way, or {@code null} where the way breaks off. */
    public Object in(Object value) {
        Object here = value;
        for (Object step : steps) {
            if (step instanceof Integer index) {
                here = here instanceof List<?> list && index >= 0 && index < list.size() ? list.get(index) : null;
            } else {
                here = here instanceof Map<?, ?> map ? map.get(step) : null;
            }
        }
        return here;
    }

    /**
     * A copy in which another value stands there. Maps that are missing on the way are made; one place behind a list's end is allowed.
     *
     * @throws IllegalArgumentException when something else than a map or list stands in the way
     */
    Object put(Object into, Object value) {
        return put(into, value, 0);
    }

    private Object put(Object here, Object value, int depth) {
        if (depth == steps.size()) {
            return value;
        }
        if (steps.get(depth) instanceof Integer step) {
            List<Object> list = new ArrayList<>(here == null ? List.of() : here instanceof List<?> old ? old : refused(here, depth));
            int index = step.equals(NEXT) ? list.size() : step;
            if (index > list.size()) {
                throw new IllegalArgumentException(Texts.of("'{0}' cannot be set: the list has {1} elements, so the next is [{2}].", this,
                        list.size(), list.size()));
            }
            Object next = put(index < list.size() ? list.get(index) : null, value, depth + 1);
            if (index < list.size()) {
                list.set(index, next);
            } else {
                list.add(next);
            }
            return Collections.unmodifiableList(list);
        }
        if (here != null && !(here instanceof Map)) {
            refused(here, depth);
        }
        Map<String, Object> map = here == null ? new LinkedHashMap<>() : new LinkedHashMap<>(SpecMaps.cast(here));
        String key = (String) steps.get(depth);
        map.put(key, put(map.get(key), value, depth + 1));
        return Collections.unmodifiableMap(map);
    }

    private List<?> refused(Object here, int depth) {
        SpecPath at = new SpecPath(steps.subList(0, depth));
        String what = here instanceof Map ? Texts.of("an object") : here instanceof List ? Texts.of("a list") : Texts.of("a plain value");
        throw new IllegalArgumentException(steps.get(depth) instanceof Integer
                ? Texts.of("'{0}' cannot be set: at '{1}' stands {2}, which has no places.", this, at, what)
                : Texts.of("'{0}' cannot be set: at '{1}' stands {2}, which has no keys.", this, at, what));
    }

    /** A copy without the value there; the same where there is none. */
    Object drop(Object from) {
        return steps.isEmpty() ? from : drop(from, 0);
    }

    private Object drop(Object here, int depth) {
        Object step = steps.get(depth);
        boolean last = depth == steps.size() - 1;
        if (step instanceof Integer index) {
            if (!(here instanceof List<?> old) || index < 0 || index >= old.size()) {
                return here;
            }
            Object next = last ? null : drop(old.get(index), depth + 1);
            if (!last && next == old.get(index)) {
                return here;
            }
            List<Object> list = new ArrayList<>(old);
            if (last) {
                list.remove(index.intValue());
            } else {
                list.set(index, next);
            }
            return Collections.unmodifiableList(list);
        }
        if (!(here instanceof Map<?, ?> old) || !old.containsKey(step)) {
            return here;
        }
        Object next = last ? null : drop(old.get(step), depth + 1);
        if (!last && next == old.get(step)) {
            return here;
        }
        Map<String, Object> map = new LinkedHashMap<>(SpecMaps.cast(old));
        if (last) {
            map.remove(step);
        } else {
            map.put((String) step, next);
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * Puts a value into maps and lists that may be changed; maps on the way are made where there are none, a list grows by one at its
     * end.
     *
     * @throws IllegalArgumentException when something else stands in the way
     */
    public void set(Map<String, Object> root, Object value) {
        Object here = root;
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            here = set(here, i, last, last ? value : steps.get(i + 1) instanceof Integer ? new ArrayList<>() : new LinkedHashMap<>());
        }
    }

    @SuppressWarnings("unchecked")
    private Object set(Object here, int depth, boolean last, Object fresh) {
        Object step = steps.get(depth);
        if (step instanceof Integer index && here instanceof List<?> raw && index <= raw.size()) {
            List<Object> list = (List<Object>) raw;
            if (index.equals(NEXT) || index == list.size()) {
                list.add(fresh);
                return fresh;
            }
            if (last || list.get(index) == null) {
                list.set(index, fresh);
            }
            return list.get(index);
        }
        if (step instanceof String key && here instanceof Map<?, ?> raw) {
            Map<String, Object> map = (Map<String, Object>) raw;
            if (last || map.get(key) == null) {
                map.put(key, fresh);
            }
            return map.get(key);
        }
        throw new IllegalArgumentException(Texts.of("'{0}' leads nowhere: at {1} there is {2}.", this, step, here instanceof List<?> list
                ? Texts.of("a list of {0}", list.size()) : here instanceof Map ? Texts.of("an object") : "'" + here + "'"));
    }

    /** Takes away what is there from maps and lists that may be changed; nothing happens where nothing is. */
    public void remove(Map<String, Object> root) {
        Object here = new SpecPath(steps.subList(0, steps.size() - 1)).in(root);
        Object step = steps.get(steps.size() - 1);
        if (step instanceof Integer index && here instanceof List<?> list && index >= 0 && index < list.size()) {
            list.remove(index.intValue());
        } else if (here instanceof Map<?, ?> map) {
            map.remove(step);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer index) {
                text.append('[').append(index.equals(NEXT) ? "+" : index.toString()).append(']');
            } else if (isPlain((String) step)) {
                text.append(text.isEmpty() ? "" : ".").append(step);
            } else {
                text.append(inBrackets((String) step));
            }
        }
        return text.toString();
    }
}
