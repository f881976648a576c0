package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.build.Place;
import dev.dwx.flowspec.build.Surroundings;
import dev.dwx.flowspec.decompile.Phrases.Phrase;
import dev.dwx.flowspec.model.FlowDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
        String project = Projects.of(document);
        Part best = told(new Parts(true, true), project, true);
        // Where words say all of it, saying it without what they derive would only be longer.
        boolean whole = best != null && best.all().stream().allMatch(part -> part.changes().isEmpty());
        Part plain = whole ? null : told(new Parts(false, true), null, true);
        if (plain != null && (best == null || length(plain) < length(best))) {
            best = plain;
        }
        // Some words do not go with each other: the fewer there are, the surer.
        best = best == null ? told(new Parts(false, false), null, true) : best;
        best = best == null ? told(new Parts(false, true), null, false) : best;
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
    private Part told(Parts parts, String project, boolean words) {
        boolean derive = parts.derive();
        Part root = parts.of(document);
        boolean running = root.place().isFlow() || root.place() == Place.NODE;
        if (!derive) {
            root.say(Statement.of("derive", false));
        } else if (running && project == null) {
            return null;
        } else if (running) {
            root.say(Statement.of("project", project));
        }
        for (Part part : root.all()) {
            if (part.type() != null && part.type().command() == null && !part.isEnd()) {
                WordPhrases.type(part).forEach(proposal -> part.said().put("type", proposal));
            }
        }
        if (running) {
            new Edges(document, derive ? project : null).say(root);
        }
        if (derive && root.place().isFlow()) {
            FlowDefaults.say(root);
        }
        envelope(root);
        if (!words) {
            return repaired(root) ? root : null;
        }
        // From the outside in, since nodes take much from what they stand in; first what makes several fields at once.
        for (List<Part> level = List.of(root); !level.isEmpty(); level = below(level)) {
            words(root, level, part -> Phrases.leading(part, derive ? project : null));
            words(root, level, Phrases::output);
            words(root, level, Phrases::of);
        }
        return repaired(root) ? root : null;
    }

    private static List<Part> below(List<Part> level) {
        List<Part> below = new ArrayList<>();
        level.forEach(part -> below.addAll(part.nodes()));
        return below;
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
    private void words(Part root, List<Part> parts, Function<Part, List<Phrase>> phrases) {
        Map<String, Object> built = built(root);
        Map<Part, Map<String, Trial>> trials = new HashMap<>();
        for (int round = 0; round < ROUNDS && built != null; round++) {
            boolean changed = false;
            Map<Part, List<Difference>> byPart = new IdentityHashMap<>();
            for (Difference difference : Difference.between(document, built)) {
                byPart.computeIfAbsent(root.owner(difference.path()), key -> new ArrayList<>()).add(difference);
            }
            for (Part part : parts) {
                changed |= say(part, phrases.apply(part), byPart.getOrDefault(part, List.of()),
                        trials.computeIfAbsent(part, key -> new HashMap<>()));
            }
            if (!changed) {
                return;
            }
            built = built(root);
        }
    }

    private static boolean say(Part part, List<Phrase> phrases, List<Difference> differences, Map<String, Trial> trials) {
        boolean changed = false;
        for (Phrase phrase : phrases) {
            int cost = 0;
            for (Difference difference : differences) {
                if (phrase.covers(difference.path().subList(part.path().size(), difference.path().size()))) {
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
                prune(root);
                withoutProject(root);
                return true;
            }
            new Fixes(document, root).say(differences);
        }
        return false;
    }

    /** Takes away words whose fields a change by path says again as a whole. */
    private void prune(Part root) {
        Map<Part, Map<String, List<Statement>>> before = new IdentityHashMap<>();
        for (Part part : root.all()) {
            before.put(part, new LinkedHashMap<>(part.said()));
            for (Phrase phrase : part.changes().isEmpty() ? List.<Phrase>of() : Phrases.of(part)) {
                if (phrase.covers().stream().allMatch(field -> part.changes().stream().anyMatch(change -> isWithin(field, change)))) {
                    part.said().remove(phrase.word());
                }
            }
        }
        if (!document.equals(built(root))) {
            before.forEach((part, said) -> {
                part.said().clear();
                part.said().putAll(said);
            });
        }
    }

    /** The project need not be said where nothing is made of its name. */
    private void withoutProject(Part root) {
        List<Statement> project = root.said().remove("project");
        if (project != null && !(document.equals(built(root)) && document.equals(Rebuild.of(root, Surroundings.of(null))))) {
            root.said().put("project", project);
        }
    }

    private static boolean isWithin(List<Object> field, Statement change) {
        String path = String.join(".", field.toArray(new String[0]));
        String whole = (String) change.arguments().get(0);
        return path.equals(whole) || path.startsWith(whole + ".");
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
