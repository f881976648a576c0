package dev.dwx.repl.complete;

import dev.dwx.catalog.LetterSet;
import dev.dwx.repl.live.LiveValues;
import java.util.ArrayList;
import java.util.List;

/** A list of live values made ready for being looked through again at every key: which letters each has is found out once. */
final class KnownValues {
    private final List<LiveValues.Value> values;
    private final long[] texts;
    private final long[] notes;

    /** A value that fits, and how. */
    record Found(LiveValues.Value value, int rank) {
    }

    KnownValues(List<LiveValues.Value> values) {
        this.values = values;
        texts = new long[values.size()];
        notes = new long[texts.length];
    }

    /** Whether it was made of this very list. */
    boolean isOf(List<LiveValues.Value> list) {
        return values == list;
    }

    /**
     * Those that fit best, by their text or by their note, in their order.
     *
     * @param most no more than this many
     */
    List<Found> best(String typed, int most, Deadline deadline) {
        List<Found> best = beginning(typed, most, deadline);
        if (!best.isEmpty() || typed.isEmpty()) {
            return best;
        }
        // Weaker matches are dear to look for, and only count where nothing begins so.
        long letters = LetterSet.of(typed);
        int weakest = NameMatch.LETTERS;
        for (int i = 0; i < texts.length && !deadline.passed(i); i++) {
            LiveValues.Value value = values.get(i);
            if (texts[i] == 0) {
                texts[i] = LetterSet.of(value.text());
                notes[i] = LetterSet.of(value.note());
            }
            int rank = NameMatch.within(value.text(), typed, texts[i], letters, weakest);
            if (value.note() != null && rank != NameMatch.WORDS) {
                int byNote = NameMatch.within(value.note(), typed, notes[i], letters, weakest);
                rank = rank == NameMatch.NONE || byNote != NameMatch.NONE && byNote < rank ? byNote : rank;
            }
            if (rank != NameMatch.NONE) {
                add(new Found(value, rank), best, most);
                weakest = best.get(0).rank();
            }
            if (best.size() == most && weakest == NameMatch.WORDS) {
                return best;
            }
        }
        return best;
    }

    private List<Found> beginning(String typed, int most, Deadline deadline) {
        List<Found> best = new ArrayList<>();
        for (int i = 0; i < texts.length && !deadline.passed(i); i++) {
            LiveValues.Value value = values.get(i);
            int rank = NameMatch.beginning(value.text(), typed);
            if (rank != NameMatch.BEGINNING && value.note() != null) {
                int byNote = NameMatch.beginning(value.note(), typed);
                rank = rank == NameMatch.NONE || byNote == NameMatch.BEGINNING ? byNote : rank;
            }
            if (rank != NameMatch.NONE) {
                add(new Found(value, rank), best, most);
            }
            if (best.size() == most && best.get(0).rank() == NameMatch.BEGINNING) {
                return best;
            }
        }
        return best;
    }

    private static void add(Found found, List<Found> best, int most) {
        if (!best.isEmpty() && found.rank() < best.get(0).rank()) {
            best.clear();
        }
        if (best.size() < most && (best.isEmpty() || found.rank() == best.get(0).rank())) {
            best.add(found);
        }
    }
}
