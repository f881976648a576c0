package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Guard;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Synchronisation jobs read from databases and streams, and not from MaxCompute: that is what a DI node does. */
final class SyncJobs implements Guard {
    private static final String CALL = "CreateDIJob";
    private static final String SOURCE = "SourceDataSourceType";

    @Override
    public Map<String, Object> given(ApiOperation operation, Map<String, Object> arguments, Context context) {
        if (!operation.name().equals(CALL) || !(arguments.get(SOURCE) instanceof CharSequence source)) {
            return arguments;
        }
        String word = source.toString().toLowerCase(Locale.ROOT);
        List<String> known = operation.parameter(SOURCE).map(ApiParameter::schema).map(schema -> schema.enumeration())
                .orElse(List.of());
        if (!known.contains(source.toString()) && (word.equals("maxcompute") || word.equals("odps"))) {
            throw TrapTools.refusal(operation, List.of(Texts.of("{0}: a synchronisation job cannot read from MaxCompute{1}", SOURCE,
                    known.isEmpty() ? "" : Texts.of("; it reads from {0}", String.join(", ", known)))),
                    Texts.of("make a DI node: CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: [ … script: [language: 'json', runtime:"
                            + " [command: 'DI', commandTypeId: 23], content: '…']])"));
        }
        return arguments;
    }
}
