package dev.dwx.dsl;

import dev.dwx.client.ApiException;
import dev.dwx.texts.Texts;
import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.Map;

/** The arguments of a call as Groovy hands them over, taken as names and values. */
final class NamedArguments {
    private NamedArguments() {
    }

    /**
     * The named arguments of a call.
     *
     * @param version what a refusal calls the API version
     * @throws ApiException when something without a name was given
     */
    static Map<String, Object> of(String name, String version, Object... arguments) {
        Map<String, Object> named = new LinkedHashMap<>();
        if (arguments.length == 0) {
            return named;
        }
        if (arguments.length == 1 && arguments[0] instanceof Map<?, ?> map) {
            map.forEach((key, value) -> named.put(String.valueOf(key), value));
            return named;
        }
        Object first = arguments[0] instanceof Map && arguments.length > 1 ? arguments[1] : arguments[0];
        String given = first == null ? "null" : first instanceof Closure ? Texts.of("a closure") : TypeWords.given(first);
        throw ApiException.of(ApiException.Stage.NOT_SENT, name, version).code("dwx.BadArguments")
                .why(Texts.of("arguments are named, and {0} has no name", given))
                .next(Texts.of("write {0}(Name: value, …); type {0} to see what it takes", name)).build();
    }
}
