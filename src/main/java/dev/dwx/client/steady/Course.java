package dev.dwx.client.steady;

import dev.dwx.client.ApiException;
import dev.dwx.client.ApiException.Stage;
import dev.dwx.client.CallWatcher;
import dev.dwx.client.Endpoint;
import dev.dwx.client.WireRequest;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The tries of one call so far, and whether there is another. */
final class Course implements CallWatcher {
    private static final long NANOS_A_MILLI = 1_000_000;

    private final RetryRules rules;
    private final Pace pace;
    private final boolean read;
    private final boolean harmless;
    private Long sentAt;
    private long spent;
    private final CountDownLatch broken = new CountDownLatch(1);
    private final Map<Trouble, Integer> met = new EnumMap<>(Trouble.class);
    private int tried;
    private Duration waited = Duration.ZERO;
    private boolean unsure;

    /**
     * @param read whether the call only reads
     * @param harmless whether doing it twice is the same as doing it once
     */
    Course(RetryRules rules, Pace pace, boolean read, boolean harmless) {
        this.rules = rules;
        this.pace = pace;
        this.read = read;
        this.harmless = harmless;
    }

    /** Ends the call at its next step; from any thread. */
    void breakOff() {
        broken.countDown();
    }

    /** A try goes out now. What it waited before, for its turn among other calls, is not the service's doing and is not counted. */
    @Override
    public void sending(WireRequest request, Endpoint endpoint, int attempt) {
        sentAt = pace.nanos().getAsLong();
    }

    /**
     * Waits until the next try may begin.
     *
     * @throws ApiException when there is none: the failure as it is to be told
     */
    void onward(ApiException failure, CallWatcher watcher) {
        tried++;
        if (sentAt != null) {
            spent += pace.nanos().getAsLong() - sentAt;
            sentAt = null;
        }
        unsure |= !read && failure.stage() == Stage.UNKNOWN_OUTCOME;
        Trouble trouble = RetryRules.trouble(failure);
        int times = met.merge(trouble, 1, Integer::sum);
        Patience patience = rules.patience(trouble);
        if (!RetryRules.again(trouble, harmless) || times >= patience.tries()) {
            throw told(failure, trouble, false);
        }
        Duration pause = pause(failure, patience, times);
        if (elapsed().plus(pause).compareTo(patience.total()) > 0) {
            throw told(failure, trouble, pause.compareTo(patience.total()) > 0);
        }
        watcher.waiting(pause, trouble.words());
        try {
            if (broken.getCount() > 0) {
                pace.rest().rest(pause, broken);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            breakOff();
        }
        if (broken.getCount() == 0) {
            throw cancelled(failure);
        }
        waited = waited.plus(pause);
    }

    /** Time on the way and in pauses, since the first try went out. */
    private Duration elapsed() {
        return waited.plusNanos(spent);
    }

    /** Never shorter than the service asks for; with chance in it, so that callers refused together do not come back together. */
    private Duration pause(ApiException failure, Patience patience, int times) {
        double chance = pace.chance().getAsDouble();
        Duration hint = failure.retryAfter();
        if (hint != null) {
            return hint.plusMillis((long) (chance * Math.min(hint.toMillis(), 500)));
        }
        Duration full = patience.after(times);
        return Duration.ofNanos((long) (full.toNanos() * (0.5 + chance / 2)) / NANOS_A_MILLI * NANOS_A_MILLI);
    }

    private ApiException told(ApiException failure, Trouble trouble, boolean tooLong) {
        boolean lostBefore = unsure && failure.stage() != Stage.UNKNOWN_OUTCOME;
        if (tried == 1 && !tooLong) {
            return failure;
        }
        ApiException.Details details = lostBefore ? failure.details(Stage.UNKNOWN_OUTCOME) : failure.details();
        StringBuilder why = new StringBuilder(failure.why() == null ? trouble.words() : failure.why());
        if (tried > 1) {
            why.append(Texts.of("; tried {0} times, {1} waited in between", tried, Seconds.text(waited)));
        }
        if (tooLong) {
            why.append(Texts.of("; dwx does not wait that long by itself"));
        }
        if (lostBefore) {
            why.append(Texts.of("; the answer to an earlier try was lost, so whether the service did the work is not known"));
            details.next(Texts.of("look whether it happened before you repeat it"));
        } else if (trouble == Trouble.RATE_OR_QUOTA && !tooLong) {
            why.append(Texts.of("; since it did not pass, take it for the quota (a day: Basic 100 calls, Standard 1,000, Professional 10,000; "
                    + "Enterprise has no daily limit)"));
        }
        return details.why(why.toString()).build();
    }

    /** The work is as undone, or as unknown, as the last try left it. */
    private ApiException cancelled(ApiException failure) {
        Stage stage = unsure ? Stage.UNKNOWN_OUTCOME : failure.stage();
        return ApiException.of(stage, failure.operation(), failure.version()).code("dwx.Cancelled")
                .why(Texts.of("the call was broken off while it waited to be tried again ({0}){1}", RetryRules.trouble(failure).words(),
                        unsure ? Texts.of("; whether the service did the work is not known") : read ? "" : Texts.of("; nothing was done")))
                .next(unsure ? Texts.of("look whether it happened before you repeat it") : Texts.of("repeat the call"))
                .build();
    }
}
