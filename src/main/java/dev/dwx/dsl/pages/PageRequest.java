package dev.dwx.dsl.pages;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Paging;
import dev.dwx.catalog.PagingStyle;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.catalog.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts page number, size and token where an operation's request takes them. Immutable. */
public final class PageRequest {
    private static final long USUAL_SIZE = 100;
    /** Some operations allow pages of 100,000; an answer of that size is a burden to both sides. */
    private static final long LARGEST_SIZE = 1000;

    private final Paging paging;
    private final Map<String, Object> given;
    private final Long largest;
    private final long smallest;

    /** @param given the other arguments, by parameter name */
    public PageRequest(ApiOperation operation, Map<String, Object> given) {
        paging = ResponseShape.of(operation).paging();
        this.given = given;
        Schema size = size(operation, paging.sizeParameter());
        BigDecimal most = size.maximum();
        largest = paging.sizeParameter() == null ? null : most == null ? USUAL_SIZE : Math.min(most.longValue(), LARGEST_SIZE);
        smallest = size.minimum() == null ? 1 : size.minimum().longValue();
    }

    /** How pages follow each other. */
    public PagingStyle style() {
        return paging.style();
    }

    /** The first page to read: the caller's when it names one. */
    long firstNumber() {
        Long asked = number(paging.pageParameter());
        return asked == null ? 1 : asked;
    }

    /** Whether the caller said where to begin, so that the service's count says nothing of what is to come. */
    boolean beginsAtToken() {
        return value(paging.tokenParameter()) != null;
    }

    /** The page size to ask for, the caller's or the largest allowed; {@code null} where a request takes none. */
    public Long firstSize() {
        Long asked = number(paging.sizeParameter());
        return asked != null ? asked : value(paging.sizeParameter()) != null ? null : largest;
    }

    /**
     * The arguments that ask for a page.
     *
     * @param number of the page; used where pages have numbers
     * @param size wanted, or {@code null} to say none
     * @param token where pages have tokens; {@code null} for the first
     */
    public Map<String, Object> page(long number, Long size, String token) {
        Map<String, Object> asked = new LinkedHashMap<>(given);
        if (paging.style() == PagingStyle.PAGE_NUMBER) {
            put(asked, paging.pageParameter(), number);
        } else if (paging.style() == PagingStyle.NEXT_TOKEN && token != null) {
            put(asked, paging.tokenParameter(), token);
        }
        if (size != null && paging.sizeParameter() != null) {
            put(asked, paging.sizeParameter(), size);
        }
        return asked;
    }

    /** This page size, or the smallest that the operation takes. */
    long allowed(long size) {
        return Math.max(size, smallest);
    }

    private static Schema size(ApiOperation operation, List<String> path) {
        if (path == null) {
            return Schema.ANY;
        }
        Schema schema = operation.parameter(path.get(0)).map(parameter -> operation.resolve(parameter.schema()))
                .orElse(Schema.ANY);
        for (String field : path.subList(1, path.size())) {
            Schema inner = schema.properties().get(field);
            schema = inner == null ? Schema.ANY : operation.resolve(inner);
        }
        return schema;
    }

    private Object value(List<String> path) {
        Object value = path == null ? null : given.get(path.get(0));
        if (path != null && path.size() > 1) {
            return value instanceof Map<?, ?> map ? map.get(path.get(1)) : null;
        }
        return value;
    }

    /** A whole number that the caller gave; anything else is left to the check of the arguments. */
    private Long number(List<String> path) {
        Object value = value(path);
        try {
            return value == null ? null : new BigDecimal(value.toString().strip()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** Sets a parameter, or a field of an object parameter, without changing what the caller gave. */
    private static void put(Map<String, Object> asked, List<String> path, Object value) {
        if (path.size() == 1) {
            asked.put(path.get(0), value);
            return;
        }
        Map<String, Object> inner = new LinkedHashMap<>();
        if (asked.get(path.get(0)) instanceof Map<?, ?> map) {
            map.forEach((key, old) -> inner.put(String.valueOf(key), old));
        }
        inner.put(path.get(1), value);
        asked.put(path.get(0), inner);
    }
}
