package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.build.Place;
import dev.dwx.flowspec.build.SpecWord;
import dev.dwx.flowspec.build.SpecWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The ways to say a field by a word. A phrase only proposes; whether its words make exactly the document that is wanted is found out by
 * building it.
 */
final class Phrases {
    /** The words that stand first, whatever the others. */
    private static final List<String> FIRST = List.of("project", "kind", "version", "derive", "type");

    private Phrases() {
    }

    /**
     * A word and the fields that it fills.
     *
     * @param word the word
     * @param covers the fields, as ways from the part
     * @param proposals what can be said about a part, the most readable first; none where the word cannot say it
     */
    record Phrase(String word, List<List<Object>> covers, Function<Part, List<List<Statement>>> proposals) {
        boolean covers(List<Object> way) {
            for (List<Object> field : covers) {
                int common = Math.min(field.size(), way.size());
                if (field.subList(0, common).equals(way.subList(0, common))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** What fills several fields at once. */
    static List<Phrase> leading(Part part, String project) {
        if (part.place() != Place.NODE) {
            return List.of();
        }
        return List.of(phrase("when", "branch".equals(part.inner()) ? one -> ControlPhrases.branches(one, project) : one -> ControlPhrases.joins(one, project),
                        "branch", "join.branches"),
                phrase("inputs", ControlPhrases::bindings, "inputs.variables", "script.parameters", "for-each.array"),
                phrase("most", ControlPhrases::rounds, String.valueOf(part.inner()) + ".maxIterations"),
                phrase("component", ControlPhrases::component, "component"),
                phrase("reader", ControlPhrases::job, "script.content"));
    }

    /** The output that stands for a part, before those that it has besides. */
    static List<Phrase> output(Part part) {
        boolean any = part.place() == Place.NODE || part.place() == Place.FLOW || part.place() == Place.TRIGGER_FLOW;
        return any ? List.of(phrase("output", PortPhrases::own, "outputs.nodeOutputs")) : List.of();
    }

    /** What may be said about a part. */
    static List<Phrase> of(Part part) {
        List<Phrase> phrases = new ArrayList<>();
        for (SpecWord word : SpecWords.in(part.place())) {
            String path = word.fillsField() ? word.pathIn(part.place()) : null;
            if (path != null) {
                phrases.add(new Phrase(word.name(), List.of(way(path)), one -> field(one, word, path)));
            }
        }
        boolean flow = part.place().isFlow();
        phrases.add(phrase("script", WordPhrases::script, "script.content"));
        if (part.place() == Place.MANUAL_FLOW) {
            phrases.add(phrase("params", WordPhrases::params, "variables"));
        } else {
            phrases.add(phrase("params", WordPhrases::params, "script.parameters"));
        }
        phrases.add(phrase("cron", WordPhrases::cron, "trigger.cron"));
        String base = flow ? "strategy." : "";
        phrases.add(phrase("rerun", one -> WordPhrases.rerun(one, base), base + "rerunMode", base + "rerunTimes", base + "rerunInterval"));
        phrases.add(phrase("timeout", one -> WordPhrases.timeout(one, base), base + "timeout", base + "timeoutUnit"));
        if (!flow) {
            phrases.add(phrase("datasource", WordPhrases::datasource, "datasource"));
            phrases.add(phrase("resourceGroup", WordPhrases::resourceGroup, "runtimeResource.resourceGroup"));
            phrases.add(phrase("uses", one -> PortPhrases.names(one, "uses", "fileResources"), "fileResources"));
            phrases.add(phrase("functions", one -> PortPhrases.names(one, "functions", "functions"), "functions"));
            phrases.add(phrase("table", one -> PortPhrases.tables(one, "table", "outputs.tables"), "outputs.tables"));
            phrases.add(phrase("reads", one -> PortPhrases.tables(one, "reads", "inputs.tables"), "inputs.tables"));
            phrases.add(phrase("outputs", PortPhrases::outputs, "outputs.nodeOutputs", "outputs.variables"));
        }
        return phrases;
    }

    private static Phrase phrase(String word, Function<Part, List<List<Statement>>> proposals, String... covers) {
        List<List<Object>> ways = new ArrayList<>();
        for (String cover : covers) {
            ways.add(way(cover));
        }
        return new Phrase(word, ways, proposals);
    }

    private static List<Object> way(String path) {
        return List.of((Object[]) path.split("\\."));
    }

    private static List<List<Statement>> field(Part part, SpecWord word, String path) {
        Object value = part.at(path);
        if (word.form() == SpecWord.Form.MAP) {
            return value instanceof Map<?, ?> map && !map.isEmpty() ? only(Statement.named(word.name(), WordPhrases.copy(map))) : List.of();
        }
        boolean fits = switch (word.form()) {
            case NUMBER -> value instanceof Integer || value instanceof Long;
            case FLAG -> value instanceof Boolean;
            default -> value instanceof String;
        };
        return fits ? List.of(List.of(Statement.of(word.name(), value))) : List.of();
    }

    /** Words in the order in which they are written. */
    static List<String> order(Collection<String> words) {
        List<String> ordered = new ArrayList<>();
        for (String first : FIRST) {
            if (words.contains(first)) {
                ordered.add(first);
            }
        }
        for (SpecWord word : SpecWords.all()) {
            if (words.contains(word.name()) && !ordered.contains(word.name())) {
                ordered.add(word.name());
            }
        }
        for (String word : words) {
            if (!ordered.contains(word)) {
                ordered.add(word);
            }
        }
        return ordered;
    }

    static List<List<Statement>> only(Statement statement) {
        return List.of(List.of(statement));
    }

    /** Whether a map has these keys and no others. */
    static boolean hasJust(Map<?, ?> map, String... keys) {
        return map.size() == keys.length && map.keySet().containsAll(List.of(keys));
    }
}
