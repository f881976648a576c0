package dev.dwx.repl.command;

import dev.dwx.catalog.NearNames;
import dev.dwx.texts.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was typed after a command, parted into its options and the rest. The usage that help shows is what says which options there
 * are: {@code [--force] FILE}.
 *
 * @param options without their dashes
 * @param rest everything else, stripped
 */
record GivenWords(Set<String> options, String rest) {
    /**
     * Reads an argument. Options stand at the beginning.
     *
     * @throws IllegalArgumentException for an option that the usage does not have
     */
    static GivenWords of(String usage, String argument) {
        Set<String> known = new LinkedHashSet<>();
        for (String word : usage.split("[\\[\\] ]+")) {
            if (word.startsWith("--")) {
                known.add(word.substring(2));
            }
        }
        Set<String> options = new LinkedHashSet<>();
        String rest = argument.strip();
        while (!known.isEmpty() && rest.startsWith("--")) {
            int end = rest.indexOf(' ');
            String name = rest.substring(2, end < 0 ? rest.length() : end);
            if (!known.contains(name)) {
                List<String> near = NearNames.of(name, known);
                throw new IllegalArgumentException(Texts.of("There is no option --{0} here. Perhaps --{1}?", name,
                        String.join(", --", near.isEmpty() ? known : near)));
            }
            options.add(name);
            rest = end < 0 ? "" : rest.substring(end).strip();
        }
        return new GivenWords(options, rest);
    }

    boolean has(String option) {
        return options.contains(option);
    }
}
