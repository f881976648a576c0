package dev.dwx.repl.complete;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Schema;
import dev.dwx.flowspec.lint.SpecVocabulary;
import dev.dwx.repl.complete.CompletionContext.Callee;
import dev.dwx.repl.complete.CompletionContext.Literal;
import dev.dwx.time.TimeEncoding;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values of parameters: those that the catalog lists, truths, dates, and what is there now. */
final class ValueSource implements CandidateSource {
    private static final TimeEncoding TIMES = new TimeEncoding(ZoneOffset.UTC, Map.of());

    private final Operations operations;
    private final Values values;

    ValueSource(Operations operations, Values values) {
        this.operations = operations;
        this.values = values;
    }

    @Override
    public List<Proposal> at(CompletionContext context) {
        if (context instanceof CompletionContext.ParameterValue at) {
            return values(at.callee(), at.parameter(), at.way(), at.arguments(), at.literal());
        }
        if (context instanceof CompletionContext.JsonWord at) {
            return at.place().key() ? List.of() : inJson(at);
        }
        if (context instanceof CompletionContext.ParameterKey at) {
            // An element of a list of texts stands where a key might.
            List<String> way = new ArrayList<>(at.way());
            way.add(ArgumentPlace.ELEMENT);
            return values(at.callee(), at.parameter(), way, at.arguments(), new Literal("", at.prefix(), false));
        }
        return List.of();
    }

    /** Words of a fixed list alone: a text in a text is looked up nowhere. */
    private List<Proposal> inJson(CompletionContext.JsonWord at) {
        Optional<ApiOperation> operation = operations.find(at.callee());
        Optional<ApiParameter> parameter = operation.flatMap(found -> found.parameter(at.parameter()));
        if (parameter.isEmpty()) {
            return List.of();
        }
        Schema form = Values.form(operation.get(), parameter.get(), at.place().way());
        if (form != null && form.isBoolean()) {
            return at.place().quoted() ? List.of() : Values.words(List.of("true", "false"), new Literal("", at.prefix(), false), false);
        }
        List<String> words = form != null ? form.enumeration() : at.parameter().equals("Spec") ? SpecVocabulary.values(at.place().way()) : List.of();
        return Values.words(words, at.literal(), form == null || !form.isInteger() && !form.isNumber());
    }

    private List<Proposal> values(Callee callee, String name, List<String> way, Map<String, String> arguments, Literal literal) {
        Optional<ApiOperation> operation = operations.find(callee);
        Optional<ApiParameter> parameter = operation.flatMap(found -> found.parameter(name));
        if (parameter.isEmpty()) {
            return List.of();
        }
        Schema form = Values.form(operation.get(), parameter.get(), way);
        if (form == null) {
            return name.equals("Spec") && !way.isEmpty() ? Values.words(SpecVocabulary.values(way), literal, true) : List.of();
        }
        if (form.isBoolean()) {
            return Values.truths(literal);
        }
        if (form.isArray() || form.isObject()) {
            return List.of();
        }
        boolean number = form.isInteger() || form.isNumber();
        List<Proposal> proposals = new ArrayList<>();
        // A quote around a number is one too many, unless it holds the name that the number is looked for by.
        if (!number || literal.quote().isEmpty()) {
            proposals.addAll(Values.words(form.enumeration(), literal, !number));
        }
        if (isDate(operation.get(), name, way)) {
            proposals.addAll(Values.dates(literal));
        }
        if (form.enumeration().isEmpty()) {
            proposals.addAll(values.live(operation.get(), last(name, way), arguments, literal, !number));
        }
        return proposals;
    }

    private static String last(String name, List<String> way) {
        for (int i = way.size() - 1; i >= 0; i--) {
            if (!way.get(i).equals(ArgumentPlace.ELEMENT)) {
                return way.get(i);
            }
        }
        return name;
    }

    private static boolean isDate(ApiOperation operation, String name, List<String> way) {
        StringBuilder path = new StringBuilder(name);
        for (String step : way) {
            path.append(step.equals(ArgumentPlace.ELEMENT) ? "" : ".").append(step);
        }
        return TIMES.form(operation.version(), operation.name(), path.toString()).isPresent()
                || last(name, way).toLowerCase(Locale.ROOT).endsWith("bizdate");
    }
}
