package dev.dwx.dsl;

import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.client.CallWatcher;
import dev.dwx.client.Endpoint;
import dev.dwx.client.WireRequest;
import dev.dwx.client.steady.Seconds;
import dev.dwx.client.upload.LocalFile;
import dev.dwx.dsl.progress.Doing;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Says once, when a call has succeeded, what it took; while it waits, the terminal's status line tells. */
final class Tries {
    private final Notes notes;
    private final Progress progress;

    Tries(Notes notes, Progress progress) {
        this.notes = notes;
        this.progress = progress;
    }

    /** Makes a call and watches its tries. */
    ApiAnswer follow(PlannedCall call, Function<CallWatcher, ApiAnswer> work) {
        String name = call.operation().name();
        try (Doing doing = progress.begin(Texts.of("waiting for {0}", name))) {
            Count count = new Count(name, doing);
            ApiAnswer answer = work.apply(CallWatcher.both(call.context().watcher(), count));
            if (count.waited) {
                notes.note(count.words());
            }
            return answer;
        }
    }

    private final class Count implements CallWatcher {
        private final String operation;
        private final Map<String, Integer> reasons = new LinkedHashMap<>();
        private Duration pauses = Duration.ZERO;
        private int failed;
        private final Doing doing;
        private boolean waited;

        Count(String operation, Doing doing) {
            this.operation = operation;
            this.doing = doing;
        }

        @Override
        public void sending(WireRequest request, Endpoint endpoint, int attempt) {
            doing.what(attempt == 1 ? Texts.of("waiting for {0}", operation) : Texts.of("waiting for {0}, try {1}", operation, attempt))
                    .pause(null);
        }

        @Override
        public void uploading(String file, long sentBytes, long ofBytes) {
            doing.what(Texts.of("uploading {0}", file)).words(LocalFile::words).done(sentBytes, ofBytes);
        }

        @Override
        public void failed(ApiException failure, int attempt) {
            failed = attempt;
        }

        /** Counts what follows a failure; a call that only keeps to its pace waits too, and that is no trouble. */
        @Override
        public void waiting(Duration pause, String why) {
            doing.pause(Texts.of("{0}, next try in {1}", why, Seconds.text(pause)));
            if (failed > 0) {
                waited = true;
                pauses = pauses.plus(pause);
                reasons.merge(why, 1, Integer::sum);
                failed = 0;
            }
        }

        private String words() {
            StringBuilder text = new StringBuilder(operation).append(": ");
            String comma = "";
            for (Map.Entry<String, Integer> reason : reasons.entrySet()) {
                int times = reason.getValue();
                text.append(comma).append(reason.getKey()).append(times == 1 ? " once" : " " + times + " times");
                comma = ", ";
            }
            return text.append(", ").append(Seconds.text(pauses)).append(" waited").toString();
        }
    }
}
