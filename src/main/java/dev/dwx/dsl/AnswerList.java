package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Schema;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list of an answer; its elements are seen as {@link AnswerMap} says. Read-only. */
final class AnswerList extends AbstractList<Object> implements RandomAccess {
    private final List<?> raw;
    private final ApiOperation operation;
    private final Schema element;
    private final String path;

    AnswerList(List<?> raw, ApiOperation operation, Schema element, String path) {
        this.raw = raw;
        this.operation = operation;
        this.element = element;
        this.path = path;
    }

    @Override
    public Object get(int index) {
        return AnswerMap.wrap(raw.get(index), operation, element, path + "[" + index + "]");
    }

    @Override
    public int size() {
        return raw.size();
    }

    List<?> raw() {
        return raw;
    }
}
