package dev.dwx.client.limits;

import dev.dwx.catalog.Edition;
import dev.dwx.client.credentials.CredentialException;
import dev.dwx.texts.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The limits that the calls of one process keep to: so many in a second, so many in a day, and the count of them. Safe for use by
 * many threads; reads nothing before the first call.
 */
public final class CallLimits implements CallCounts, AutoCloseable {
    private static final long LONG = Duration.ofSeconds(10).toNanos();

    private final Edition edition;
    private final Pace pace;
    private final QuotaLedger ledger;
    private final Supplier<String> account;
    private final boolean heeded;
    private final Consumer<String> notes;
    private final AtomicLong waited = new AtomicLong();

    /**
     * @param edition the account's, or {@code null} when it is not known: then calls keep to what every edition allows in a second
     * @param ledger where calls are counted
     * @param account what the calls are counted under, asked at each call; see {@link AccountHash}
     * @param heeded whether a day that is used up by the count keeps calls from being sent
     * @param notes hears once when calls are slow for want of the edition
     */
    public CallLimits(Edition edition, QuotaLedger ledger, Supplier<String> account, boolean heeded, Consumer<String> notes) {
        this(edition, ledger, account, heeded, notes, Ticker.SYSTEM);
    }

    CallLimits(Edition edition, QuotaLedger ledger, Supplier<String> account, boolean heeded, Consumer<String> notes,
            Ticker ticker) {
        this.edition = edition;
        this.ledger = ledger;
        this.account = account;
        this.heeded = heeded;
        this.notes = notes;
        pace = Pace.of(edition, ticker);
    }

    @Override
    public Standing standing(String region) {
        LedgerRow row;
        try {
            row = ledger.standing(key(region));
        } catch (CredentialException e) {
            row = LedgerRow.empty(ledger.today());
        }
        return standing(region, row);
    }

    private Standing standing(String region, LedgerRow row) {
        return new Standing(edition, region, row.calls(), row.succeeded(), row.usedUp(), heeded, ServiceDay.end(row.day()));
    }

    @Override
    public void forget(String region) {
        ledger.forget(key(region));
    }

    @Override
    public String pace() {
        return pace.text();
    }

    @Override
    public Path file() {
        return ledger.path();
    }

    /** What the calls of now are counted under. */
    LedgerKey key(String region) {
        return new LedgerKey(account.get(), region);
    }

    /** Counts a call that is about to be sent; {@code null} when the day has none left. */
    QuotaLedger.Counted reserve(LedgerKey key) {
        return ledger.reserve(key, edition == null ? 0 : edition.callsPerDay(), heeded);
    }

    /** Whether the count that is at hand allows a call; asked before a wait that would be for nothing. */
    boolean isUsedUp(LedgerKey key) {
        return ledger.isUsedUp(key, edition == null ? 0 : edition.callsPerDay(), heeded);
    }

    /** Waits until a call may be sent. */
    Pace.Turn turn(LedgerKey key, CallKind kind, BooleanSupplier stopped, Consumer<Duration> waiting)
            throws InterruptedException {
        return pace.take(key.account(), key.region(), kind, stopped, pause -> {
            waiting.accept(pause);
            slow(pause);
        });
    }

    /** Lets everybody who waits for a turn look whether it was called off. */
    void wake() {
        pace.wake();
    }

    private void slow(Duration pause) {
        if (edition == null) {
            long before = waited.getAndAdd(pause.toNanos());
            if (before < LONG && before + pause.toNanos() >= LONG) {
                notes.accept(Texts.of("Calls keep to {0}, which every edition allows; to go faster say which one it is: --edition"
                        + " enterprise, or export DWX_EDITION=enterprise.", pace.text()));
            }
        }
    }

    /** When the day ends that a call of now is counted for. */
    Standing seen(LedgerKey key) {
        return standing(key.region(), ledger.standing(key));
    }

    @Override
    public void close() {
        ledger.close();
    }
}
