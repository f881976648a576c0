package dev.dwx.dsl.lifecycle;

import dev.dwx.catalog.NearNames;
import dev.dwx.dsl.flow.GivenDocument;
import dev.dwx.dsl.waiting.Lapse;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a verb was given: things, and options by name. */
final class Given {
    private final String verb;
    private final List<Object> things = new ArrayList<>();
    private final Map<String, Object> options = new LinkedHashMap<>();

    private Given(String verb) {
        this.verb = verb;
    }

    /**
     * Takes a verb's arguments apart: the first is options when it is a map that is no document.
     *
     * @throws IllegalArgumentException for an option that the verb does not have
     */
    static Given of(String verb, Object[] arguments, String... names) {
        Given given = new Given(verb);
        // Groovy hands a lone null over in place of the list.
        List<Object> list = arguments == null ? new ArrayList<>(Arrays.asList((Object) null)) : Arrays.asList(arguments);
        for (int i = 0; i < list.size(); i++) {
            if (i == 0 && list.get(0) instanceof Map<?, ?> map && !GivenDocument.isDocument(map) && list.get(0).getClass().getName().startsWith("java.util")) {
                map.forEach((name, value) -> given.options.put(String.valueOf(name), value));
            } else {
                given.things.add(list.get(i));
            }
        }
        List<String> known = List.of(names);
        for (String name : given.options.keySet()) {
            if (!known.contains(name)) {
                List<String> near = NearNames.of(name, known);
                throw new IllegalArgumentException(Texts.of("{0} has no option {1}. {2}", verb, name,
                        near.isEmpty() ? Texts.of("It has {0}.", String.join(", ", known)) : Texts.of("Did you mean {0}?", String.join(Texts.of(" or "), near))));
            }
        }
        return given;
    }

    /** How many things there are. */
    int count() {
        return things.size();
    }

    /**
     * The one thing that the verb is about.
     *
     * @param example how it is written
     * @throws IllegalArgumentException when there is none, or several
     */
    Object thing(String example) {
        if (things.size() != 1 || things.get(0) == null) {
            throw new IllegalArgumentException(Texts.of("{0} takes one thing{1}: {2}", verb,
                    things.size() == 1 ? Texts.of(", and it must not be null") : "", example));
        }
        return things.get(0);
    }

    boolean has(String name) {
        return options.get(name) != null;
    }

    Object option(String name) {
        return options.get(name);
    }

    String text(String name) {
        return options.get(name) == null ? null : options.get(name).toString();
    }

    boolean on(String name) {
        return Boolean.TRUE.equals(options.get(name));
    }

    /** A length of time: {@code timeout: '10m'}. */
    Duration lapse(String name, Duration otherwise) {
        return has(name) ? Lapse.of(options.get(name), name) : otherwise;
    }

    /** A whole number within bounds. */
    int whole(String name, int otherwise, int from, int to) {
        if (!has(name)) {
            return otherwise;
        }
        Long number = Fields.number(options.get(name));
        if (number == null || number < from || number > to) {
            throw new IllegalArgumentException(Texts.of("{0}: {1} is a whole number from {2} to {3}, not {4}.", verb, name, from, to,
                    options.get(name)));
        }
        return number.intValue();
    }
}
