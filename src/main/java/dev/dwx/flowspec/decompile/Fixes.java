package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.model.SpecPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says by path what no word says: {@code set} and {@code unset}, as few of them as will do. */
final class Fixes {
    private static final GroovyValue VALUES = new GroovyValue(Integer.MAX_VALUE);

    private final Map<String, Object> wanted;
    private final Part root;

    Fixes(Map<String, Object> wanted, Part root) {
        this.wanted = wanted;
        this.root = root;
    }

    /** Adds to each part what takes its differences away. */
    void say(List<Difference> differences) {
        Map<List<Object>, List<List<Object>>> byOwner = new LinkedHashMap<>();
        for (Difference difference : differences) {
            Part owner = root.owner(difference.path());
            List<Object> base = owner == null || owner.path().equals(difference.path()) ? List.of() : owner.path();
            byOwner.computeIfAbsent(base, key -> new ArrayList<>()).add(sayable(difference.path(), base.size()));
        }
        byOwner.forEach((base, ways) -> {
            Part owner = base.isEmpty() ? root : root.owner(with(base, "x"));
            for (List<Object> way : shortest(ways, base.size())) {
                owner.changes().add(change(way, base));
            }
        });
    }

    private static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** The longest beginning of a path that can be written. */
    private List<Object> sayable(List<Object> path, int base) {
        for (int i = base; i < path.size(); i++) {
            if (path.get(i) instanceof String key && key.contains("']") && key.contains("\"]") || i > base && path.get(i) instanceof Integer
                    && at(path.subList(0, i + 1)) == Difference.NOTHING) {
                return path.subList(0, Math.max(i, base + 1));
            }
        }
        return path;
    }

    /** A whole map or list in one statement where that is shorter than one for each of its fields. */
    private List<List<Object>> shortest(List<List<Object>> ways, int depth) {
        List<List<Object>> distinct = new ArrayList<>(new java.util.LinkedHashSet<>(ways));
        Map<Object, List<List<Object>>> byStep = new LinkedHashMap<>();
        List<List<Object>> result = new ArrayList<>();
        for (List<Object> way : distinct) {
            byStep.computeIfAbsent(way.get(depth), key -> new ArrayList<>()).add(way);
        }
        byStep.values().forEach(group -> result.addAll(group.size() == 1 ? group : grouped(group, depth + 1)));
        return result;
    }

    private List<List<Object>> grouped(List<List<Object>> group, int depth) {
        List<Object> whole = group.get(0).subList(0, depth);
        for (List<Object> way : group) {
            if (way.size() == depth) {
                return List.of(whole);
            }
        }
        List<List<Object>> apart = shortest(group, depth);
        if (apart.size() == 1 || isBlock(whole)) {
            return apart;
        }
        int separate = 0;
        for (List<Object> way : apart) {
            separate += cost(way);
        }
        return cost(whole) <= separate ? List.of(whole) : apart;
    }

    /** Whether a path leads to something that has its own block, or to what is around one. */
    private boolean isBlock(List<Object> path) {
        return root.path().size() >= path.size() && root.path().subList(0, path.size()).equals(path)
                || root.nodes().stream().anyMatch(node -> node.path().size() >= path.size() && node.path().subList(0, path.size()).equals(path));
    }

    private int cost(List<Object> way) {
        Object value = at(way);
        int path = 20 + way.size() * 8;
        return value == Difference.NOTHING ? path : path + Math.min(4000, VALUES.of(value, 0).length());
    }

    private Object at(List<Object> path) {
        Object here = wanted;
        for (Object step : path) {
            if (step instanceof Integer index) {
                here = here instanceof List<?> list && index < list.size() ? list.get(index) : Difference.NOTHING;
            } else {
                here = here instanceof Map<?, ?> map && map.containsKey(step) ? map.get(step) : Difference.NOTHING;
            }
        }
        return here;
    }

    private Statement change(List<Object> way, List<Object> base) {
        String text = text(way.subList(base.size(), way.size()), base.isEmpty());
        Object value = at(way);
        return value == Difference.NOTHING ? Statement.of("unset", text) : Statement.of("set", text, value);
    }

    /** The path of a field of the whole document. */
    static String key(String key) {
        return text(List.of(key), true);
    }

    /** Paths of the document begin with {@code spec} or {@code document}; those of a part with its own field. */
    private static String text(List<Object> steps, boolean ofDocument) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Integer index) {
                text.append('[').append(index).append(']');
                continue;
            }
            String key = (String) steps.get(i);
            boolean ambiguous = i == 0 && !ofDocument && (key.equals("spec") || key.equals("document"));
            String step = SpecPath.isPlain(key) && !ambiguous ? key : SpecPath.inBrackets(key);
            text.append(text.length() > 0 && !step.startsWith("[") ? "." : "").append(step);
        }
        boolean told = text.indexOf("spec.") == 0 || text.toString().equals("spec");
        return ofDocument && !told ? "document." + text : text.toString();
    }
}
