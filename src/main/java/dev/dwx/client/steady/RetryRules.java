package dev.dwx.client.steady;

import dev.dwx.client.ApiException;
import dev.dwx.client.ApiException.Stage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which failures pass, and how long each is waited for.
 *
 * <p>Throttling has many spellings: status 429; the word codes {@code Throttling.User}, {@code .Api}, {@code .System}; DataWorks'
 * numbers 9990020002 and 9990040003, which come with status 400; {@code Throttling} in the message of another code; the header
 * {@code x-acs-retry-after}; and each of these inside an answer of status 200 whose {@code Success} is false. A
 * daily limit ({@code Throttling.Api.Risk}) is no throttling in this sense: more calls today only fail, and failed calls count.
 */
public final class RetryRules {
    private static final String RATE_OR_QUOTA_NUMBER = "9990040003";
    private static final String THROTTLED_NUMBER = "9990020002";
    private static final List<String> USED_UP =
            List.of("risk control", "quota", "daily", "per day", "of today", "monthly", "配额", "当日", "今日", "每日");
    private static final List<String> NOT_READY = List.of("流水线未准备好", "pipeline not ready");
    private static final List<String> FAULTS = List.of("ServiceUnavailable", "InternalError", "InternalFailure", "dwx.Http5");
    private static final List<String> LOST = List.of("dwx.TimedOut", "dwx.ConnectionLost", "dwx.EmptyAnswer", "dwx.NotJson");
    private static final List<String> UNCONNECTED = List.of("dwx.NoConnection", "dwx.UnknownHost", "dwx.Proxy");

    private static final Patience NONE = new Patience(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final Map<Trouble, Patience> patience;

    private RetryRules(Map<Trouble, Patience> patience) {
        this.patience = patience;
    }

    /** What suits a person at a prompt and a script in the night. */
    public static RetryRules usual() {
        Map<Trouble, Patience> all = new EnumMap<>(Trouble.class);
        all.put(Trouble.THROTTLED, of(8, 500, 15_000, 60_000));
        all.put(Trouble.RATE_OR_QUOTA, of(4, 2_000, 10_000, 30_000));
        // A package takes ten seconds and more to build.
        all.put(Trouble.NOT_READY, of(20, 3_000, 15_000, 180_000));
        all.put(Trouble.SERVICE_FAULT, of(4, 500, 5_000, 60_000));
        all.put(Trouble.LOST, of(4, 300, 5_000, 90_000));
        all.put(Trouble.NO_CONNECTION, of(3, 250, 1_000, 10_000));
        return new RetryRules(all);
    }

    /** The same number of tries with all times divided: for tests under load, which cannot wait. */
    public RetryRules hurried(int divisor) {
        Map<Trouble, Patience> all = new EnumMap<>(Trouble.class);
        patience.forEach((trouble, each) -> all.put(trouble, new Patience(each.tries(),
                each.first().dividedBy(divisor), each.longest().dividedBy(divisor), each.total())));
        return new RetryRules(all);
    }

    private static Patience of(int tries, long first, long longest, long total) {
        return new Patience(tries, Duration.ofMillis(first), Duration.ofMillis(longest), Duration.ofMillis(total));
    }

    Patience patience(Trouble trouble) {
        return patience.getOrDefault(trouble, NONE);
    }

    /**
     * Whether a call may be sent again after this trouble.
     *
     * @param harmless whether doing it twice is the same as doing it once: a read, or a call with a client token
     */
    static boolean again(Trouble trouble, boolean harmless) {
        return trouble.undone() || harmless && (trouble == Trouble.SERVICE_FAULT || trouble == Trouble.LOST);
    }

    static Trouble trouble(ApiException failure) {
        String code = failure.code();
        if (failure.stage() == Stage.NOT_SENT) {
            return UNCONNECTED.contains(code) ? Trouble.NO_CONNECTION : Trouble.FINAL;
        }
        boolean fault = failure.status() >= 500 && beginsWith(code, FAULTS);
        if (failure.stage() == Stage.UNKNOWN_OUTCOME) {
            return LOST.contains(code) ? Trouble.LOST : fault ? Trouble.SERVICE_FAULT : Trouble.FINAL;
        }
        if (code.equals("dwx.PartlyFailed") || code.equals("dwx.JobFailed")) {
            // A part of it is done.
            return Trouble.FINAL;
        }
        String message = failure.serviceMessage() == null ? "" : failure.serviceMessage().toLowerCase(Locale.ROOT);
        if (throttled(failure, code, message)) {
            return code.startsWith("Throttling.Api.Risk") || contains(message, USED_UP) ? Trouble.USED_UP
                    : code.startsWith("Throttling.Resource") || code.equals(RATE_OR_QUOTA_NUMBER) ? Trouble.RATE_OR_QUOTA
                    : Trouble.THROTTLED;
        }
        return contains(message, NOT_READY) ? Trouble.NOT_READY : fault ? Trouble.SERVICE_FAULT : Trouble.FINAL;
    }

    private static boolean throttled(ApiException failure, String code, String message) {
        return failure.status() == 429 || failure.retryAfter() != null
                || code.contains("Throttling") || code.equals(THROTTLED_NUMBER) || code.equals(RATE_OR_QUOTA_NUMBER)
                || message.contains("throttling") || message.contains("flow control") && message.contains("denied")
                || message.contains("限流") || message.contains("流控");
    }

    private static boolean contains(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWith(String text, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (text.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
