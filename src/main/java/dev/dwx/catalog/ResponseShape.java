package dev.dwx.catalog;

import java.util.List;
import java.util.Map;

/**
 * Where in an operation's answer the things are that a caller wants: the list, its length, the next page, the one
 * object, the marks of success. Derived from the response schema alone; the service names lists as it likes
 * ({@code PagingInfo.Projects}, {@code Data.Business}, {@code PageResult.ProjectList}, {@code Data}), so nothing is
 * looked up by an operation's name.
 *
 * <p>Paths are field names from the outside in. An empty path is the whole body, {@code null} means there is none.
 *
 * @param listPath the list, or {@code null} where the answer is none
 * @param itemSchema form of the list's elements with references followed, {@link Schema#ANY} where unknown
 * @param totalPath number of all elements over all pages; integer or text of digits in the answer
 * @param paging how to get at the next page
 * @param objectPath the one object, value or map that the answer is about, without envelope; the whole body where
 *     there are several; {@code null} for lists and for answers that hold nothing else than their envelope. Set beside
 *     {@code listPath} only where the paged list is a part of an object that is wanted too
 * @param hasSuccess whether the answer has {@code Success}: a 200 with {@code false} there is a failure
 * @param hasSuccessInfo whether the answer has {@code SuccessInfo}: each entry has its own {@code Success}
 */
public record ResponseShape(
        List<String> listPath,
        Schema itemSchema,
        List<String> totalPath,
        Paging paging,
        List<String> objectPath,
        boolean hasSuccess,
        boolean hasSuccessInfo) {

    /** The shape of this operation's answers. */
    public static ResponseShape of(ApiOperation operation) {
        return new ShapeFinder(operation).find();
    }

    public boolean isList() {
        return listPath != null;
    }

    /**
     * What {@code body} (maps and lists, as JSON is read) holds at {@code path}; {@code null} where the path is
     * {@code null} or leads nowhere.
     */
    public static Object at(Object body, List<String> path) {
        if (path == null) {
            return null;
        }
        Object value = body;
        for (String field : path) {
            if (!(value instanceof Map<?, ?> map)) {
                return null;
            }
            value = map.get(field);
        }
        return value;
    }
}
