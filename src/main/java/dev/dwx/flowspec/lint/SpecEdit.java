package dev.dwx.flowspec.lint;

import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.json.ExactJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes quick fixes in a copy of a document. Order of keys and everything else stays. */
final class SpecEdit {
    private SpecEdit() {
    }

    /** A copy with the changes that can be made; what is removed goes last and from behind, so that places stay what they were. */
    static Map<String, Object> apply(Map<String, Object> document, List<QuickFix> fixes) {
        Object root = copy(document);
        List<QuickFix> removals = new ArrayList<>();
        for (QuickFix fix : fixes) {
            if (fix.kind() == QuickFix.Kind.REMOVE) {
                removals.add(fix);
            } else {
                root = change(root, SpecPath.parse(fix.path()).steps(), 0, fix);
            }
        }
        removals.sort(Comparator.comparing((QuickFix fix) -> SpecPath.parse(fix.path()).steps(), SpecEdit::compare).reversed());
        for (QuickFix fix : removals) {
            root = change(root, SpecPath.parse(fix.path()).steps(), 0, fix);
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> result = (Map<String, Object>) root;
        return result;
    }

    private static int compare(List<Object> a, List<Object> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = a.get(i) instanceof Integer x && b.get(i) instanceof Integer y ? x.compareTo(y)
                    : a.get(i).toString().compareTo(b.get(i).toString());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, one) -> copy.put(String.valueOf(key), copy(one)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(one -> copy.add(copy(one)));
            return copy;
        }
        return value;
    }

    /** What stands at a step afterwards. Where the way does not fit the document nothing is changed. */
    private static Object change(Object here, List<Object> steps, int depth, QuickFix fix) {
        Object step = steps.get(depth);
        boolean last = depth == steps.size() - 1;
        if (here instanceof String text) {
            return inside(text, steps, depth, fix);
        }
        if (step instanceof String key && (here instanceof Map || here == null && fix.kind() == QuickFix.Kind.SET)) {
            @SuppressWarnings("unchecked")
            Map<String, Object> map = here == null ? new LinkedHashMap<>() : (Map<String, Object>) here;
            if (!last) {
                Object below = map.get(key);
                Object after = change(below, steps, depth + 1, fix);
                if (after != null || below != null) {
                    map.put(key, after);
                }
                return map;
            }
            return atKey(map, key, fix);
        }
        if (step instanceof Integer place && (here instanceof List || here == null && fix.kind() == QuickFix.Kind.SET)) {
            @SuppressWarnings("unchecked")
            List<Object> list = here == null ? new ArrayList<>() : (List<Object>) here;
            atPlace(list, place, steps, depth, fix);
            return list;
        }
        return here;
    }

    private static Object atKey(Map<String, Object> map, String key, QuickFix fix) {
        switch (fix.kind()) {
            case SET -> map.put(key, copy(fix.value()));
            case REMOVE -> map.remove(key);
            default -> {
                String name = fix.value().toString();
                if (map.containsKey(key) && !map.containsKey(name)) {
                    Map<String, Object> renamed = new LinkedHashMap<>();
                    map.forEach((one, value) -> renamed.put(one.equals(key) ? name : one, value));
                    return renamed;
                }
            }
        }
        return map;
    }

    private static void atPlace(List<Object> list, int place, List<Object> steps, int depth, QuickFix fix) {
        boolean last = depth == steps.size() - 1;
        if (place == SpecPath.NEXT || place == list.size()) {
            Object added = fix.kind() != QuickFix.Kind.SET ? null : last ? copy(fix.value()) : change(null, steps, depth + 1, fix);
            if (added != null && !list.contains(added)) {
                list.add(added);
            }
        } else if (place < list.size()) {
            if (!last) {
                list.set(place, change(list.get(place), steps, depth + 1, fix));
            } else if (fix.kind() == QuickFix.Kind.SET) {
                list.set(place, copy(fix.value()));
            } else {
                list.remove(place);
            }
        }
    }

    /** A text that holds a JSON document, as a synchronisation's content does. */
    private static Object inside(String text, List<Object> steps, int depth, QuickFix fix) {
        try {
            Object held = ExactJson.parse(text);
            return held instanceof Map || held instanceof List ? ExactJson.write(change(held, steps, depth, fix)) : text;
        } catch (ExactJson.Malformed e) {
            return text;
        }
    }
}
