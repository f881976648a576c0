package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.catalog.Schema;
import dev.dwx.texts.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The list inside an answer, where it is one at heart.
 *
 * @param isListing whether the operation answers with a list
 * @param items the elements as they came
 * @param schema form of the list, or {@code null}
 * @param path the way to the list, for messages
 * @param total how many there are in all, or {@code null} when the service does not say
 * @param nextToken what asks for the next page, or {@code null}
 * @param pageSize the size of a page as the service says, or {@code null}
 * @param saysMore whether there is more as the service says, or {@code null}
 */
record Listing(boolean isListing, List<Object> items, Schema schema, String path, Long total, String nextToken,
        Long pageSize, Boolean saysMore) {
    private static final Listing NONE = new Listing(false, List.of(), null, "", null, null, null, null);

    @SuppressWarnings("unchecked")
    static Listing of(ApiOperation operation, Object body) {
        if (operation.streaming() && body instanceof List<?> events) {
            Schema schema = Schema.of("array").toBuilder().items(operation.response()).build();
            return new Listing(true, (List<Object>) events, schema, "", null, null, null, null);
        }
        return of(ResponseShape.of(operation), body);
    }

    @SuppressWarnings("unchecked")
    static Listing of(ResponseShape shape, Object body) {
        if (!shape.isList()) {
            return body instanceof List<?> list
                    ? new Listing(true, (List<Object>) list, null, "", null, null, null, null) : NONE;
        }
        Object items = ResponseShape.at(body, shape.listPath());
        Object token = ResponseShape.at(body, shape.paging().tokenPath());
        Schema schema = Schema.of("array").toBuilder().items(shape.itemSchema()).build();
        return new Listing(true, items instanceof List<?> list ? (List<Object>) list : List.of(), schema,
                String.join(".", shape.listPath()), number(ResponseShape.at(body, shape.totalPath())),
                token == null || token.toString().isEmpty() ? null : token.toString(),
                number(ResponseShape.at(body, shape.paging().sizePath())), truth(ResponseShape.at(body, shape.paging().morePath())));
    }

    /**
     * What is wrong with an answer that should hold a list: the way to something else that stands in its place; {@code null} where a
     * list is there or nothing at all, which some operations send for an empty one.
     */
    static String oddity(ApiOperation operation, Object body) {
        ResponseShape shape = ResponseShape.of(operation);
        if (!shape.isList() || operation.streaming()) {
            return null;
        }
        StringBuilder way = new StringBuilder();
        Object at = body;
        for (String name : shape.listPath()) {
            if (!(at instanceof Map<?, ?> map)) {
                return at == null ? null : Texts.of("{0} is no object", way.isEmpty() ? Texts.of("the answer") : way);
            }
            at = map.get(name);
            way.append(way.isEmpty() ? "" : ".").append(name);
        }
        return at == null || at instanceof List ? null : Texts.of("{0} is no list", way.isEmpty() ? Texts.of("the answer") : way);
    }

    private static Boolean truth(Object value) {
        return value instanceof Boolean truth ? truth : value == null ? null : "true".equalsIgnoreCase(value.toString());
    }

    boolean more() {
        return nextToken != null;
    }

    /** Some operations give their counts as text. */
    private static Long number(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).longValue();
        }
        if (value instanceof String text && !text.isEmpty() && text.length() < 19
                && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Long.valueOf(text);
        }
        return null;
    }

    /** The fields of the object that an answer is about, for a look-up before something is deleted. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(ApiOperation operation, Object body) {
        Object found = ResponseShape.at(body, ResponseShape.of(operation).objectPath());
        Object value = found instanceof Map<?, ?> ? found : body;
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
