package dev.dwx.flowspec.decompile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One place at which a rebuilt document is not what it has to be.
 *
 * @param path the way to it: keys and numbers of elements
 * @param wanted what has to be there; {@link #NOTHING} where nothing has to be
 * @param built what is there
 */
record Difference(List<Object> path, Object wanted, Object built) {
    /** No key, as opposed to a key with {@code null}. */
    static final Object NOTHING = new Object();

    /** Every place, keys that only one of them has included; lists of different lengths differ as a whole. */
    static List<Difference> between(Object wanted, Object built) {
        List<Difference> found = new ArrayList<>();
        compare(new ArrayList<>(), wanted, built, found);
        return found;
    }

    private static void compare(List<Object> path, Object wanted, Object built, List<Difference> found) {
        if (wanted instanceof Map<?, ?> one && built instanceof Map<?, ?> other && !(one.isEmpty() && !other.isEmpty())) {
            one.forEach((key, value) -> below(path, key, value, other.containsKey(key) ? other.get(key) : NOTHING, found));
            other.forEach((key, value) -> {
                if (!one.containsKey(key)) {
                    below(path, key, NOTHING, value, found);
                }
            });
        } else if (wanted instanceof List<?> one && built instanceof List<?> other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                below(path, i, one.get(i), other.get(i), found);
            }
        } else if (wanted == NOTHING || built == NOTHING || !java.util.Objects.equals(wanted, built)) {
            found.add(new Difference(List.copyOf(path), wanted, built));
        }
    }

    private static void below(List<Object> path, Object step, Object wanted, Object built, List<Difference> found) {
        path.add(step);
        compare(path, wanted, built, found);
        path.remove(path.size() - 1);
    }

    /** How much would have to be said. */
    int cost() {
        return wanted == NOTHING ? 20 : 20 + Math.min(2000, String.valueOf(wanted).length());
    }
}
