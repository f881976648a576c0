package dev.dwx.dsl.waiting;

import dev.dwx.render.Showable;
import dev.dwx.texts.Texts;
import groovy.lang.GroovyObjectSupport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * What a wait came to: {@code value} is the answer that ended it, and its fields are this result's too
 * ({@code r.TaskInstance.Status}). {@code status} is the word that ended it, {@code elapsed} how long was waited, {@code ran} how
 * long the thing itself ran, {@code looks} how often it was looked at.
 */
public final class WaitResult extends GroovyObjectSupport implements Showable {
    private static final List<List<String>> TIMES = List.of(
            List.of("StartedTime", "FinishedTime"), List.of("BeginRunningTime", "FinishTime"), List.of("StartTime", "FinishTime"));

    private final Object value;
    private final String status;
    private final Duration elapsed;
    private final long looks;

    /** @param status the word that ended it, or {@code null} where a condition did */
    public WaitResult(Object value, String status, Duration elapsed, long looks) {
        this.value = value;
        this.status = status;
        this.elapsed = elapsed;
        this.looks = looks;
    }

    /** The answer that ended the wait. */
    public Object getValue() {
        return value;
    }

    public String getStatus() {
        return status;
    }

    /** How long was waited. */
    public Duration getElapsed() {
        return elapsed;
    }

    public long getLooks() {
        return looks;
    }

    /** From its start to its end by the service's clock; {@code null} while one of them is not there. */
    public Duration getRan() {
        return ran(plain(), 0);
    }

    private static Duration ran(Object body, int depth) {
        if (!(body instanceof Map<?, ?> map) || depth > 3) {
            return null;
        }
        for (List<String> pair : TIMES) {
            if (map.get(pair.get(0)) instanceof Number from && map.get(pair.get(1)) instanceof Number to
                    && from.longValue() > 0 && to.longValue() >= from.longValue()) {
                return Duration.ofMillis(to.longValue() - from.longValue());
            }
        }
        for (Object inner : map.values()) {
            Duration found = ran(inner, depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Object plain() {
        return value instanceof Showable showable ? showable.value() : value;
    }

    @Override
    public Object getProperty(String name) {
        return switch (name) {
            case "value" -> value;
            case "status" -> status;
            case "elapsed" -> elapsed;
            case "looks" -> looks;
            case "ran" -> getRan();
            case "class" -> getClass();
            case "metaClass" -> getMetaClass();
            default -> InvokerHelper.getProperty(value, name);
        };
    }

    /** What this does not know itself is asked of the answer. */
    @Override
    public Object invokeMethod(String name, Object arguments) {
        return getMetaClass().respondsTo(this, name).isEmpty() ? InvokerHelper.invokeMethod(value, name, arguments)
                : super.invokeMethod(name, arguments);
    }

    @Override
    public List<Object> rows() {
        return value instanceof Showable showable ? showable.rows() : List.of();
    }

    @Override
    public boolean isListing() {
        return value instanceof Showable showable && showable.isListing();
    }

    @Override
    public Object value() {
        return plain();
    }

    @Override
    public String footer() {
        Duration ran = getRan();
        return Texts.of("{0}waited {1}{2}", status == null ? "" : status + " · ", Lapse.text(elapsed),
                ran == null ? "" : Texts.of(" · ran {0}", Lapse.text(ran)));
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
