package dev.dwx.repl.live;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.ResponseShape;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a write changed, as far as its name and its answer tell.
 *
 * @param noun the kind of thing, {@code Node}
 * @param made id of a thing that was made, or {@code null}
 * @param gone id of a thing that was taken away, or {@code null}
 * @param everything whether it may have changed things of any kind, as a deployment does
 */
record Change(String noun, String made, String gone, boolean everything) {
    private static final Set<String> WIDE = Set.of("Deploy", "Undeploy", "Publish", "Exec", "Execute", "Submit", "Import", "Start");

    static Change of(ApiOperation operation, Map<String, Object> arguments, Object body) {
        OperationName name = OperationName.of(operation.name());
        String noun = name.singular();
        String made = null;
        String gone = null;
        if (name.verb().equals("Create")) {
            made = id(ResponseShape.at(body, ResponseShape.of(operation).objectPath()), noun, body);
        } else if (name.verb().equals("Delete")) {
            Object id = arguments.containsKey("Id") ? arguments.get("Id") : arguments.get(noun + "Id");
            gone = id == null ? null : id.toString();
        }
        return new Change(noun, made, gone, WIDE.contains(name.verb()));
    }

    private static String id(Object object, String noun, Object body) {
        for (Object place : new Object[] {object, body}) {
            if (place instanceof Map<?, ?> map) {
                for (String field : List.of("Id", noun + "Id", "Data")) {
                    if (map.get(field) instanceof String || map.get(field) instanceof Number) {
                        return map.get(field).toString();
                    }
                }
            } else if (place instanceof String || place instanceof Number) {
                return place.toString();
            }
        }
        return null;
    }

    /** Whether things of this kind may be others now. */
    boolean touches(String listed) {
        return everything || noun.startsWith(listed) || listed.startsWith(noun) || noun.endsWith(listed) || listed.endsWith(noun);
    }
}
