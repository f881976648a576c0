package dev.dwx.repl.tour;

import dev.dwx.client.ApiException;
import dev.dwx.repl.command.Typed;
import dev.dwx.safety.Risk;
import java.util.ArrayList;
import java.util.List;

/** What was done since a step of the tour began. */
final class Trail {
    private static final int MOST = 400;

    private final List<Heard> calls = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final List<ApiException> refusals = new ArrayList<>();
    private Typed last = new Typed("", null, null);
    private Heard taken;
    private int before;

    /** @param taken what was taken away last in the steps before, or {@code null} */
    Trail(Heard taken) {
        this.taken = taken;
    }

    void add(Typed typed, List<Heard> heard) {
        last = typed;
        before = calls.size();
        calls.addAll(heard);
        for (Heard call : heard) {
            taken = call.risk() == Risk.DESTRUCTIVE ? call : taken;
        }
        if (calls.size() > MOST) {
            int gone = calls.size() - MOST;
            calls.subList(0, gone).clear();
            before = Math.max(0, before - gone);
        }
        if (typed.value() != null) {
            values.add(typed.value());
            if (values.size() > MOST) {
                values.remove(0);
            }
        }
        ApiException refusal = refusal(typed.failure());
        if (refusal != null) {
            refusals.add(refusal);
        }
    }

    /** The input that was just done. */
    Typed last() {
        return last;
    }

    /** What was taken away last, or {@code null}. */
    Heard taken() {
        return taken;
    }

    /** The calls that the last input made. */
    List<Heard> justCalls() {
        return calls.subList(before, calls.size());
    }

    /** The last call of a name, or {@code null}. */
    Heard call(String name) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (calls.get(i).is(name)) {
                return calls.get(i);
            }
        }
        return null;
    }

    /** Whether the last input made a call of this name. */
    boolean justCalled(String name) {
        for (Heard call : justCalls()) {
            if (call.is(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the last input made any call. */
    boolean justCalled() {
        return before < calls.size();
    }

    /** The last value of a type, or {@code null}. */
    <T> T value(Class<T> type) {
        for (int i = values.size() - 1; i >= 0; i--) {
            if (type.isInstance(values.get(i))) {
                return type.cast(values.get(i));
            }
        }
        return null;
    }

    /** Whether arguments of a call of this name were refused before it was sent. */
    boolean wasRefused(String name) {
        for (ApiException refusal : refusals) {
            if (refusal.operation().equals(name) && refusal.stage() == ApiException.Stage.NOT_SENT) {
                return true;
            }
        }
        return false;
    }

    private static ApiException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException call) {
                return call;
            }
        }
        return null;
    }
}
