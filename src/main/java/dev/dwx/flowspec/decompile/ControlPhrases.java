package dev.dwx.flowspec.decompile;

import dev.dwx.json.ExactJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proposals for branches, joins, loops, values from other nodes, and synchronisation jobs. */
final class ControlPhrases {
    private ControlPhrases() {
    }

    /** The branches, with the nodes that they lead to where that is all that is to be said. */
    static List<List<Statement>> branches(Part part, String project) {
        if (!"branch".equals(part.inner()) || !(part.at("branch.branches") instanceof List<?> branches) || branches.isEmpty()) {
            return List.of();
        }
        Map<String, String> leads = project == null ? Map.of() : leads(part, project);
        List<Statement> whens = new ArrayList<>();
        for (Object one : branches) {
            if (!(one instanceof Map<?, ?> branch) || !(branch.get("when") instanceof String when) || !(branch.get("output") instanceof Map<?, ?> port)
                    || !(port.get("data") instanceof String output)) {
                return List.of();
            }
            Map<String, Object> named = new LinkedHashMap<>();
            named.put(leads.containsKey(output) ? "to" : "output", leads.getOrDefault(output, output));
            if (branch.get("desc") instanceof String text) {
                named.put("describe", text);
            }
            whens.add(Statement.of("when", when).with(named));
        }
        return List.of(whens);
    }

    /** The nodes that a branch leads to by name, by the outputs of the branches. */
    static Map<String, String> leads(Part part, String project) {
        Map<String, String> leads = new LinkedHashMap<>();
        if ("branch".equals(part.inner()) && part.at("branch.branches") instanceof List<?> branches) {
            for (Object one : branches) {
                Object output = one instanceof Map<?, ?> branch && branch.get("output") instanceof Map<?, ?> port ? port.get("data") : null;
                for (Part sibling : part.siblings()) {
                    if ((project + "." + part.name() + "_" + sibling.name()).equals(output)) {
                        leads.put((String) output, sibling.name());
                    }
                }
            }
        }
        return leads;
    }

    static List<List<Statement>> joins(Part part, String project) {
        if (!"join".equals(part.inner()) || !(part.at("join.branches") instanceof List<?> branches) || branches.isEmpty()) {
            return List.of();
        }
        List<Statement> whens = new ArrayList<>();
        for (Object one : branches) {
            if (!(one instanceof Map<?, ?> branch) || !(branch.get("name") instanceof String name) || !(branch.get("output") instanceof Map<?, ?> port)
                    || !(port.get("data") instanceof String output) || !(branch.get("assertion") instanceof Map<?, ?> assertion)) {
                return List.of();
            }
            Map<String, Object> named = new LinkedHashMap<>();
            String of = edges(part, output, project).get("refTableName") instanceof String node ? node : null;
            named.put(of == null ? "output" : "of", of == null ? output : of);
            Object in = assertion.get("in");
            if (in instanceof List<?> words && !words.equals(List.of("SUCCESS"))) {
                named.put("status", words.size() == 1 ? words.get(0) : words);
            }
            whens.add(Statement.of("when", name).with(named));
        }
        return List.of(whens);
    }

    /** The edge of a join to an output: with the name of its node, where the document has it like this. */
    private static Map<String, Object> edges(Part part, String output, String project) {
        Map<String, Object> edge = Edges.edge(output);
        for (Part sibling : part.siblings()) {
            if (output.equals(sibling.output(project))) {
                Map<String, Object> named = new LinkedHashMap<>(edge);
                named.put("refTableName", sibling.name());
                return part.depends().contains(named) ? named : edge;
            }
        }
        return edge;
    }

    /** The edges that follow from the branches of a join. */
    static List<Object> joined(Part part, String project) {
        List<Object> edges = new ArrayList<>();
        if (!joins(part, project).isEmpty() && part.at("join.branches") instanceof List<?> branches) {
            for (Object branch : branches) {
                Object port = ((Map<?, ?>) branch).get("output");
                edges.add(edges(part, (String) ((Map<?, ?>) port).get("data"), project));
            }
        }
        return edges;
    }

