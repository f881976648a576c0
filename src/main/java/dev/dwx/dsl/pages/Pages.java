package dev.dwx.dsl.pages;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.render.Reading;
import dev.dwx.render.Showable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The items of all pages of a listing, lazily: a page is asked for when the one before it is used up. Iterating twice asks twice.
 * Each item comes once. At the end what came is held against the service's own count; where they do not agree after the pages
 * were gone over again, that is an error in scripts ({@code dwx.IncompleteListing}) and a remark at the prompt.
 */
public final class Pages implements Iterable<Object>, Showable {
    private static final int SHOWN = 100;

    private final ApiOperation operation;
    private final Map<String, Object> arguments;
    private final PageDesk desk;
    private volatile String footer;

    /** @param arguments by parameter name; page number, size and token are put in where they are missing */
    public Pages(ApiOperation operation, Map<String, Object> arguments, PageDesk desk) {
        this.operation = operation;
        this.arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        this.desk = desk;
    }

    @Override
    public Iterator<Object> iterator() {
        return new Walk(operation, arguments, desk);
    }

    /** The same, where an incomplete listing is a remark and not an error. */
    public Pages lenient() {
        return new Pages(operation, arguments, desk.lenient());
    }

    /** What is called for each page. */
    public ApiOperation operation() {
        return operation;
    }

    /** How many items there are; reads every page. */
    public int count() {
        int count = 0;
        for (Iterator<Object> items = iterator(); items.hasNext(); items.next()) {
            count++;
        }
        return count;
    }

    /** As {@link #count}. */
    public int size() {
        return count();
    }

    /** How many there are as the service says with its first page; {@code null} when it does not. */
    public Long getTotal() {
        Walk walk = new Walk(operation, arguments, desk.lenient());
        walk.hasNext();
        return walk.total();
    }

    /** Whether there is no item; reads one page. */
    public boolean isEmpty() {
        return !iterator().hasNext();
    }

    /** Groovy truth: whether there is an item. */
    public boolean asBoolean() {
        return !isEmpty();
    }

    /** Every item, read now. */
    public List<Object> toList() {
        List<Object> all = new ArrayList<>();
        iterator().forEachRemaining(all::add);
        return all;
    }

    /** In scripts all of them; at the prompt as many as somebody can read. */
    @Override
    public List<Object> rows() {
        if (desk.strict()) {
            return toList();
        }
        List<Object> rows = new ArrayList<>();
        Walk walk = new Walk(operation, arguments, desk);
        while (rows.size() < SHOWN && walk.hasNext()) {
            rows.add(walk.next());
        }
        desk.progress().clear();
        boolean more = walk.hasNext();
        footer = more ? "the first " + SHOWN + (walk.total() == null ? "" : " of " + walk.total())
                + "; .toList() has all, .count() says how many" : rows.size() + " of " + rows.size();
        return rows;
    }

    @Override
    public Reading reading() {
        Walk walk = new Walk(operation, arguments, desk);
        return new Reading() {
            @Override
            public List<Object> next(int most) {
                List<Object> rows = new ArrayList<>();
                while (rows.size() < most && walk.hasNext()) {
                    rows.add(walk.next());
                }
                desk.progress().clear();
                return rows;
            }

            @Override
            public boolean more() {
                boolean more = walk.hasNext();
                desk.progress().clear();
                return more;
            }

            @Override
            public Long total() {
                return walk.total();
            }
        };
    }

    @Override
    public List<Object> everyRow() {
        return toList();
    }

    @Override
    public boolean isLazy() {
        return true;
    }

    @Override
    public boolean isListing() {
        return true;
    }

    @Override
    public Object value() {
        return toList();
    }

    @Override
    public String footer() {
        return footer;
    }

    @Override
    public String toString() {
        return "all pages of " + operation.label() + ", read when they are used";
    }
}
