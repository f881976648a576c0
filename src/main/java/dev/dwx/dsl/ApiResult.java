package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.render.Showable;
import dev.dwx.texts.Texts;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.Range;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;

/**
 * What a call gave, as a Groovy value. A listing iterates over its items ({@code result*.Name},
 * {@code result.findAll { … }}, {@code result[0]}, {@code result.size()}); anything else over nothing. The fields of the answer
 * are there under the service's own names ({@code result.PagingInfo.TotalCount}); the names that are dwx's own begin with a
 * small letter. No number is ever a double. An operation that answers piece by piece gives a listing of what its events held.
 */
public final class ApiResult extends GroovyObjectSupport implements Iterable<Object>, Showable {
    private final ApiAnswer answer;
    private final Listing listing;
    private final Map<String, Object> filled;
    private final Object body;

    /** @param filled arguments that came from the context, by parameter name */
    ApiResult(ApiAnswer answer, Map<String, Object> filled) {
        this.answer = answer;
        this.filled = Map.copyOf(filled);
        listing = Listing.of(answer.operation(), answer.body());
        boolean events = answer.operation().streaming() && answer.body() instanceof List;
        body = AnswerMap.wrap(answer.body(), answer.operation(), events ? listing.schema() : answer.operation().response(), "");
    }

    /** The items of a listing; the answer's only object in a list of one is not made up, so this is empty otherwise. */
    @SuppressWarnings("unchecked")
    public List<Object> getItems() {
        return (List<Object>) AnswerMap.wrap(listing.items(), answer.operation(), listing.schema(), listing.path());
    }

    /** How many there are in all, as the service says; {@code null} when it does not. */
    public Long getTotal() {
        return listing.total();
    }

    public String getRequestId() {
        return answer.requestId();
    }

    public Duration getElapsed() {
        return answer.elapsed();
    }

    /** The body as the service sent it, character by character. */
    public String getRaw() {
        return answer.text();
    }

    /** The whole body as a value. */
    public Object getBody() {
        return body;
    }

    /** Arguments that the context filled in. */
    public Map<String, Object> getFilled() {
        return filled;
    }

    /** What was called. */
    public ApiOperation getOperation() {
        return answer.operation();
    }

    /** Whether a rehearsal made it up, and nothing was sent. */
    public boolean isSimulated() {
        return answer.simulated();
    }

    public ApiAnswer answer() {
        return answer;
    }

    Listing listing() {
        return listing;
    }

    @Override
    public Object getProperty(String name) {
        return switch (name) {
            case "items" -> getItems();
            case "total" -> getTotal();
            case "requestId" -> getRequestId();
            case "elapsed" -> getElapsed();
            case "raw" -> getRaw();
            case "body" -> body;
            case "filled" -> filled;
            case "operation" -> getOperation();
            case "simulated" -> isSimulated();
            case "class" -> getClass();
            case "metaClass" -> getMetaClass();
            default -> field(name);
        };
    }

    private Object field(String name) {
        if (body instanceof AnswerMap map) {
            if (listing.isListing() && map.get(name) == null && !map.containsKey(name) && size() > 0
                    && listing.items().get(0) instanceof Map<?, ?> item && item.containsKey(name)) {
                throw NoSuchFieldInAnswer.ofItems(name);
            }
            return map.getProperty(name);
        }
        throw new NoSuchFieldInAnswer(name, "", List.of(), List.of());
    }

    @Override
    public void setProperty(String name, Object value) {
        throw new UnsupportedOperationException(Texts.of("An answer cannot be changed."));
    }

    /** An item by its place; negative counts from the end, {@code null} beyond. */
    public Object getAt(int index) {
        return DefaultGroovyMethods.getAt(getItems(), index);
    }

    /** Several items by their places: {@code result[0..4]}. */
    public List<Object> getAt(Range<?> range) {
        return DefaultGroovyMethods.getAt(getItems(), range);
    }

    /** A field by its name, {@code null} when it is absent. */
    public Object getAt(String name) {
        return body instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /** How many items this answer holds; {@link #getTotal} is how many there are. */
    public int size() {
        return listing.items().size();
    }

    public boolean isEmpty() {
        return listing.isListing() && listing.items().isEmpty();
    }

    /** Groovy truth: a listing with items, or any other answer. */
    public boolean asBoolean() {
        return !isEmpty();
    }

    @Override
    public Iterator<Object> iterator() {
        return getItems().iterator();
    }

    @Override
    public List<Object> rows() {
        return listing.items();
    }

    @Override
    public boolean isListing() {
        return listing.isListing();
    }

    @Override
    public Object value() {
        return answer.body();
    }

    @Override
    public String footer() {
        StringBuilder line = new StringBuilder();
        if (listing.isListing()) {
            line.append(listing.total() != null ? Texts.of("{0} of {1}", size(), listing.total())
                    : listing.more() ? Texts.of("{0}, and more", size()) : Integer.toString(size()));
        }
        if (answer.simulated()) {
            separate(line).append(Texts.of("simulated: not sent"));
        } else if (answer.requestId() != null) {
            separate(line).append("RequestId ").append(answer.requestId());
        }
        if (answer.elapsed() != null && !answer.simulated()) {
            separate(line).append(answer.elapsed().toMillis()).append(" ms");
        }
        filled.forEach((name, value) -> separate(line).append(Texts.of("{0} {1} from the context", name, value)));
        return line.length() == 0 ? null : line.toString();
    }

    private static StringBuilder separate(StringBuilder line) {
        return line.length() == 0 ? line : line.append(" · ");
    }

    @Override
    public String toString() {
        return answer.text();
    }
}
