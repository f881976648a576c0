package dev.dwx.flowspec.build;

import dev.dwx.texts.Texts;
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
        return new SpecFault(word, Texts.of("{0}: {1} Write it like: {2}", word, message, example));
    }

    /** The only argument. */
    Object only() {
        if (plain.size() != 1 || !named.isEmpty()) {
            throw wrong(Texts.of("it takes one value{0}", plain.isEmpty() && named.isEmpty() ? Texts.of(".") : Texts.of(", and there are {0}.",
                    plain.size() + named.size())));
        }
        return plain.get(0);
    }

    String text(Object value) {
        if (!(value instanceof CharSequence) && !(value instanceof Number)) {
            throw wrong(Texts.of("a text is expected, not {0}.", kind(value)));
        }
        return value.toString();
    }

    static String kind(Object value) {
        return value == null ? "null" : value instanceof Map ? Texts.of("a map") : value instanceof Iterable ? Texts.of("a list")
                : value instanceof Boolean ? value.toString() : value instanceof Number ? Texts.of("the number {0}", value)
                : value instanceof CharSequence ? "'" + value + "'" : "a " + value.getClass().getSimpleName();
    }

    /** No other names than these. */
    void allow(String... names) {
        for (String name : named.keySet()) {
            if (!List.of(names).contains(name)) {
                List<String> near = dev.dwx.catalog.NearNames.of(name, List.of(names));
                throw new SpecFault(name, Texts.of("{0} does not know {1}: …{2} Write it like: {3}", word, name, near.isEmpty() ?
                        Texts.of("; it knows {0}", String.join(", ", names)) : Texts.of("; did you mean {0}?", String.join(Texts.of(" or "), near)),
                        example));
            }
        }
    }
}
