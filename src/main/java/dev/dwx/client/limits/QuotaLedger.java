package dev.dwx.client.limits;

import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Counts calls by account, region, day and month. Where a day is limited, each call is written down before it is sent, so that no two
 * processes take the last one; elsewhere calls are written together, a few times a second at most, and at the end. What cannot
 * be written is counted in memory; counting never stops a call. Safe for use by many threads.
 */
public final class QuotaLedger implements AutoCloseable {
    private static final long BATCH = 300_000_000L;
    private static final long REFRESH = 5_000_000_000L;
    private static final long PAUSE_AFTER_TROUBLE = 30_000_000_000L;

    private final LedgerFile file;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Consumer<String> notes;
    private final Map<Happening, LedgerRow.Change> pending = new LinkedHashMap<>();
    private Map<LedgerKey, LedgerRow> rows = new HashMap<>();
    private boolean told;
    private boolean trouble;
    private long nextTry;
    private long nextWrite;
    private long nextLook;

    /** What a change is about. */
    private record Happening(LedgerKey key, LocalDate day) {
    }

    private QuotaLedger(LedgerFile file, InstantSource clock, Ticker ticker, Consumer<String> notes) {
        this.file = file;
        this.clock = clock;
        this.ticker = ticker;
        this.notes = notes;
        nextWrite = ticker.now();
        nextLook = nextWrite;
    }

    /** One that all processes of this user share. */
    public static QuotaLedger at(Path file, InstantSource clock, Consumer<String> notes) {
        return new QuotaLedger(new LedgerFile(file, notes), clock, Ticker.SYSTEM, notes);
    }

    /** One that ends with this process. */
    public static QuotaLedger inMemory(InstantSource clock) {
        return new QuotaLedger(null, clock, Ticker.SYSTEM, line -> { });
    }

    /** Where it is kept, or {@code null}. */
    public Path path() {
        return file == null ? null : file.path();
    }

    /** A call that has been counted; what becomes of it is told here. */
    final class Counted {
        private final LedgerKey key;
        private final LocalDate day;
        private final boolean exact;

        private Counted(LedgerKey key, LocalDate day, boolean exact) {
            this.key = key;
            this.day = day;
            this.exact = exact;
        }

        /** It was not sent after all. */
        void giveBack() {
            note(this, new LedgerRow.Change(-1, 0, null), exact);
        }

        /** It succeeded. */
        void succeeded() {
            note(this, new LedgerRow.Change(0, 1, null), false);
        }

        /** The service says that this day's calls are used up. */
        void usedUp() {
            note(this, new LedgerRow.Change(0, 0, Boolean.TRUE), true);
        }
    }

    /**
     * Counts a call that is about to be sent.
     *
     * @param callsPerDay how many a day has, 0 for any number
     * @param heeded whether a used-up day refuses the call
     * @return {@code null} when it must not be sent; it is not counted then
     */
    synchronized Counted reserve(LedgerKey key, int callsPerDay, boolean heeded) {
        LocalDate today = today();
        boolean exact = callsPerDay > 0 && file != null;
        Counted counted = new Counted(key, today, exact);
        if (exact && !inTrouble()) {
            // Looked at and counted in one step: nobody else may take the last one in between.
            boolean[] allowed = {false};
            boolean written = change(today, current -> {
                LedgerRow row = current.getOrDefault(key, LedgerRow.empty(today)).on(today);
                allowed[0] = !heeded || isLeft(row, callsPerDay);
                if (allowed[0]) {
                    current.put(key, row.with(new LedgerRow.Change(1, 0, null), today, today));
                }
            });
            if (written) {
                return allowed[0] ? counted : null;
            }
        } else if (ticker.now() - nextLook >= 0) {
            look(today);
        }
        if (heeded && !isLeft(row(key, today), callsPerDay)) {
            return null;
        }
        add(key, today, new LedgerRow.Change(1, 0, null));
        return counted;
    }

