package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.build.Place;
import dev.dwx.flowspec.build.Surroundings;
import dev.dwx.flowspec.decompile.Phrases.Phrase;
import dev.dwx.flowspec.model.FlowDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a document in the words that build it. What is said is built at once and compared: a word is said only where the document would
 * otherwise be another, and what is still different is said by path. So nothing is lost, whatever the document holds; the order of keys
 * alone is the builder's.
 */
public final class Decompiler {
    private static final int ROUNDS = 6;
    private static final int REPAIRS = 4;
    /** The project of a session in which the text may be run one day. */
    private static final String ELSEWHERE = "another_project";

    private final Map<String, Object> document;

    private Decompiler(FlowDocument document) {
        // By way of its text: numbers are of the kinds that reading makes.
        this.document = FlowDocument.parse(document.json()).map();
    }

    /** The block that builds a document. */
    public static Statement of(FlowDocument document) {
        return new Decompiler(document).statement();
    }

    private Statement statement() {
        Part best = null;
        String project = Projects.of(document);
        for (boolean derive : new boolean[] {true, false}) {
            Part part = told(derive, project);
            if (part != null && (best == null || length(part) < length(best))) {
                best = part;
            }
        }
        return (best == null ? raw() : best).block();
    }

    private static int length(Part part) {
        int length = 0;
        for (Part one : part.all()) {
            for (Statement statement : one.statements()) {
                length += new DslText().of(List.of(statement)).length() + (statement.word().endsWith("set") ? 40 : 10);
            }
        }
        return length;
    }

    /** The document by words; {@code null} where that does not lead to the same document. */
    private Part told(boolean derive, String project) {
        Part root = Parts.of(document);
        boolean running = root.place().isFlow() || root.place() == Place.NODE;
        if (!derive) {
            root.say(Statement.of("derive", false));
        } else if (running && project == null) {
            return null;
        } else if (running) {
            root.say(Statement.of("project", project));
        }
        for (Part part : root.all()) {
            if (part.type() != null && part.type().command() == null) {
                WordPhrases.type(part).forEach(proposal -> part.said().put("type", proposal));
            }
        }
        if (running) {
            new Edges(document, root, derive ? project : null).say();
        }
        envelope(root);
        words(root);
        return repaired(root) ? root : null;
    }

    /** Kind and version, where they are not the usual ones. */
    private void envelope(Part root) {
        Map<String, Object> built = built(root);
        for (String key : new String[] {"kind", "version"}) {
            if (built != null && document.get(key) instanceof String text && !text.equals(built.get(key))) {
                root.say(Statement.of(key, text));
            }
        }
    }

    private Map<String, Object> built(Part root) {
        return Rebuild.of(root, Surroundings.of(ELSEWHERE));
    }

    /** Says words wherever the document differs, each as long as that helps. */
    private void words(Part root) {
        Map<String, Object> built = built(root);
        Map<Part, Map<String, Trial>> trials = new HashMap<>();
        for (int round = 0; round < ROUNDS && built != null; round++) {
            boolean changed = false;
            for (Part part : root.all()) {
                changed |= say(part, Difference.between(document, built), trials.computeIfAbsent(part, key -> new HashMap<>()), root);
            }
            if (!changed) {
                return;
            }
            built = built(root);
        }
    }

    private boolean say(Part part, List<Difference> differences, Map<String, Trial> trials, Part root) {
        boolean changed = false;
        for (Phrase phrase : Phrases.of(part)) {
            int cost = 0;
            for (Difference difference : differences) {
                if (root.owner(difference.path()) == part && phrase.covers(difference.path().subList(part.path().size(),
                        difference.path().size()))) {
                    cost += difference.cost();
                }
            }
            Trial trial = trials.computeIfAbsent(phrase.word(), key -> new Trial(phrase.proposals().apply(part)));
            changed |= trial.next(part, phrase.word(), cost);
        }
        return changed;
    }

    /** Says by path what still differs, in whatever project it is built. */
    private boolean repaired(Part root) {
        for (int i = 0; i < REPAIRS; i++) {
            List<Difference> differences = List.of();
            for (String project : new String[] {null, ELSEWHERE}) {
                Map<String, Object> built = Rebuild.of(root, Surroundings.of(project));
                if (built == null) {
                    return false;
                }
                differences = differences.isEmpty() ? Difference.between(document, built) : differences;
            }
            if (differences.isEmpty()) {
                return true;
            }
            new Fixes(document, root).say(differences);
        }
        return false;
    }

    /** Whatever it is: all of it by path. */
    private Part raw() {
        Part root = Parts.raw();
        root.say(Statement.of("derive", false));
        for (String key : new String[] {"version", "kind", "spec"}) {
            if (!document.containsKey(key)) {
                root.changes().add(Statement.of("unset", key.equals("spec") ? key : "document." + key));
            }
        }
        List<Map.Entry<String, Object>> entries = new ArrayList<>(document.entrySet());
        entries.forEach(entry -> root.changes().add(Statement.of("set", Fixes.key(entry.getKey()), entry.getValue())));
        return root;
    }
}