    /** Values that are taken from nodes before. */
    static List<List<Statement>> bindings(Part part) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (Map<?, ?> parameter : taken(part)) {
            Map<?, ?> reference = (Map<?, ?>) parameter.get("referenceVariable");
            named.put((String) parameter.get("name"), output(reference) + ":" + reference.get("name"));
        }
        if (named.isEmpty()) {
            return List.of();
        }
        Object over = named.get("loopDataArray");
        return over != null && named.size() == 1 && "for-each".equals(part.inner()) ? Phrases.only(Statement.of("over", over))
                : Phrases.only(Statement.named("inputs", named));
    }

    /** The outputs that carry them. */
    static List<String> bound(Part part) {
        List<String> outputs = new ArrayList<>();
        taken(part).forEach(parameter -> outputs.add(output((Map<?, ?>) parameter.get("referenceVariable"))));
        return outputs;
    }

    private static List<Map<?, ?>> taken(Part part) {
        List<Map<?, ?>> taken = new ArrayList<>();
        if (part.at("script.parameters") instanceof List<?> parameters) {
            for (Object one : parameters) {
                if (isTaken(one)) {
                    taken.add((Map<?, ?>) one);
                }
            }
        }
        return taken;
    }

    /** Whether a parameter takes the value of a node before. */
    static boolean isTaken(Object parameter) {
        return parameter instanceof Map<?, ?> map && map.get("name") instanceof String
                && map.get("referenceVariable") instanceof Map<?, ?> reference && reference.get("name") instanceof String
                && output(reference) != null;
    }

    private static String output(Map<?, ?> reference) {
        return reference.get("node") instanceof Map<?, ?> node && node.get("output") instanceof String output && !output.isBlank()
                ? output : null;
    }

    static List<List<Statement>> rounds(Part part) {
        return part.isLoop() && part.at(part.inner() + ".maxIterations") instanceof Integer most ? Phrases.only(Statement.of("most", most))
                : List.of();
    }

    /** Reader, writer and settings of a job that is written as the builder writes it. */
    static List<List<Statement>> job(Part part) {
        if (!"DI".equals(part.at("script.runtime.command")) || !(part.at("script.content") instanceof String content)) {
            return List.of();
        }
        try {
            if (!(ExactJson.parse(content) instanceof Map<?, ?> job) || !(job.get("steps") instanceof List<?> steps) || steps.size() != 2
                    || !(job.get("setting") instanceof Map<?, ?> setting)) {
                return List.of();
            }
            List<Statement> statements = new ArrayList<>();
            for (Object one : steps) {
                if (!(one instanceof Map<?, ?> step) || !(step.get("category") instanceof String word) || !List.of("reader", "writer").contains(word)
                        || !(step.get("stepType") instanceof String type) || !(step.get("parameter") instanceof Map<?, ?> parameter)) {
                    return List.of();
                }
                Map<String, Object> named = new LinkedHashMap<>();
                parameter.forEach((key, value) -> {
                    boolean single = key.equals("partition") && value instanceof List<?> list && list.size() == 1 && list.get(0) instanceof String;
                    named.put(key.equals("column") ? "columns" : (String) key, single ? ((List<?>) value).get(0) : value);
                });
                statements.add(Statement.of(word, type).with(named));
            }
            if (setting.get("speed") instanceof Map<?, ?> speed && !ExactJson.write(speed).equals("{\"throttle\":false,\"concurrent\":2}")) {
                statements.add(Statement.named("speed", WordPhrases.copy(speed)));
            }
            if (setting.get("errorLimit") instanceof Map<?, ?> limit && limit.get("record") instanceof String record
                    && !(limit.size() == 1 && record.equals("0"))) {
                Map<String, Object> more = WordPhrases.copy(limit);
                more.remove("record");
                statements.add(Statement.of("errorLimit", record).with(more));
            }
            return List.of(statements);
        } catch (ExactJson.Malformed e) {
            return List.of();
        }
    }

    /** The component that a node uses, with the values of its parameters. */
    static List<List<Statement>> component(Part part) {
        if (!"component".equals(part.inner()) || !(part.at("component.name") instanceof String name)) {
            return List.of();
        }
        Map<String, Object> named = new LinkedHashMap<>();
        if (part.at("component.id") instanceof String id && !id.equals(name)) {
            named.put("id", id);
        }
        if (part.at("component.metadata.version") instanceof String version) {
            named.put("version", version);
        }
        for (String side : new String[] {"inputs", "outputs"}) {
            if (part.at("component." + side) instanceof List<?> list) {
                Map<String, Object> values = new LinkedHashMap<>();
                for (Object one : list) {
                    if (one instanceof Map<?, ?> map && map.get("name") instanceof String parameter && map.get("value") instanceof String value) {
                        values.put(parameter, value);
                    }
                }
                named.put(side, values);
            }
        }
        return Phrases.only(Statement.of("component", name).with(named));
    }
}
