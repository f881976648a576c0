package dev.dwx.repl.complete;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Schema;
import dev.dwx.flowspec.lint.SpecVocabulary;
import dev.dwx.repl.complete.CompletionContext.Callee;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of parameters, and the keys inside their values: those that are required first, those that are given not again. */
final class ParameterSource implements CandidateSource {
    private final Operations operations;

    ParameterSource(Operations operations) {
        this.operations = operations;
    }

    @Override
    public List<Proposal> at(CompletionContext context) {
        if (context instanceof CompletionContext.ParameterName name) {
            return parameters(name.callee(), name.given(), name.prefix());
        }
        if (context instanceof CompletionContext.JsonWord word && word.place().key()) {
            return jsonKeys(word);
        }
        return context instanceof CompletionContext.ParameterKey key ? keys(key) : List.of();
    }

    /** The same keys, as JSON writes them. */
    private List<Proposal> jsonKeys(CompletionContext.JsonWord word) {
        JsonPlace place = word.place();
        List<Proposal> proposals = new ArrayList<>();
        for (Proposal key : keys(new CompletionContext.ParameterKey(word.callee(), word.parameter(), place.way(), place.given(), Map.of(), place.word()))) {
            proposals.add(new Proposal("\"" + key.shown() + (word.closed() ? "" : "\": "), key.shown(), key.note(), key.kind(), key.rank()));
        }
        return proposals;
    }

    private List<Proposal> parameters(Callee callee, Set<String> given, String prefix) {
        Optional<ApiOperation> operation = operations.find(callee);
        if (operation.isEmpty()) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>();
        for (int turn = 0; turn < 3; turn++) {
            for (ApiParameter parameter : operation.get().parameters()) {
                Schema schema = operation.get().resolve(parameter.schema());
                add(proposals, parameter.name(), schema, parameter.required(), turn, given, prefix);
            }
        }
        return proposals;
    }

    private List<Proposal> keys(CompletionContext.ParameterKey at) {
        Optional<ApiOperation> operation = operations.find(at.callee());
        Optional<ApiParameter> parameter = operation.flatMap(found -> found.parameter(at.parameter()));
        if (parameter.isEmpty()) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>();
        Schema form = Values.form(operation.get(), parameter.get(), at.way());
        if (form != null && !form.isArray()) {
            for (int turn = 0; turn < 3; turn++) {
                for (var field : form.properties().entrySet()) {
                    Schema schema = operation.get().resolve(field.getValue());
                    add(proposals, field.getKey(), schema, field.getValue().required(), turn, at.given(), at.prefix());
                }
            }
        }
        if (proposals.isEmpty() && at.parameter().equals("Spec") && !startsList(at.way())) {
            for (String key : SpecVocabulary.keys(at.way())) {
                int rank = NameMatch.rank(key, at.prefix());
                if (rank != NameMatch.NONE && !at.given().contains(key)) {
                    String written = key.indexOf('-') < 0 ? key : "'" + key + "'";
                    proposals.add(new Proposal(written + ": ", key, null, Texts.of("keys"), rank));
                }
            }
        }
        return proposals;
    }

    /** The lists of a document hold objects, and keys belong into those. */
    private static boolean startsList(List<String> way) {
        return !way.isEmpty() && Set.of("nodes", "workflows", "variables", "flow", "dependencies", "depends", "nodeOutputs", "tables", "fileResources",
                "functions", "components", "parameters", "branches").contains(way.get(way.size() - 1));
    }

    /** In the first turn what is required, in the second the rest, in the third what should no longer be used. */
    private static void add(List<Proposal> proposals, String name, Schema schema, boolean required, int turn, Set<String> given, String prefix) {
        int own = required ? 0 : schema.deprecated() ? 2 : 1;
        int rank = own != turn || given.contains(name) ? NameMatch.NONE : NameMatch.rank(name, prefix);
        if (rank == NameMatch.NONE) {
            return;
        }
        String type = schema.type() == null ? "any" : schema.type();
        String note = own == 0 ? Texts.of("{0}, required", type) : own == 2 ? Texts.of("{0}, deprecated", type) : type;
        proposals.add(new Proposal(name + ": ", name, about(note, schema.description()), Texts.of("parameters"), rank == NameMatch.ANY_CASE ? 0 : rank));
    }

    private static String about(String note, String description) {
        if (description == null || description.isBlank()) {
            return note;
        }
        String line = description.strip();
        int end = line.indexOf('\n');
        return note + " · " + (end < 0 ? line : line.substring(0, end));
    }
}
