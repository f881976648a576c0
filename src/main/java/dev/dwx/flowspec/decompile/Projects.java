package dev.dwx.flowspec.decompile;

import java.util.HashMap;
import java.util.Map;

/** Guesses the project that a document comes from by the names of its outputs. */
final class Projects {
    private Projects() {
    }

    /** The name that most outputs begin with; {@code null} where none does. */
    static String of(Map<String, Object> document) {
        Map<String, Integer> votes = new HashMap<>();
        look(document, null, votes);
        String best = null;
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            if (best == null || vote.getValue() > votes.get(best) || vote.getValue().equals(votes.get(best))
                    && vote.getKey().compareTo(best) < 0) {
                best = vote.getKey();
            }
        }
        return best;
    }

    private static void look(Object value, Object name, Map<String, Integer> votes) {
        if (value instanceof Map<?, ?> map) {
            Object own = map.get("name") instanceof String text ? text : name;
            map.forEach((key, inner) -> {
                if (inner instanceof String text && (key.equals("data") || key.equals("output"))) {
                    vote(text, own, votes);
                } else {
                    look(inner, own, votes);
                }
            });
        } else if (value instanceof Iterable<?> list) {
            list.forEach(inner -> look(inner, name, votes));
        }
    }

    private static void vote(String output, Object name, Map<String, Integer> votes) {
        boolean root = output.endsWith("_root");
        int end = root ? output.length() - "_root".length() : output.indexOf('.');
        if (end > 0 && output.substring(0, end).matches("[A-Za-z0-9_]+") && (root || output.substring(end + 1).equals(name))) {
            votes.merge(output.substring(0, end), root ? 2 : 3, Integer::sum);
        }
    }
}
