package dev.dwx.client.cassette;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.ApiException;
import dev.dwx.client.CallTarget;
import dev.dwx.client.EventReader;
import dev.dwx.texts.Texts;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers every call from a cassette: the same call gets the same answers in the same order, whatever the order of different
 * calls. Nothing is sent, and no account is needed. A call that was not recorded is refused, and told by {@link #drift}. Safe for
 * use by many threads.
 */
public final class ReplayingCaller implements ApiCaller {
    /** The code of a call that was not recorded. */
    public static final String NOT_RECORDED = "dwx.NotRecorded";
    private static final int MOST_SHOWN = 5;

    private final Cassette cassette;
    private final Redaction redaction;
    private final ReplayClock clock;
    private final Map<String, Deque<RecordedCall>> left = new LinkedHashMap<>();
    private final List<String> drift = new ArrayList<>();

    /** @param redaction what the cassette was recorded with, since calls are compared without their secrets */
    public ReplayingCaller(Cassette cassette, Redaction redaction) {
        this.cassette = cassette;
        this.redaction = redaction;
        clock = new ReplayClock(cassette.header().start());
        for (RecordedCall call : cassette.calls()) {
            left.computeIfAbsent(call.key(), key -> new ArrayDeque<>()).add(call);
        }
    }

    /** The time of the recording, which goes on with the calls. */
    public Clock clock() {
        return clock;
    }

    @Override
    public ApiAnswer call(ApiOperation operation, Map<String, Object> arguments, CallTarget target) {
        RecordedCall call = take(operation, redaction.arguments(operation.name(), RecordedCall.recordable(arguments)),
                target.region());
        clock.reach(call.at());
        ApiAnswer answer;
        try {
            answer = call.replay(operation);
        } catch (ApiException e) {
            target.watcher().failed(e, 1);
            throw e;
        }
        if (operation.streaming() && answer.body() instanceof List) {
            EventReader.read(answer.text()).forEach(target.watcher()::heard);
        }
        target.watcher().answered(answer, 1);
        return answer;
    }

    private synchronized RecordedCall take(ApiOperation operation, Map<String, Object> arguments, String region) {
        Deque<RecordedCall> same = left.get(RecordedCall.key(operation.name(), operation.version(), region, arguments));
        if (same != null && !same.isEmpty()) {
            return same.poll();
        }
        List<RecordedCall> candidates = new ArrayList<>();
        left.values().forEach(candidates::addAll);
        if (candidates.stream().noneMatch(one -> one.operation().equals(operation.name()))) {
            candidates.addAll(cassette.calls());
        }
        String why = Drift.of(operation.name(), operation.version(), region, arguments, candidates);
        String label = operation.name() + "(" + Drift.shown(arguments) + ")";
        drift.add(Texts.of("{0} is not in the cassette {1}{2}: {3}", label, cassette.name(), cassette.whole() ? ""
                : Texts.of(", whose recording was cut"), why));
        throw ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version()).code(NOT_RECORDED)
                .why(Texts.of("the call is not in the cassette {0}{1}: {2}", cassette.name(), cassette.whole() ? ""
                        : Texts.of(", whose recording was cut"), why))
                .next(Texts.of("if the script has changed, record it again with --record {0}", cassette.name())).build();
    }

    /** What was called and not recorded so far; empty when all was. */
    public synchronized List<String> drift() {
        return List.copyOf(drift);
    }

    /** Recorded calls that were not made, in words; empty when all were. */
    public synchronized List<String> leftOver() {
        List<RecordedCall> calls = new ArrayList<>();
        left.values().forEach(calls::addAll);
        if (calls.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(calls.size() == 1 ? Texts.of("1 call of the cassette {0} was not made:", cassette.name())
                : Texts.of("{0} calls of the cassette {1} were not made:", calls.size(), cassette.name()));
        for (RecordedCall call : calls.subList(0, Math.min(calls.size(), MOST_SHOWN))) {
            lines.add("  " + call.label());
        }
        if (calls.size() > MOST_SHOWN) {
            lines.add("  …");
        }
        return lines;
    }
}
