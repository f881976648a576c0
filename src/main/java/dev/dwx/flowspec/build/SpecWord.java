package dev.dwx.flowspec.build;

import java.util.List;
import java.util.Set;

/**
 * A setting word: {@code priority 5}.
 *
 * @param name as it is written
 * @param places where it may stand
 * @param form how its arguments are written
 * @param path the field of a node that it fills, seen from the node; {@code null} for a word that does more than fill one field
 * @param flowPath the field of a workflow, seen from the workflow; {@code null} where it is none
 * @param choices the values that the field takes; empty for any
 * @param types the node words in whose blocks alone it may stand; empty for all
 * @param help what it says
 * @param example how it looks in a block
 */
public record SpecWord(String name, Set<Place> places, Form form, String path, String flowPath, List<String> choices,
        List<String> types, String help, String example) {
    /** How arguments are written. */
    public enum Form {
        /** One text. */
        TEXT,
        /** One whole number. */
        NUMBER,
        /** One truth; without an argument it is meant. */
        FLAG,
        /** Names with values, added to an object. */
        MAP,
        /** Arguments of its own; {@code example} shows them. */
        OWN
    }

    /** Whether the word does nothing but fill one field, so that the field can be told by the word. */
    public boolean fillsField() {
        return form != Form.OWN;
    }

    /** The same word, for nodes of these words alone. */
    SpecWord only(String... words) {
        return new SpecWord(name, places, form, path, flowPath, choices, List.of(words), help, example);
    }

    /** The field that it fills in a place, or {@code null}. */
    public String pathIn(Place place) {
        return place.isFlow() ? flowPath : path;
    }
}
