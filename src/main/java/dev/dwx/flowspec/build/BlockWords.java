package dev.dwx.flowspec.build;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be written in each kind of block, for completion and help. */
public final class BlockWords {
    /**
     * A word.
     *
     * @param name as it is written
     * @param help what it says
     * @param example how it looks
     */
    public record Word(String name, String help, String example) {
    }

    private BlockWords() {
    }

    /** Whether a word begins a block that may stand by itself. */
    public static boolean isDocument(String word) {
        for (Place place : Place.values()) {
            if (place.word().equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** The words of a block that begins with {@code word}; empty when no block does. */
    public static Optional<List<Word>> in(String word) {
        Place place = null;
        for (Place one : Place.values()) {
            place = one.word().equals(word) ? one : place;
        }
        NodeWord type = NodeWords.named(word).orElse(null);
        if (place == null && type == null && !word.equals("end")) {
            return Optional.empty();
        }
        Place where = place == null ? Place.NODE : place;
        List<Word> words = new ArrayList<>();
        for (SpecWord one : SpecWords.in(where)) {
            boolean fits = one.types().isEmpty() || one.types().contains(word) || word.equals("node");
            boolean said = one.name().equals("type") && type != null && type.command() != null || one.name().equals("type") && word.equals("end");
            if (fits && !said) {
                words.add(new Word(one.name(), Texts.listed(one.help()), one.example()));
            }
        }
        boolean loop = type != null && ("do-while".equals(type.inner()) || "for-each".equals(type.inner()));
        if (loop) {
            words.add(new Word("end", Texts.of("the end of the loop, whose code says whether there is another round"),
                    "end { language 'python'; script 'print ${dag.loopTimes} < 3' }"));
        }
        if (where.isFlow() || loop || type != null && ("combined".equals(type.inner()) || "subflow".equals(type.inner()))) {
            words.addAll(nodes());
        }
        return Optional.of(words);
    }

    /** The words for nodes. */
    public static List<Word> nodes() {
        List<Word> words = new ArrayList<>();
        for (NodeWord word : NodeWords.all()) {
            words.add(new Word(word.name(), (word.command() == null ? "" : word.command() + ": ") + Texts.listed(word.help()), word.name() + "('name') { … }"));
        }
        return words;
    }
}
