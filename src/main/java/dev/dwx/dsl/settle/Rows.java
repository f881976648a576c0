package dev.dwx.dsl.settle;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Paging;
import dev.dwx.catalog.PagingStyle;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.client.ApiAnswer;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Lookups;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a listing shows.
 *
 * @param rows its elements; where one holds a list of its own rows (a data source of two environments), one for each of these
 * @param whole whether all pages were read
 * @param answer the first page
 */
record Rows(List<Map<String, Object>> rows, boolean whole, ApiAnswer answer) {
    private static final int PAGES = 10;

    /**
     * Reads the listing, so many pages at most.
     *
     * @throws dev.dwx.client.ApiException when a read failed
     */
    static Rows of(Look look, Lookups lookups, Context context) {
        ResponseShape shape = ResponseShape.of(look.operation());
        Paging paging = shape.paging();
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, Object> asked = new LinkedHashMap<>(look.arguments());
        ApiAnswer first = null;
        Object token = null;
        for (int page = 1; page <= PAGES; page++) {
            ApiAnswer answer = lookups.ask(look.operation(), asked, context);
            first = first == null ? answer : first;
            int size = add(rows, ResponseShape.at(answer.body(), shape.listPath()));
            if (paging.style() == PagingStyle.NONE || size == 0) {
                return new Rows(rows, true, first);
            }
            if (paging.style() == PagingStyle.PAGE_NUMBER) {
                Object total = ResponseShape.at(answer.body(), shape.totalPath());
                if (total != null && total.toString().equals(Integer.toString(rows.size()))) {
                    return new Rows(rows, true, first);
                }
                if (paging.pageParameter().size() != 1) {
                    return new Rows(rows, false, first);
                }
                asked.put(paging.pageParameter().get(0), typed(look.operation(), paging.pageParameter().get(0), page + 1));
            } else {
                Object next = ResponseShape.at(answer.body(), paging.tokenPath());
                if (next == null || next.toString().isEmpty() || next.equals(token)) {
                    return new Rows(rows, true, first);
                }
                if (paging.tokenParameter().size() != 1) {
                    return new Rows(rows, false, first);
                }
                token = next;
                asked.put(paging.tokenParameter().get(0), next);
            }
        }
        return new Rows(rows, false, first);
    }

    private static Object typed(ApiOperation operation, String parameter, int page) {
        boolean text = operation.parameter(parameter).map(each -> operation.resolve(each.schema()).isString()).orElse(false);
        return text ? (Object) Integer.toString(page) : (Object) page;
    }

    private static int add(List<Map<String, Object>> rows, Object items) {
        if (!(items instanceof List<?> list)) {
            return 0;
        }
        int count = 0;
        for (Object item : list) {
            if (item instanceof Map<?, ?> map) {
                count++;
                List<Map<String, Object>> inner = inner(map);
                if (inner.isEmpty()) {
                    rows.add(plain(map));
                } else {
                    rows.addAll(inner);
                }
            }
        }
        return count;
    }

    /** The rows inside a row that has no id of its own. */
    private static List<Map<String, Object>> inner(Map<?, ?> outer) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object value : outer.values()) {
            if (!outer.containsKey("Id") && value instanceof List<?> list && !list.isEmpty()
                    && list.get(0) instanceof Map<?, ?> first && first.containsKey("Id")) {
                for (Object each : list) {
                    if (each instanceof Map<?, ?> map) {
                        Map<String, Object> row = plain(outer);
                        row.putAll(plain(map));
                        rows.add(row);
                    }
                }
            }
        }
        return rows;
    }

    private static Map<String, Object> plain(Map<?, ?> map) {
        Map<String, Object> row = new LinkedHashMap<>();
        map.forEach((key, value) -> row.put(key.toString(), value));
        return row;
    }
}
