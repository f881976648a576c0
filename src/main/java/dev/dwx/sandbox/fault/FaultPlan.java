package dev.dwx.sandbox.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The faults in line. A call meets the first of them that is its turn; one that has happened as often as it should happens no
 * more, but can still be seen. Thread-safe.
 */
public final class FaultPlan {
    /**
     * How far one rule has come.
     *
     * @param rule the rule
     * @param looked calls that it has looked at
     * @param fired how often it has happened
     */
    public record Armed(FaultRule rule, long looked, long fired) {
    }

    private static final class Entry {
        private final FaultRule rule;
        private final SplittableRandom random;
        private long looked;
        private long fired;

        Entry(FaultRule rule) {
            this.rule = rule;
            random = new SplittableRandom(rule.seed());
        }

        boolean fires() {
            looked++;
            return looked % rule.every() == 0 && (rule.rate() >= 1 || random.nextDouble() < rule.rate());
        }
    }

    private static final int REMEMBERED = 100;

    private final List<Entry> entries = new ArrayList<>();
    private final ArrayDeque<Entry> done = new ArrayDeque<>();
    private volatile boolean quiet = true;

    /** Whether every call goes through. */
    public boolean isEmpty() {
        return quiet;
    }

    /** Puts a rule at the end of the line. */
    public synchronized void arm(FaultRule rule) {
        entries.add(new Entry(rule));
        quiet = false;
    }

    /**
     * What a call meets.
     *
     * @param operation the operation's name as sent, or {@code null} when it names none
     * @return the fault, or {@code null} when the call goes through
     */
    public Fault meet(String operation) {
        return quiet ? null : next(operation);
    }

    private synchronized Fault next(String operation) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.rule.on().matches(operation) && entry.fires()) {
                entry.fired++;
                if (entry.fired >= entry.rule.times()) {
                    entries.remove(i);
                    done.addLast(entry);
                    if (done.size() > REMEMBERED) {
                        done.removeFirst();
                    }
                    quiet = entries.isEmpty();
                }
                return entry.rule.fault();
            }
        }
        return null;
    }

    /** The last that have happened as often as they should, then what is in line, in its order. */
    public synchronized List<Armed> armed() {
        List<Entry> all = new ArrayList<>(done);
        all.addAll(entries);
        List<Armed> armed = new ArrayList<>();
        for (Entry entry : all) {
            armed.add(new Armed(entry.rule, entry.looked, entry.fired));
        }
        return armed;
    }

    /** Removes every rule; says how many there were in line. */
    public synchronized int calm() {
        int count = entries.size();
        entries.clear();
        done.clear();
        quiet = true;
        return count;
    }
}
