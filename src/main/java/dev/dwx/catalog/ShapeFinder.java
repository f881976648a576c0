package dev.dwx.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the {@link ResponseShape} of one operation. */
final class ShapeFinder {
    /** Fields around the answer proper. */
    private static final Set<String> ENVELOPE = Set.of("RequestId", "Success", "ErrorCode", "ErrorMessage",
            "HttpStatusCode", "DynamicErrorCode", "DynamicErrorMessage", "AccessDeniedDetail", "SuccessInfo");
    private static final Set<String> TOTALS = Set.of("TotalCount", "Total", "TotalNum");
    private static final Set<String> PAGES = Set.of("PageNumber", "PageNum", "PageNo");
    private static final Set<String> SIZES = Set.of("PageSize", "MaxResults");
    private static final Set<String> TOKENS = Set.of("NextToken", "NextPrimaryKey");
    private static final Set<String> MORE = Set.of("HasMore", "HasNext");
    private static final Set<String> LISTING = Set.of("List", "Search", "Query");

    private final ApiOperation operation;
    private final OperationName name;
    private final Schema root;

    /** An object of the answer that holds a list. */
    private record Container(List<String> path, Schema schema) {
    }

    ShapeFinder(ApiOperation operation) {
        this.operation = operation;
        this.name = OperationName.of(operation.name());
        this.root = operation.resolve(operation.response());
    }

    ResponseShape find() {
        boolean success = root.properties().containsKey("Success");
        boolean successInfo = root.properties().containsKey("SuccessInfo");
        if (root.isArray()) {
            return new ResponseShape(List.of(), items(root), null, paging(new Container(List.of(), root)), null,
                    success, successInfo);
        }
        Container container = container();
        if (container == null) {
            return new ResponseShape(null, Schema.ANY, null, Paging.NONE, object(), success, successInfo);
        }
        String list = list(container.schema());
        boolean part = !isPage(container.schema()) && otherFields(container.schema()) > 3
                && !container.path().isEmpty();
        return new ResponseShape(with(container.path(), list), items(field(container.schema(), list)),
                first(container, TOTALS), paging(container), part ? container.path() : null, success, successInfo);
    }

    private Container container() {
        List<Container> candidates = new ArrayList<>();
        collect(new Container(List.of(), root), candidates);
        for (Container candidate : candidates) {
            if (isPage(candidate.schema()) && list(candidate.schema()) != null) {
                return candidate;
            }
        }
        boolean listing = LISTING.contains(name.verb()) || requestPages();
        for (Container candidate : candidates) {
            int arrays = arrays(candidate.schema()).size();
            if (arrays == 1 && (listing || otherFields(candidate.schema()) == 0)) {
                return candidate;
            }
        }
        return null;
    }

    /** The body, its objects, and what an object holds that is there only to hold another. */
    private void collect(Container container, List<Container> into) {
        into.add(container);
        boolean wrapper = container.path().isEmpty()
                || arrays(container.schema()).isEmpty() && objects(container.schema()) == 1
                && container.path().size() < 3;
        if (!wrapper) {
            return;
        }
        for (String field : container.schema().properties().keySet()) {
            Schema schema = field(container.schema(), field);
            if (schema.isObject() && !(container.path().isEmpty() && ENVELOPE.contains(field))) {
                collect(new Container(with(container.path(), field), schema), into);
            }
        }
    }

    private Schema field(Schema object, String field) {
        return operation.resolve(object.properties().get(field));
    }

    private Schema items(Schema array) {
        return array.items() == null ? Schema.ANY : operation.resolve(array.items());
    }

    private int objects(Schema object) {
        int count = 0;
        for (String field : object.properties().keySet()) {
            if (field(object, field).isObject()) {
                count++;
            }
        }
        return count;
    }

    private List<String> arrays(Schema object) {
        List<String> arrays = new ArrayList<>();
        for (String field : object.properties().keySet()) {
            if (field(object, field).isArray()) {
                arrays.add(field);
            }
        }
        return arrays;
    }

    private int otherFields(Schema object) {
        int count = 0;
        for (String field : object.properties().keySet()) {
            if (!field(object, field).isArray() && !ENVELOPE.contains(field)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isPage(Schema object) {
        for (String field : object.properties().keySet()) {
            if (TOTALS.contains(field) || PAGES.contains(field) || TOKENS.contains(field) || MORE.contains(field)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The one array. Where a newer one stands beside an older, the one that is called like the operation's noun, then
     * one that is not deprecated, then one of objects.
     */
    private String list(Schema container) {
        List<String> arrays = arrays(container);
        String best = null;
        int bestRank = -1;
        for (String array : arrays) {
            Schema schema = container.properties().get(array);
            int rank = (array.equals(name.noun()) ? 4 : 0) + (schema.deprecated() ? 0 : 2)
                    + (items(operation.resolve(schema)).isObject() ? 1 : 0);
            if (rank > bestRank) {
                best = array;
                bestRank = rank;
            }
        }
        return best;
    }

    private boolean requestPages() {
        return parameter(PAGES) != null || parameter(TOKENS) != null;
    }

    private Paging paging(Container container) {
        List<String> token = parameter(TOKENS);
        List<String> tokenPath = first(container, TOKENS);
        if (token != null && tokenPath != null) {
            return new Paging(PagingStyle.NEXT_TOKEN, null, parameter(SIZES), token, null, first(container, SIZES),
                    tokenPath, first(container, MORE));
        }
        List<String> page = parameter(PAGES);
        if (page != null) {
            return new Paging(PagingStyle.PAGE_NUMBER, page, parameter(SIZES), null, first(container, PAGES),
                    first(container, SIZES), null, first(container, MORE));
        }
        return Paging.NONE;
    }

    private static List<String> first(Container container, Set<String> names) {
        for (String field : container.schema().properties().keySet()) {
            if (names.contains(field)) {
                return with(container.path(), field);
            }
        }
        return null;
    }

    /** A parameter of one of these names, or such a field of the JSON-RPC {@code Params}. */
    private List<String> parameter(Set<String> names) {
        for (ApiParameter parameter : operation.parameters()) {
            if (names.contains(parameter.name()) && parameter.in() != Placement.HOST) {
                return List.of(parameter.name());
            }
        }
        for (ApiParameter parameter : operation.parameters()) {
            if (parameter.name().equals("Params")) {
                for (String field : operation.resolve(parameter.schema()).properties().keySet()) {
                    if (names.contains(field)) {
                        return List.of(parameter.name(), field);
                    }
                }
            }
        }
        return null;
    }

    /** What remains of the body without its envelope: one field, the body when there are more, or nothing. */
    private List<String> object() {
        List<String> path = List.of();
        Schema schema = root;
        String only = null;
        int count = 0;
        for (Map.Entry<String, Schema> field : schema.properties().entrySet()) {
            if (!ENVELOPE.contains(field.getKey())) {
                only = field.getKey();
                count++;
            }
        }
        if (count == 0) {
            return root.properties().isEmpty() && root.additionalProperties() != null ? path : null;
        }
        if (count > 1) {
            return path;
        }
        path = List.of(only);
        schema = field(schema, only);
        // The JSON-RPC operations have one more layer around the result.
        return schema.properties().containsKey("Jsonrpc") && schema.properties().containsKey("Result")
                ? with(path, "Result") : path;
    }

    private static List<String> with(List<String> path, String field) {
        List<String> longer = new ArrayList<>(path);
        longer.add(field);
        return List.copyOf(longer);
    }
}
