package dev.dwx.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names near a misspelt one; none rather than a far-fetched one. */
final class Near {
    private static final int MOST = 3;

    private Near() {
    }

    static List<String> names(String wrong, Collection<String> known) {
        record Candidate(String name, int distance) {
        }
        String small = wrong.toLowerCase(Locale.ROOT);
        int limit = small.length() <= 3 ? 1 : small.length() <= 8 ? 2 : 3;
        List<Candidate> candidates = new ArrayList<>();
        for (String name : known) {
            int distance = distance(small, name.toLowerCase(Locale.ROOT), limit);
            if (distance <= limit && distance < small.length()) {
                candidates.add(new Candidate(name, distance));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
        List<String> names = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (names.size() < MOST && !names.contains(candidate.name())) {
                names.add(candidate.name());
            }
        }
        return names;
    }

    /** Edits with swaps of neighbours counted as one; more than the limit is told as limit + 1. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }
}
