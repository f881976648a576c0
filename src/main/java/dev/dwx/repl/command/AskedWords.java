package dev.dwx.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words that somebody looks for. English ones are met in any of their forms, as far as endings tell: {@code failed} by
 * {@code Failure}, {@code instances} by {@code instance}.
 */
final class AskedWords {
    private static final List<String> ENDINGS = List.of("ures", "ings", "ure", "ing", "ied", "ies", "ed", "es", "e", "s", "y");
    private static final int SHORTEST = 3;

    private final List<String> words = new ArrayList<>();
    private final List<String> stems = new ArrayList<>();

    AskedWords(String asked) {
        for (String word : asked.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            words.add(word);
            stems.add(stem(word));
        }
    }

    int count() {
        return words.size();
    }

    /** How many of them a text has. */
    int met(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int met = 0;
        for (int i = 0; i < words.size(); i++) {
            met += lower.contains(words.get(i)) || begins(text, stems.get(i)) ? 1 : 0;
        }
        return met;
    }

    /** Whether a word of the text begins so; a capital within a name begins one, too. */
    private static boolean begins(String text, String stem) {
        for (int i = 0; i + stem.length() <= text.length(); i++) {
            boolean first = i == 0 || !Character.isLetter(text.charAt(i - 1))
                    || Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1));
            if (first && text.regionMatches(true, i, stem, 0, stem.length())) {
                return true;
            }
        }
        return false;
    }

    private static String stem(String word) {
        for (String ending : ENDINGS) {
            int rest = word.length() - ending.length();
            if (rest >= SHORTEST && word.endsWith(ending)) {
                // The last letter of a short word is doubled before its ending: run, running.
                boolean doubled = rest > SHORTEST && word.charAt(rest - 1) == word.charAt(rest - 2) && ending.length() > 1
                        && "lsz".indexOf(word.charAt(rest - 1)) < 0;
                return word.substring(0, doubled ? rest - 1 : rest);
            }
        }
        return word;
    }
}
