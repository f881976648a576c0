package dev.dwx.repl.complete;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds names by what was typed of them: their beginning, in any case; the beginnings of their words
 * ({@code LTI}, {@code listTaIn}); or a part of them. A weaker kind of match counts only when a stronger one has none.
 */
public final class NameMatch {
    private static final int SHORTEST_PART = 3;

    private NameMatch() {
    }

    /** The names that match best, in their order. */
    static List<String> best(Collection<String> names, String typed) {
        List<List<String>> ranked = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String name : names) {
            int rank = rank(name, typed);
            if (rank >= 0) {
                ranked.get(rank).add(name);
            }
        }
        for (List<String> matches : ranked) {
            if (!matches.isEmpty()) {
                return matches;
            }
        }
        return List.of();
    }

    private static int rank(String name, String typed) {
        if (name.regionMatches(true, 0, typed, 0, typed.length())) {
            return 0;
        }
        if (humps(name, 0, typed, 0)) {
            return 1;
        }
        return typed.length() >= SHORTEST_PART && containsIgnoringCase(name, typed) ? 2 : -1;
    }

    private static boolean containsIgnoringCase(String name, String part) {
        for (int i = 1; i + part.length() <= name.length(); i++) {
            if (name.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the rest of what was typed is made of beginnings of the name's words from here on. */
    private static boolean humps(String name, int at, String typed, int from) {
        if (from == typed.length()) {
            return true;
        }
        if (at >= name.length()) {
            return false;
        }
        int taken = 0;
        while (from + taken < typed.length() && at + taken < name.length()
                && Character.toLowerCase(name.charAt(at + taken)) == Character.toLowerCase(typed.charAt(from + taken))) {
            taken++;
            if (humps(name, nextWord(name, at + taken), typed, from + taken)) {
                return true;
            }
        }
        boolean mayBeLeftOut = at > 0;
        return mayBeLeftOut && humps(name, nextWord(name, at + 1), typed, from);
    }

    private static int nextWord(String name, int from) {
        int next = from;
        while (next < name.length() && !Character.isUpperCase(name.charAt(next))) {
            next++;
        }
        return next;
    }
}
