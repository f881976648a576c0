package dev.dwx.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The inputs of this session that worked, for {@code :save}. Secrets are taken out before anything is kept here. Usable by several
 * threads.
 */
public final class SessionRecord {
    /**
     * An input that worked.
     *
     * @param source in the language, without secrets
     * @param confirmed what was confirmed while it ran, one line; {@code null} when nothing was asked
     */
    public record Entry(String source, String confirmed) {
    }

    private final Supplier<String> opening;
    private final List<Entry> entries = new ArrayList<>();
    private String begun;
    private String confirmed;

    /** @param opening the line of the language that puts a fresh session where this one began; asked once, before the first input */
    public SessionRecord(Supplier<String> opening) {
        this.opening = opening;
    }

    /** Before an input is run. */
    public synchronized void begins() {
        confirmed = null;
        if (begun == null) {
            begun = opening.get();
        }
    }

    /** While one runs: somebody was asked, and agreed to this. */
    public synchronized void confirmed(String what) {
        confirmed = confirmed == null ? what : confirmed + "; " + what;
    }

    /** An input has worked. */
    public synchronized void worked(String source) {
        entries.add(new Entry(source, confirmed));
        confirmed = null;
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Where the session began, in the language; empty for nowhere. */
    synchronized String opening() {
        return begun == null ? "" : begun;
    }
}
