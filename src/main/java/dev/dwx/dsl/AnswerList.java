package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Schema;
import groovy.lang.Closure;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;

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

    /** Groovy would sort the list itself, which cannot be; a sorted copy is what everybody wants. */
    public List<Object> sort() {
        return DefaultGroovyMethods.sort(this, false);
    }

    /** A sorted copy, by a key or by comparing two. */
    public List<Object> sort(Closure<?> order) {
        return DefaultGroovyMethods.sort(this, false, order);
    }

    /** A copy in which nothing is twice. */
    public List<Object> unique() {
        return DefaultGroovyMethods.unique(this, false);
    }

    /** A copy in which no key is twice. */
    public List<Object> unique(Closure<?> key) {
        return DefaultGroovyMethods.unique(this, false, key);
    }

    List<?> raw() {
        return raw;
    }
}
