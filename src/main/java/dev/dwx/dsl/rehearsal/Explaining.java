package dev.dwx.dsl.rehearsal;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.client.Endpoint;
import dev.dwx.client.Requests;
import dev.dwx.client.WireRequest;
import dev.dwx.dsl.Explanation;
import dev.dwx.dsl.Notes;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Tells of each call, when it has ended, what was sent, how often, and where the time went. */
public final class Explaining implements Explanation {
    private static final long NANOS = 1_000_000;

    private final Requests requests;
    private final Notes notes;
    private final LongSupplier nanos;
    private final Explanation outer;
    private int calls;
    private int tries;
    private long spent;

    /**
     * @param nanos a clock for durations, in nanoseconds
     * @param outer who is told as well, or {@code null}
     */
    public Explaining(Requests requests, Notes notes, LongSupplier nanos, Explanation outer) {
        this.requests = requests;
        this.notes = notes;
        this.nanos = nanos;
        this.outer = outer;
    }

    @Override
    public Follower follow(ApiOperation operation, Map<String, Object> arguments, Map<String, Object> filled) {
        // An explanation around this one explains the same calls; hearing of each once is enough.
        return new Story(operation, arguments, filled);
    }

    /** The block has ended: how much there was in all. */
    public synchronized void ends() {
        notes.note(calls == 1 && tries == 1 ? Texts.of("explain: 1 call, 1 try, {0} ms", spent / NANOS)
                : calls == 1 ? Texts.of("explain: 1 call, {0} tries, {1} ms", tries, spent / NANOS)
                : tries == 1 ? Texts.of("explain: {0} calls, 1 try, {1} ms", calls, spent / NANOS)
                : Texts.of("explain: {0} calls, {1} tries, {2} ms", calls, tries, spent / NANOS));
    }

    private synchronized int ended(int sent, long time) {
        calls++;
        tries += sent;
        spent += time;
        if (outer instanceof Explaining around) {
            around.ended(sent, time);
        }
        return calls;
    }

    private final class Story implements Follower {
        private final ApiOperation operation;
        private final Map<String, Object> arguments;
        private final Map<String, Object> filled;
        private final List<String> events = new ArrayList<>();
        private final long begun = nanos.getAsLong();
        private Endpoint endpoint;
        private int sent;
        private int sentBytes;
        private long sentAt;
        private long away;
        private long waited;

        Story(ApiOperation operation, Map<String, Object> arguments, Map<String, Object> filled) {
            this.operation = operation;
            this.arguments = arguments;
            this.filled = filled;
        }

        @Override
        public void sending(WireRequest request, Endpoint to, int attempt) {
            sent++;
            endpoint = to;
            sentBytes = request.queryText().length() + (request.body() == null ? request.formText().length() : request.body().length);
            sentAt = nanos.getAsLong();
        }

        @Override
        public void received() {
            away += nanos.getAsLong() - sentAt;
        }

        @Override
        public void waiting(Duration pause, String why) {
            waited += pause.toNanos();
            events.add(Texts.of("waited {0} ms{1}", pause.toMillis(), why == null || why.isBlank() ? "" : ": " + Redactor.text(why)));
        }

        @Override
        public void failed(ApiException failure, int attempt) {
            events.add(Texts.of("try {0} failed: {1}", Math.max(sent, 1), outcome(failure)));
        }

        @Override
        public void done(ApiAnswer answer) {
            int bytes = answer.text().getBytes(StandardCharsets.UTF_8).length;
            String end = sent > 1 ? Texts.of("answered at try {0}, HTTP {1}, {2} bytes", sent, answer.status(), bytes)
                    : Texts.of("answered, HTTP {0}, {1} bytes", answer.status(), bytes);
            tell(answer.requestId() == null ? end : Texts.of("{0}, RequestId {1}", end, answer.requestId()));
        }

        @Override
        public void given(ApiException failure) {
            tell(Texts.of("failed: {0}{1}", outcome(failure), failure.requestId() == null ? "" : Texts.of(", RequestId {0}",
                    failure.requestId())));
        }

        private String outcome(ApiException failure) {
            return failure.code() + (failure.status() > 0 ? " [HTTP " + failure.status() + "]" : "");
        }

        private void tell(String end) {
            long all = nanos.getAsLong() - begun;
            int number = ended(sent, all);
            List<String> lines = new ArrayList<>();
            lines.add(Texts.of("explain {0}: {1}", number, endpoint == null ? Texts.of("{0}, not sent", operation.label() + ' ' +
                    operation.method()) : RequestText.heading(operation, endpoint)));
            lines.addAll(RequestText.parameters(operation, arguments, filled, requests::prepare));
            for (String event : events) {
                lines.add("  " + event);
            }
            lines.add("  " + end);
            if (sent > 0) {
                lines.add(Texts.of("  {0} bytes sent; {1} ms: {2} ms until the answer was there (network and server), {3}{4} ms here",
                        sentBytes, all / NANOS, away / NANOS, waited == 0 ? "" : Texts.of("{0} ms waited, ", waited / NANOS), Math.max(0,
                        all - away - waited) / NANOS));
            }
            notes.note(String.join("\n", lines));
        }
    }
}
