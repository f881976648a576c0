package dev.dwx.sandbox.world;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where an answer holds its list, as its schema tells.
 *
 * @param path names from the body down to the object around the list; empty for a list at the top
 * @param container that object
 * @param name the list's own name
 * @param item form of an element
 */
record ListPlace(List<String> path, Schema container, String name, Schema item) {
    private static final Set<String> PAGING = Set.of("TotalCount", "Total", "PageNumber", "PageNum", "PageSize",
            "NextToken", "MaxResults", "HasNext", "HasMore");
    private static final int DEPTH = 3;

    boolean paged() {
        for (String property : container.properties().keySet()) {
            if (PAGING.contains(property)) {
                return true;
            }
        }
        return false;
    }

    boolean holdsObjects() {
        return item.isObject();
    }

    /** The list of the answer: the one in a paging object, else the one nearest to the top; {@code null} for none. */
    static ListPlace of(ApiOperation operation) {
        List<ListPlace> places = new ArrayList<>();
        collect(operation, operation.resolve(operation.response()), List.of(), places);
        for (ListPlace place : places) {
            if (place.paged() && place.holdsObjects()) {
                return place;
            }
        }
        for (ListPlace place : places) {
            if (place.holdsObjects()) {
                return place;
            }
        }
        return places.isEmpty() ? null : places.get(0);
    }

    private static void collect(ApiOperation operation, Schema object, List<String> path, List<ListPlace> places) {
        for (Map.Entry<String, Schema> property : object.properties().entrySet()) {
            Schema schema = operation.resolve(property.getValue());
            if (schema.isArray() && schema.items() != null) {
                places.add(new ListPlace(path, object, property.getKey(), operation.resolve(schema.items())));
            }
        }
        if (path.size() < DEPTH) {
            for (Map.Entry<String, Schema> property : object.properties().entrySet()) {
                Schema schema = operation.resolve(property.getValue());
                if (schema.isObject()) {
                    List<String> deeper = new ArrayList<>(path);
                    deeper.add(property.getKey());
                    collect(operation, schema, deeper, places);
                }
            }
        }
    }
}
