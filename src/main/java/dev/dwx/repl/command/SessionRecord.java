package dev.dwx.repl.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * The inputs of this session that worked, for {@code :save}. Secrets are taken out before anything is kept here. Usable by several
 * threads. A session may last for weeks: beyond some millions of characters the oldest inputs are given up, and counted.
 */
public final class SessionRecord {
    /**
     * An input that worked.
     *
     * @param source in the language, without secrets
     * @param confirmed what was confirmed while it ran, one line; {@code null} when nothing was asked
     * @param values the values that it had at hand and gave, by number
     */
    public record Entry(String source, String confirmed, Values values) {
        private int length() {
            return source.length() + (confirmed == null ? 0 : confirmed.length());
        }
    }

    /**
     * Values of the prompt by the numbers of the inputs that gave them.
     *
     * @param given the input's own number when it gave a value, else 0
     * @param recent what {@code _}, {@code __} and {@code ___} were for it; 0 for what no input's number stands for
     */
    public record Values(int given, List<Integer> recent) {
        /** Of a line that is no input of the language. */
        public static final Values NONE = new Values(0, List.of());
    }

    private static final int MOST_CHARACTERS = 4_000_000;

    private final Supplier<String> opening;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final int most;
    private long characters;
    private int givenUp;
    private String begun;
    private String confirmed;

    /** @param opening the line of the language that puts a fresh session where this one began; asked once, before the first input */
    public SessionRecord(Supplier<String> opening) {
        this(opening, MOST_CHARACTERS);
    }

    /** @param most characters that are kept at most; the last input always is */
    SessionRecord(Supplier<String> opening, int most) {
        this.opening = opening;
        this.most = most;
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

    /** A line has worked that a command stood for. */
    public void worked(String source) {
        worked(source, Values.NONE);
    }

    /** An input has worked. */
    public synchronized void worked(String source, Values values) {
        Entry entry = new Entry(source, confirmed, values);
        entries.add(entry);
        characters += entry.length();
        while (characters > most && entries.size() > 1) {
            characters -= entries.remove().length();
            givenUp++;
        }
        confirmed = null;
    }

    /** How many inputs, the first ones, are not kept any more. */
    synchronized int givenUp() {
        return givenUp;
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Where the session began, in the language; empty for nowhere. */
    synchronized String opening() {
        return begun == null ? "" : begun;
    }
}
