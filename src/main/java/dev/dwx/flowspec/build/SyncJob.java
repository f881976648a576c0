package dev.dwx.flowspec.build;

import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The content of a synchronisation (DI) node: a document of its own, held as a text. */
final class SyncJob {
    private SyncJob() {
    }

    /** {@code reader 'odps', datasource: …, table: …, columns: …, partition: …}; other names go into the parameters as they are. */
    static void step(Draft draft, Arguments arguments) {
        if (arguments.plain().size() != 1) {
            throw arguments.wrong(Texts.of("it takes the type of the data source, and settings with names."));
        }
        boolean reader = arguments.word().equals("reader");
        Map<String, Object> parameter = new LinkedHashMap<>();
        arguments.named().forEach((name, value) -> {
            String key = name.equals("columns") ? "column" : name;
            boolean list = key.equals("column") || key.equals("partition") && reader;
            parameter.put(key, list && !(value instanceof List) ? Values.list(Values.copy(value)) : Values.copy(value));
        });
        draft.job.put(arguments.word(), Values.map("stepType", arguments.text(arguments.plain().get(0)), "name", reader ? "Reader" : "Writer",
                "category", arguments.word(), "parameter", parameter));
    }

    static void setting(Draft draft, String key, Arguments arguments) {
        if (arguments.named().isEmpty()) {
            throw arguments.wrong(Texts.of("it takes names and values."));
        }
        draft.job.put(key, Values.copy(arguments.named()));
    }

    static void errorLimit(Draft draft, Arguments arguments) {
        String record = arguments.plain().size() == 1 ? arguments.plain().get(0).toString() : "";
        if (!record.matches("[0-9]{1,9}")) {
            throw arguments.wrong(Texts.of("it takes a number of records."));
        }
        Map<String, Object> limit = Values.map("record", record);
        limit.putAll(Values.cast(Values.copy(arguments.named())));
        draft.job.put("errorLimit", limit);
    }

    /** The text, or {@code null} where the block says nothing of it. */
    static String text(Draft draft, List<SpecFault> faults) {
        if (draft.job.isEmpty()) {
            return null;
        }
        for (String side : new String[] {"reader", "writer"}) {
            if (draft.job.get(side) == null) {
                faults.add(new SpecFault(draft.name(), Texts.of("{0} has no {1}. Write it like: {2}", draft.label(), side,
                        SpecWords.named(Place.NODE, side).map(SpecWord::example).orElse(side))).at(draft.source()));
            }
        }
        if (draft.entity.get("script") instanceof Map<?, ?> script && script.get("content") != null) {
            faults.add(new SpecFault(draft.name(), Texts.of("{0} has both a script and a reader or writer; one of them has to go.",
                    draft.label()))
                    .at(draft.source()));
        }
        Object limit = draft.job.get("errorLimit");
        Object speed = draft.job.get("speed");
        return ExactJson.write(Values.map("type", "job", "version", "2.0", "steps",
                Values.list(draft.job.get("reader"), draft.job.get("writer")), "setting",
                Values.map("errorLimit", limit == null ? Values.map("record", "0") : limit,
                        "speed", speed == null ? Values.map("throttle", false, "concurrent", 2) : speed)));
    }
}
