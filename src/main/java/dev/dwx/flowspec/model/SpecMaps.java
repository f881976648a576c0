package dev.dwx.flowspec.model;

import dev.dwx.json.JsonWalk;
import java.util.Map;

/** The maps of a document. */
final class SpecMaps {
    private SpecMaps() {
    }

    /** The map at the end of a way; an empty one for anything else. */
    static Map<String, Object> map(Object value, String... way) {
        return JsonWalk.at(value, way) instanceof Map<?, ?> map ? cast(map) : Map.of();
    }

    /** Documents have texts as keys. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }
}