    /** Whether the count at hand refuses a call; other processes may have counted more since, and not less. */
    synchronized boolean isUsedUp(LedgerKey key, int callsPerDay, boolean heeded) {
        LocalDate today = today();
        if (!heeded || isLeft(row(key, today), callsPerDay)) {
            return false;
        }
        look(today);
        return !isLeft(row(key, today), callsPerDay);
    }

    private static boolean isLeft(LedgerRow row, int callsPerDay) {
        return !row.usedUp() && (callsPerDay == 0 || row.calls() < callsPerDay);
    }

    private synchronized void note(Counted call, LedgerRow.Change change, boolean atOnce) {
        LedgerRow.Change noted = change;
        if (change.succeeded() > 0 && row(call.key, call.day).usedUp()) {
            // The day was said to be used up, and is not.
            noted = new LedgerRow.Change(0, change.succeeded(), Boolean.FALSE);
        }
        add(call.key, call.day, noted);
        if (file != null && (atOnce || ticker.now() - nextWrite >= 0)) {
            look(today());
        }
    }

    /** Today's calls are counted anew from none. */
    synchronized void forget(LedgerKey key) {
        LocalDate today = today();
        look(today);
        add(key, today, new LedgerRow.Change(-row(key, today).calls(), 0, Boolean.FALSE));
        look(today);
    }

    /** What is counted now, by all processes as far as they have written it. */
    synchronized LedgerRow standing(LedgerKey key) {
        LocalDate today = today();
        look(today);
        return row(key, today);
    }

    LocalDate today() {
        return ServiceDay.of(clock.instant());
    }

    /** Writes what is not written yet. */
    @Override
    public synchronized void close() {
        if (file != null && !pending.isEmpty()) {
            look(today());
        }
    }

    private void add(LedgerKey key, LocalDate day, LedgerRow.Change change) {
        pending.merge(new Happening(key, day), change, LedgerRow.Change::and);
    }

    private LedgerRow row(LedgerKey key, LocalDate today) {
        LedgerRow row = rows.getOrDefault(key, LedgerRow.empty(today));
        for (Map.Entry<Happening, LedgerRow.Change> each : pending.entrySet()) {
            if (each.getKey().key.equals(key)) {
                row = row.with(each.getValue(), each.getKey().day, today);
            }
        }
        return row.on(today);
    }

    /** Writes what is pending and sees what other processes have counted. */
    private void look(LocalDate today) {
        nextLook = ticker.now() + REFRESH;
        if (file == null) {
            rows = merged(rows, today);
            pending.clear();
        } else if (!inTrouble()) {
            change(today, current -> { });
        }
    }

    private boolean inTrouble() {
        return trouble && ticker.now() - nextTry < 0;
    }

    /** Puts what is pending into the file, and then the change; whether that worked. */
    private boolean change(LocalDate today, Consumer<Map<LedgerKey, LedgerRow>> change) {
        try {
            rows = file.update(current -> {
                Map<LedgerKey, LedgerRow> changed = merged(current, today);
                change.accept(changed);
                return changed;
            });
            if (!pending.isEmpty()) {
                pending.clear();
                nextWrite = ticker.now() + BATCH;
            }
            trouble = false;
            return true;
        } catch (IOException | RuntimeException e) {
            trouble = true;
            nextTry = ticker.now() + PAUSE_AFTER_TROUBLE;
            if (!told) {
                told = true;
                notes.accept(Texts.of("Calls are counted in memory only: {0} cannot be used ({1}).", file.path(),
                        e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
            }
            return false;
        }
    }

    private Map<LedgerKey, LedgerRow> merged(Map<LedgerKey, LedgerRow> current, LocalDate today) {
        Map<LedgerKey, LedgerRow> merged = new LinkedHashMap<>(current);
        pending.forEach((what, change) -> merged.put(what.key,
                merged.getOrDefault(what.key, LedgerRow.empty(what.day)).with(change, what.day, today)));
        // Who has not called for a month and more has nothing that still counts.
        merged.values().removeIf(row -> row.day().isBefore(today.minusDays(62)));
        return merged;
    }
}
