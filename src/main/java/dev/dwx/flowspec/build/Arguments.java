package dev.dwx.flowspec.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of one statement: named ones come as a map in front, as Groovy hands them over.
 *
 * @param word the word that they belong to
 * @param named by name, in order
 * @param plain the others, in order
 * @param example how the word is written
 */
record Arguments(String word, Map<String, Object> named, List<Object> plain, String example) {
    static Arguments of(String word, List<?> given, boolean mayBeNamed, String example) {
        Map<String, Object> named = new LinkedHashMap<>();
        List<Object> plain = new ArrayList<>(given);
        if (mayBeNamed && !plain.isEmpty() && plain.get(0) instanceof Map<?, ?> map && plain.get(0).getClass() == LinkedHashMap.class) {
            map.forEach((key, value) -> named.put(String.valueOf(key), value));
            plain.remove(0);
        }
        return new Arguments(word, named, plain, example);
    }

    SpecFault wrong(String message) {
        return new SpecFault(word, word + ": " + message + " Write it like: " + example);
    }

    /** The only argument. */
    Object only() {
        if (plain.size() != 1 || !named.isEmpty()) {
            throw wrong("it takes one value" + (plain.isEmpty() && named.isEmpty() ? "." : ", and there are "
                    + (plain.size() + named.size()) + "."));
        }
        return plain.get(0);
    }

    String text(Object value) {
        if (!(value instanceof CharSequence) && !(value instanceof Number)) {
            throw wrong("a text is expected, not " + kind(value) + ".");
        }
        return value.toString();
    }

    static String kind(Object value) {
        return value == null ? "null" : value instanceof Map ? "a map" : value instanceof Iterable ? "a list"
                : value instanceof Boolean ? value.toString() : value instanceof Number ? "the number " + value
                : value instanceof CharSequence ? "'" + value + "'" : "a " + value.getClass().getSimpleName();
    }

    /** No other names than these. */
    void allow(String... names) {
        for (String name : named.keySet()) {
            if (!List.of(names).contains(name)) {
                List<String> near = dev.dwx.catalog.NearNames.of(name, List.of(names));
                throw new SpecFault(name, word + " does not know " + name + ": …" + (near.isEmpty() ? "; it knows " + String.join(", ", names)
                        : "; did you mean " + String.join(" or ", near) + "?") + " Write it like: " + example);
            }
        }
    }
}
