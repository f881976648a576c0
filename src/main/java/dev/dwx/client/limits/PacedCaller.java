package dev.dwx.client.limits;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Edition;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.ApiException;
import dev.dwx.client.ApiException.Stage;
import dev.dwx.client.CallTarget;
import dev.dwx.client.credentials.CredentialException;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends each call when the limits allow it, and counts it. What repeats calls stands in front of this: the service counts every try,
 * the failed ones too. The limits are those on the vendor's page on its OpenAPI's use: so many calls a second and a day for an
 * account with all its users, in a region.
 */
public final class PacedCaller implements ApiCaller {
    private static final String DAY_USED_UP = "Throttling.Api.Risk";
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ApiCaller caller;
    private final CallLimits limits;
    private final Map<Thread, AtomicBoolean> waiting = new ConcurrentHashMap<>();

    public PacedCaller(ApiCaller caller, CallLimits limits) {
        this.caller = caller;
        this.limits = limits;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ApiException also with code {@code dwx.DayUsedUp} when the day has no call left, and {@code dwx.Cancelled} when the
     *     thread was asked to stop while it waited; nothing was sent then
     */
    @Override
    public ApiAnswer call(ApiOperation operation, Map<String, Object> arguments, CallTarget target) {
        LedgerKey key;
        try {
            key = limits.key(target.region());
        } catch (CredentialException e) {
            // Told better where the call would be signed.
            return caller.call(operation, arguments, target);
        }
        if (limits.isUsedUp(key)) {
            throw usedUp(operation, key);
        }
        Pace.Turn turn = turn(operation, key, target);
        QuotaLedger.Counted counted;
        try {
            counted = limits.reserve(key);
        } catch (RuntimeException e) {
            turn.unused();
            throw e;
        }
        if (counted == null) {
            turn.unused();
            throw usedUp(operation, key);
        }
        turn.sending();
        try {
            ApiAnswer answer = caller.call(operation, arguments, target);
            counted.succeeded();
            return answer;
        } catch (ApiException e) {
            failed(e, turn, counted);
            throw e;
        } finally {
            // Without effect where nothing was sent and the place is free already.
            turn.answered();
        }
    }

    @Override
    public void cancel(Thread thread) {
        AtomicBoolean stopped = waiting.get(thread);
        if (stopped != null) {
            stopped.set(true);
            limits.wake();
        }
        caller.cancel(thread);
    }

    private Pace.Turn turn(ApiOperation operation, LedgerKey key, CallTarget target) {
        AtomicBoolean stopped = new AtomicBoolean();
        waiting.put(Thread.currentThread(), stopped);
        try {
            return limits.turn(key, CallKind.of(operation), stopped::get,
                    pause -> target.watcher().waiting(pause, limits.pace()));
        } catch (InterruptedException e) {
            if (!stopped.get()) {
                Thread.currentThread().interrupt();
            }
            throw ApiException.of(Stage.NOT_SENT, operation.name(), operation.version()).code("dwx.Cancelled")
                    .why(Texts.of("stopped while it waited for its turn; nothing was sent")).next(Texts.of("repeat the call")).build();
        } finally {
            waiting.remove(Thread.currentThread());
        }
    }

    private static void failed(ApiException failure, Pace.Turn turn, QuotaLedger.Counted counted) {
        if (failure.stage() == Stage.NOT_SENT) {
            counted.giveBack();
            turn.unused();
        } else if (failure.code().startsWith(DAY_USED_UP)) {
            counted.usedUp();
        } else if (failure.status() == 429 || failure.retryAfter() != null || failure.code().contains("Throttling")) {
            // Others use the account, too: no other call is sent into the same refusal.
            Duration asked = failure.retryAfter() == null ? USUAL_PAUSE : failure.retryAfter();
            turn.closeFor(asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
        }
    }

    private ApiException usedUp(ApiOperation operation, LedgerKey key) {
        Standing standing = limits.seen(key);
        Edition edition = standing.edition();
        String where = key.region().equals("-") ? "" : Texts.of(" in {0}", key.region());
        String why = standing.usedUp()
                ? Texts.of("the service has said that today's calls{0} are used up; more tries today only fail", where)
                : Texts.of("the {0} edition has {1} calls a day{2}, and {3} are counted today on this machine, failed ones included",
                        edition.label(), Standing.grouped(edition.callsPerDay()), where, Standing.grouped(standing.today()));
        return ApiException.of(Stage.NOT_SENT, operation.name(), operation.version()).code("dwx.DayUsedUp")
                .why(Texts.of("{0}; nothing was sent", why))
                .next(Texts.of("go on after {0}. Calls a day by edition: {1}; say --edition when yours is another. When the count is"
                        + " wrong: limits.forget(), or start with DWX_IGNORE_QUOTA=1", LimitsCard.moment(standing.dayEnds()), table()))
                .build();
    }

    private static String table() {
        StringBuilder text = new StringBuilder();
        for (Edition edition : Edition.values()) {
            if (edition != Edition.UNLIMITED) {
                text.append(text.isEmpty() ? "" : ", ").append(edition.label()).append(' ')
                        .append(edition.callsPerDay() == 0 ? "any number" : Standing.grouped(edition.callsPerDay()));
            }
        }
        return text.toString();
    }
}
