package dev.dwx.repl.complete;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.dsl.PlainData;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The session's variables. */
final class VariableSource implements CandidateSource {
    private static final int AS_A_VALUE = 10;

    private final Supplier<Map<String, Object>> variables;

    VariableSource(Supplier<Map<String, Object>> variables) {
        this.variables = variables;
    }

    @Override
    public List<Proposal> at(CompletionContext context) {
        boolean bare = context instanceof CompletionContext.OperationName || context instanceof CompletionContext.BlockWord;
        boolean value = context instanceof CompletionContext.ParameterValue || context instanceof CompletionContext.WordArgument
                || context instanceof CompletionContext.ParameterKey;
        if (!bare && !(value && context.replaced().equals(context.prefix())) || context.prefix().isEmpty()) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>();
        for (Map.Entry<String, Object> variable : List.copyOf(variables.get().entrySet())) {
            if (variable.getKey().startsWith(context.prefix())) {
                proposals.add(Proposal.of(variable.getKey(), note(variable.getValue()), Texts.of("variables"),
                        bare ? NameMatch.BEGINNING : AS_A_VALUE));
            }
        }
        return proposals;
    }

    private static String note(Object value) {
        ApiOperation operation = PlainData.operation(value);
        return operation != null ? operation.name() : value == null ? null : value.getClass().getSimpleName();
    }
}
