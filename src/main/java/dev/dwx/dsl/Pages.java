package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Paging;
import dev.dwx.catalog.PagingStyle;
import dev.dwx.catalog.ResponseShape;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The items of all pages of a listing, lazily: a page is asked for when the one before it is used up. Iterating twice asks
 * twice. An empty page ends it, whatever the count says, and so does a token that comes back.
 */
public final class Pages implements Iterable<Object> {
    private static final int USUAL_SIZE = 100;

    private final Session session;
    private final ApiOperation operation;
    private final Map<String, Object> arguments;
    private final Context context;

    Pages(Session session, ApiOperation operation, Map<String, Object> arguments) {
        this.session = session;
        this.operation = operation;
        this.arguments = arguments;
        // Where it was asked for, not where it is read: pages may be read after an inProject block has ended.
        this.context = session.context();
    }

    @Override
    public Iterator<Object> iterator() {
        return new ItemIterator();
    }

    @Override
    public String toString() {
        return "all pages of " + operation.label();
    }

    private final class ItemIterator implements Iterator<Object> {
        private final Paging paging = ResponseShape.of(operation).paging();
        private Iterator<Object> page;
        private boolean last;
        private long number;
        private long seen;
        private String token;

        @Override
        public boolean hasNext() {
            while (!last && (page == null || !page.hasNext())) {
                fetch();
            }
            return page != null && page.hasNext();
        }

        @Override
        public Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }

        private void fetch() {
            Map<String, Object> asked = new LinkedHashMap<>(arguments);
            if (paging.style() == PagingStyle.PAGE_NUMBER) {
                if (page == null) {
                    number = start(asked);
                } else {
                    number++;
                }
                put(asked, paging.pageParameter(), number);
            } else if (paging.style() == PagingStyle.NEXT_TOKEN && token != null) {
                put(asked, paging.tokenParameter(), token);
            }
            sayRequiredSize(asked);
            ApiResult result = session.within(context, () -> session.call(operation, asked, false));
            List<Object> items = result.getItems();
            page = items.iterator();
            seen += items.size();
            String before = token;
            token = result.listing().nextToken();
            last = items.isEmpty() && paging.style() != PagingStyle.NEXT_TOKEN
                    || paging.style() == PagingStyle.NONE
                    || paging.style() == PagingStyle.NEXT_TOKEN && (token == null || token.equals(before))
                    || paging.style() == PagingStyle.PAGE_NUMBER && result.getTotal() != null && number == pages(result);
        }

        /** Who asks for all pages has no wish about their size, and yet some operations want one to be said. */
        private void sayRequiredSize(Map<String, Object> asked) {
            List<String> path = paging.sizeParameter();
            if (path == null || path.size() != 1 || asked.get(path.get(0)) != null) {
                return;
            }
            operation.parameter(path.get(0)).filter(ApiParameter::required).ifPresent(parameter -> {
                BigDecimal most = operation.resolve(parameter.schema()).maximum();
                asked.put(parameter.name(), most == null ? USUAL_SIZE : Math.min(most.intValue(), USUAL_SIZE));
            });
        }

        /** The last page's number as far as the count tells; more objects may come while pages are read. */
        private long pages(ApiResult result) {
            return seen >= result.getTotal() ? number : -1;
        }

        private long start(Map<String, Object> asked) {
            Object given = paging.pageParameter().size() == 1 ? asked.get(paging.pageParameter().get(0)) : null;
            NumberCheck.Outcome outcome = given == null ? null : NumberCheck.whole(given, "int64");
            return outcome == null || outcome.number() == null ? 1 : outcome.number().longValue();
        }

        /** Sets a parameter, or a field of an object parameter, without changing what the caller gave. */
        private void put(Map<String, Object> asked, List<String> path, Object value) {
            if (path.size() == 1) {
                asked.put(path.get(0), value);
                return;
            }
            Map<String, Object> inner = new LinkedHashMap<>();
            if (asked.get(path.get(0)) instanceof Map<?, ?> given) {
                given.forEach((key, old) -> inner.put(String.valueOf(key), old));
            }
            inner.put(path.get(1), value);
            asked.put(path.get(0), inner);
        }
    }
}
