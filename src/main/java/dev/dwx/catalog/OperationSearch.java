package dev.dwx.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Finds operations by what a person types: a name or its beginning, words in any order, capitals or initials
 * ({@code LTI} and {@code LiTaIn} for {@code ListTaskInstances}), a category in English or Chinese, words of the
 * summary, and, when nothing else is found, a name with a slip in it.
 *
 * <p>Best first: the exact name, its beginning, words of it, initials, category, summary, slips. What is deprecated
 * comes after everything that is not, the exact name excepted. Immutable; many threads may search at once.
 */
public final class OperationSearch {
    private static final int EXACT = 1000;
    private static final int PREFIX = 800;
    private static final int WORD = 600;
    private static final int WORD_PREFIX = 550;
    private static final int PART = 500;
    private static final int INITIALS = 400;
    private static final int CATEGORY = 300;
    private static final int SUMMARY = 200;
    private static final int SLIP = 100;

    private final List<ApiSummary> operations;
    private final String[] names;

    /** One operation found; better ones come first. */
    private record Hit(ApiSummary summary, int score, int place) implements Comparable<Hit> {
        @Override
        public int compareTo(Hit other) {
            boolean last = score < EXACT && summary.deprecated();
            boolean otherLast = other.score < EXACT && other.summary.deprecated();
            if (last != otherLast) {
                return last ? 1 : -1;
            }
            if (score != other.score) {
                return other.score - score;
            }
            int shorter = summary.name().length() - other.summary.name().length();
            return shorter != 0 ? shorter : place - other.place;
        }
    }

    /** Searches in these, which an {@link ApiCatalog#list()} gives; among equals its order is kept. */
    public OperationSearch(List<ApiSummary> operations) {
        this.operations = List.copyOf(operations);
        names = new String[operations.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = lower(operations.get(i).name());
        }
    }

    /** Everything that matches all words of {@code query}, best first; all operations for a blank one. */
    public List<ApiSummary> find(String query) {
        List<String> tokens = tokens(query);
        if (tokens.isEmpty()) {
            return operations;
        }
        List<Hit> hits = hits(tokens, false);
        if (hits.isEmpty()) {
            hits = hits(tokens, true);
        }
        Collections.sort(hits);
        List<ApiSummary> found = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            found.add(hit.summary());
        }
        return Collections.unmodifiableList(found);
    }

    private List<Hit> hits(List<String> tokens, boolean slips) {
        List<Hit> hits = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (String token : tokens) {
            joined.append(token);
        }
        String whole = lower(joined.toString());
        for (int i = 0; i < names.length; i++) {
            int score = names[i].equals(whole) ? EXACT : names[i].startsWith(whole) ? PREFIX
                    : weakest(tokens, i, slips);
            if (score > 0) {
                hits.add(new Hit(operations.get(i), score, i));
            }
        }
        return hits;
    }

    /** A query is met as well as the worst met of its words. */
    private int weakest(List<String> tokens, int i, boolean slips) {
        int weakest = EXACT;
        for (String token : tokens) {
            int score = score(token, i);
            if (score == 0 && slips) {
                score = slip(lower(token), i);
            }
            if (score == 0) {
                return 0;
            }
            weakest = Math.min(weakest, score);
        }
        return weakest;
    }

    private int score(String token, int i) {
        String lower = lower(token);
        ApiSummary summary = operations.get(i);
        int inName = nameScore(lower, names[i], summary.name());
        if (inName > 0) {
            return inName;
        }
        if (isInitials(token, lower, summary.name())) {
            return INITIALS;
        }
        if (hasWord(summary.category(), lower) || hasWord(summary.categoryZh(), lower)) {
            return CATEGORY;
        }
        return hasWord(summary.summary(), lower) ? SUMMARY : 0;
    }

    private static int nameScore(String lower, String lowerName, String name) {
        String singular = OperationName.singular(lower);
        // A plural's singular need not be a part of it (entities, entity), but all but its last letter is.
        if (!lowerName.contains(singular.length() > 3 ? singular.substring(0, singular.length() - 1) : singular)) {
            return 0;
        }
        int best = lower.length() > 2 && lowerName.contains(lower) ? PART : 0;
        for (String word : OperationName.split(name)) {
            String lowerWord = lower(word);
            if (lowerWord.equals(lower) || OperationName.singular(lowerWord).equals(singular)) {
                return WORD;
            }
            if (lowerWord.startsWith(lower)) {
                best = WORD_PREFIX;
            }
        }
        return best;
    }

    /** {@code lti} and {@code LTI} name the first letters; {@code LiTaIn} the beginnings of the words. */
    private static boolean isInitials(String token, String lower, String name) {
        if (lower.length() < 2 || Character.toLowerCase(name.charAt(0)) != lower.charAt(0)) {
            return false;
        }
        List<String> parts = OperationName.split(token);
        List<String> words = OperationName.split(name);
        boolean letters = token.equals(lower) || parts.size() == 1;
        int count = letters ? lower.length() : parts.size();
        if (count > words.size()) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            String part = letters ? lower.substring(i, i + 1) : lower(parts.get(i));
            if (!words.get(i).regionMatches(true, 0, part, 0, part.length())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word of the text begins so; Chinese has no blanks, so there any place will do. */
    private static boolean hasWord(String text, String token) {
        int last = text == null ? -1 : text.length() - token.length();
        for (int at = 0; at <= last; at++) {
            if (text.regionMatches(true, at, token, 0, token.length())
                    && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) || token.charAt(0) > 0x2e80)) {
                return true;
            }
        }
        return false;
    }

    private int slip(String token, int i) {
        if (token.length() < 4) {
            return 0;
        }
        int allowed = token.length() < 8 ? 1 : 2;
        int nearest = NearNames.distance(token, names[i], allowed);
        for (String word : OperationName.split(operations.get(i).name())) {
            if (word.length() > 3) {
                String lower = lower(word);
                nearest = Math.min(nearest, NearNames.distance(token, lower, allowed));
                nearest = Math.min(nearest, NearNames.distance(token, OperationName.singular(lower), allowed));
            }
        }
        return nearest <= allowed ? SLIP - nearest : 0;
    }

    private static List<String> tokens(String query) {
        List<String> tokens = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= query.length(); i++) {
            if (i == query.length() || Character.isWhitespace(query.charAt(i))) {
                if (i > start) {
                    tokens.add(query.substring(start, i));
                }
                start = i + 1;
            }
        }
        return tokens;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
