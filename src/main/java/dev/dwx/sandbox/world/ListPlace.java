package dev.dwx.sandbox.world;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.catalog.Schema;
import java.util.List;
import java.util.Set;

/**
 * Where an answer holds its list, with the object around it, which has the numbers of the page.
 *
 * @param path names from the body down to the object around the list; empty where that is the body itself
 * @param container that object
 * @param name the list's own name
 * @param item form of an element
 */
record ListPlace(List<String> path, Schema container, String name, Schema item) {
    private static final Set<String> PAGING = Set.of("TotalCount", "Total", "PageNumber", "PageNum", "PageSize",
            "NextToken", "MaxResults", "HasNext", "HasMore");

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

    /** The list that an operation's answer is, or {@code null} where it is none. */
    static ListPlace of(ApiOperation operation) {
        ResponseShape shape = ResponseShape.of(operation);
        if (!shape.isList() || shape.listPath().isEmpty()) {
            return null;
        }
        int last = shape.listPath().size() - 1;
        Schema container = operation.resolve(operation.response());
        for (String name : shape.listPath().subList(0, last)) {
            container = operation.resolve(container.properties().get(name));
        }
        return new ListPlace(shape.listPath().subList(0, last), container, shape.listPath().get(last),
                shape.itemSchema());
    }
}
