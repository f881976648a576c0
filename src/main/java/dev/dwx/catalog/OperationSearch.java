package dev.dwx.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

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
    private static final int SHORTEST_SLIP = 4;
    private static final int STEPS = 32;

    private final List<ApiSummary> operations;
    private final String[] names;
    private final Said[] said;

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
        said = new Said[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = lower(operations.get(i).name());
        }
    }

    /** Everything that matches all words of {@code query}, best first; all operations for a blank one. */
    public List<ApiSummary> find(String query) {
        return find(query, () -> false);
    }

    /**
     * As {@link #find(String)}, as far as there is time.
     *
     * @param enough asked now and then; what is found until it says so is the answer
     */
    public List<ApiSummary> find(String query, BooleanSupplier enough) {
        List<Token> tokens = new ArrayList<>();
        for (String token : tokens(query)) {
            tokens.add(Token.of(token));
        }
        if (tokens.isEmpty()) {
            return operations;
        }
        List<Hit> hits = hits(tokens, false, enough);
        if (hits.isEmpty() && !enough.getAsBoolean()) {
            hits = hits(tokens, true, enough);
        }
        Collections.sort(hits);
        List<ApiSummary> found = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            found.add(hit.summary());
        }
        return Collections.unmodifiableList(found);
    }

    /** As {@link #find(String, BooleanSupplier)}; where nothing has all words, those are left out that nothing has at all. */
    public List<ApiSummary> findMost(String query, BooleanSupplier enough) {
        List<ApiSummary> all = find(query, enough);
        if (!all.isEmpty()) {
            return all;
        }
        List<String> known = new ArrayList<>();
        for (String word : tokens(query)) {
            if (!find(word, enough).isEmpty()) {
                known.add(word);
            }
        }
        return known.isEmpty() ? List.of() : find(String.join(" ", known), enough);
    }

    private List<Hit> hits(List<Token> tokens, boolean slips, BooleanSupplier enough) {
        List<Hit> hits = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (Token token : tokens) {
            joined.append(token.lower());
        }
        String whole = joined.toString();
        Map<String, Integer> distances = slips ? new HashMap<>() : Map.of();
        for (int i = 0; i < names.length && !(i % STEPS == STEPS - 1 && enough.getAsBoolean()); i++) {
            int score = names[i].equals(whole) ? EXACT : names[i].startsWith(whole) ? PREFIX : weakest(tokens, said(i), distances, slips);
            if (score > 0) {
                hits.add(new Hit(operations.get(i), score, i));
            }
        }
        return hits;
    }

    private Said said(int i) {
        // Several threads may each make one: they are equal, and immutable.
        Said known = said[i];
        if (known == null) {
            known = Said.of(operations.get(i));
            said[i] = known;
        }
        return known;
    }

    /** A query is met as well as the worst met of its words. */
    private static int weakest(List<Token> tokens, Said said, Map<String, Integer> distances, boolean slips) {
        int weakest = EXACT;
        for (Token token : tokens) {
            int score = score(token, said);
            if (score == 0 && slips) {
                score = slip(token, said, distances);
            }
            if (score == 0) {
                return 0;
            }
            weakest = Math.min(weakest, score);
        }
        return weakest;
    }

    private static int score(Token token, Said said) {
        int inName = nameScore(token, said);
        if (inName > 0) {
            return inName;
        }
        if (isInitials(token, said)) {
            return INITIALS;
        }
        if (hasWord(said.category(), token.lower()) || hasWord(said.categoryZh(), token.lower())) {
            return CATEGORY;
        }
        return hasWord(said.summary(), token.lower()) ? SUMMARY : 0;
    }

    private static int nameScore(Token token, Said said) {
        // A plural's singular need not be a part of it (entities, entity), but all but its last letter is.
        if (!said.name().contains(token.stem())) {
            return 0;
        }
        int best = token.lower().length() > 2 && said.name().contains(token.lower()) ? PART : 0;
        for (int i = 0; i < said.words().size(); i++) {
            String word = said.words().get(i);
            if (word.equals(token.lower()) || said.singulars().get(i).equals(token.singular())) {
                return WORD;
            }
            if (word.startsWith(token.lower())) {
                best = WORD_PREFIX;
            }
        }
        return best;
    }

    /** {@code lti} and {@code LTI} name the first letters; {@code LiTaIn} the beginnings of the words. */
    private static boolean isInitials(Token token, Said said) {
        String lower = token.lower();
        if (lower.length() < 2 || said.name().isEmpty() || said.name().charAt(0) != lower.charAt(0)) {
            return false;
        }
        int count = token.letters() ? lower.length() : token.parts().size();
        if (count > said.words().size()) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            String word = said.words().get(i);
            if (token.letters() ? word.charAt(0) != lower.charAt(i) : !word.startsWith(token.parts().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word of the text, which is in small letters, begins so; Chinese has no blanks, so there any place will do. */
    private static boolean hasWord(String text, String token) {
        for (int at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) || token.charAt(0) > 0x2e80) {
                return true;
            }
        }
        return false;
    }

    private static int slip(Token token, Said said, Map<String, Integer> distances) {
        if (token.lower().length() < SHORTEST_SLIP) {
            return 0;
        }
        int allowed = token.lower().length() < 8 ? 1 : 2;
        int nearest = slips(token, said.name(), said.letters(), allowed);
        for (int i = 0; i < said.words().size(); i++) {
            String word = said.words().get(i);
            if (word.length() >= SHORTEST_SLIP) {
                // Names share most of their words.
                String pair = token.lower() + ' ' + word;
                Integer known = distances.get(pair);
                if (known == null) {
                    known = Math.min(slips(token, word, LetterSet.of(word), allowed),
                            slips(token, said.singulars().get(i), LetterSet.of(said.singulars().get(i)), allowed));
                    distances.put(pair, known);
                }
                nearest = Math.min(nearest, known);
            }
        }
        return nearest <= allowed ? SLIP - nearest : 0;
    }

    /** The distance; measured only where lengths and letters do not tell that it is too far. */
    private static int slips(Token token, String word, long letters, int allowed) {
        boolean far = Math.abs(token.lower().length() - word.length()) > allowed
                || LetterSet.missing(token.set(), letters) > allowed;
        return far ? EditDistance.FAR : EditDistance.of(token.lower(), word, allowed);
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
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static List<String> lower(List<String> words) {
        List<String> lower = new ArrayList<>(words.size());
        for (String word : words) {
            lower.add(lower(word));
        }
        return lower;
    }

    /** A word that is looked for, in all the ways in which it is compared. */
    private record Token(String lower, String singular, String stem, List<String> parts, boolean letters, long set) {
        static Token of(String text) {
            String lower = OperationSearch.lower(text);
            String singular = OperationName.singular(lower);
            List<String> parts = OperationSearch.lower(OperationName.split(text));
            return new Token(lower, singular, singular.length() > 3 ? singular.substring(0, singular.length() - 1) : singular, parts,
                    text.equals(lower) || parts.size() == 1, LetterSet.of(lower));
        }
    }

    /** What there is of an operation to be found by, in small letters. */
    private record Said(String name, List<String> words, List<String> singulars, String category, String categoryZh, String summary, long letters) {
        static Said of(ApiSummary summary) {
            List<String> words = lower(OperationName.split(summary.name()));
            List<String> singulars = new ArrayList<>(words.size());
            for (String word : words) {
                singulars.add(OperationName.singular(word));
            }
            return new Said(lower(summary.name()), List.copyOf(words), List.copyOf(singulars), lower(summary.category()),
                    lower(summary.categoryZh()), lower(summary.summary()), LetterSet.of(summary.name()));
        }
    }
}
