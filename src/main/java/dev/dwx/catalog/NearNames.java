package dev.dwx.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * "Did you mean": names near to one that does not exist, be it an operation, a parameter or a documented value. It says
 * at most three, the nearest first, and nothing at all rather than something far-fetched.
 *
 * <p>Near is, in this order: the same letters in another case; a slip of the finger or two, the more the longer the
 * name; the beginning of the name ({@code Fail} for {@code Failure}); the last words of it ({@code RuleIds} for
 * {@code DataQualityRuleIds}, {@code NodeId} for {@code Id}).
 */
public final class NearNames {
    private static final int MOST = 3;
    /** Verbs that people use for each other; the service knows only some of each line. */
    private static final List<Set<String>> VERBS = List.of(
            Set.of("Get", "List", "Query", "Describe", "Show", "Fetch", "Read", "Find", "Search"),
            Set.of("Delete", "Remove", "Drop", "Destroy", "Del"),
            Set.of("Create", "Add", "New", "Make", "Insert"),
            Set.of("Update", "Modify", "Edit", "Change", "Set", "Alter"),
            Set.of("Run", "Exec", "Execute", "Start", "Trigger", "Launch"),
            Set.of("Stop", "Kill", "Cancel", "Abort", "Terminate", "Abolish"),
            Set.of("Rerun", "Restart", "Retry"),
            Set.of("Suspend", "Pause", "Freeze"),
            Set.of("Deploy", "Publish", "Release", "Submit"));

    private NearNames() {
    }

    /**
     * Names near to {@code wrong}; empty when none is.
     *
     * @param candidates the names that exist; of equally near ones the earlier comes first
     */
    public static List<String> of(String wrong, Collection<String> candidates) {
        String lower = lower(wrong);
        Set<String> near = new LinkedHashSet<>();
        for (String candidate : candidates) {
            if (lower(candidate).equals(lower)) {
                near.add(candidate);
            }
        }
        if (near.isEmpty()) {
            addSlips(lower, candidates, near);
        }
        if (near.isEmpty()) {
            addFew(near, beginnings(lower, candidates));
        }
        if (near.isEmpty()) {
            addFew(near, endings(OperationName.split(wrong), candidates));
        }
        return firstOf(near);
    }

    /**
     * As {@link #of}, for operations: finds the right verb for the same noun as well ({@code RemoveNode} for
     * {@code DeleteNode}, {@code ShowProjects} for {@code ListProjects}).
     */
    public static List<String> ofOperation(String wrong, Collection<String> candidates) {
        List<String> near = of(wrong, candidates);
        // Another case or one slip explains itself; another verb would be a guess beside it.
        if (!near.isEmpty() && EditDistance.of(lower(wrong), lower(near.get(0)), 1) <= 1) {
            return near;
        }
        List<String> sameNoun = sameNoun(wrong, candidates);
        if (sameNoun.isEmpty()) {
            return near;
        }
        Set<String> all = new LinkedHashSet<>(sameNoun);
        all.addAll(near);
        return firstOf(all);
    }

    private static List<String> sameNoun(String wrong, Collection<String> candidates) {
        List<String> words = OperationName.split(wrong);
        if (words.size() < 2) {
            return List.of();
        }
        String verb = words.get(0);
        String noun = OperationName.singular(String.join("", words.subList(1, words.size())));
        Set<String> found = new LinkedHashSet<>();
        for (Set<String> verbs : VERBS) {
            if (verbs.contains(verb)) {
                for (String candidate : candidates) {
                    OperationName name = OperationName.of(candidate);
                    if (verbs.contains(name.verb()) && name.singular().equalsIgnoreCase(noun)) {
                        found.add(candidate);
                    }
                }
            }
        }
        return new ArrayList<>(found);
    }

    private static void addSlips(String lower, Collection<String> candidates, Set<String> near) {
        int allowed = lower.length() < 3 ? 0 : lower.length() < 5 ? 1 : lower.length() < 9 ? 2 : 3;
        List<List<String>> byDistance = new ArrayList<>();
        for (int i = 0; i <= allowed; i++) {
            byDistance.add(new ArrayList<>());
        }
        for (String candidate : candidates) {
            int distance = EditDistance.of(lower, lower(candidate), allowed);
            if (distance <= allowed && distance * 3 <= Math.max(candidate.length(), 3)) {
                byDistance.get(distance).add(candidate);
            }
        }
        // One step further than the nearest is still worth a look; two steps are noise.
        int nearest = EditDistance.FAR;
        for (int distance = 0; distance <= allowed; distance++) {
            if (!byDistance.get(distance).isEmpty() && nearest == EditDistance.FAR) {
                nearest = distance;
            }
            if (nearest != EditDistance.FAR && distance <= nearest + 1) {
                near.addAll(byDistance.get(distance));
            }
        }
    }

    private static List<String> beginnings(String lower, Collection<String> candidates) {
        List<String> found = new ArrayList<>();
        for (String candidate : candidates) {
            String other = lower(candidate);
            String shorter = other.length() < lower.length() ? other : lower;
            String longer = shorter.equals(other) ? lower : other;
            if (shorter.length() >= 3 && shorter.length() * 3 >= longer.length() && longer.startsWith(shorter)) {
                found.add(candidate);
            }
        }
        return found;
    }

    private static List<String> endings(List<String> wrong, Collection<String> candidates) {
        List<String> found = new ArrayList<>();
        for (String candidate : candidates) {
            List<String> words = OperationName.split(candidate);
            List<String> shorter = words.size() < wrong.size() ? words : wrong;
            List<String> longer = shorter == words ? wrong : words;
            int same = 0;
            while (same < shorter.size() && shorter.get(shorter.size() - 1 - same)
                    .equalsIgnoreCase(longer.get(longer.size() - 1 - same))) {
                same++;
            }
            // A verb alone says too little: Delete is no hint at DsgUserGroupDelete.
            boolean verb = shorter.size() == 1 && OperationName.of(shorter.get(0)).knownVerb();
            if (same > 0 && same == shorter.size() && !verb) {
                found.add(candidate);
            }
        }
        return found;
    }

    /** Loose kinds of nearness count only where they point at something: many hits are none. */
    private static void addFew(Set<String> near, List<String> found) {
        if (found.size() <= MOST) {
            near.addAll(found);
        }
    }

    private static List<String> firstOf(Set<String> names) {
        List<String> first = new ArrayList<>(names);
        return List.copyOf(first.size() > MOST ? first.subList(0, MOST) : first);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
