package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.NearNames;
import dev.dwx.client.ApiException;
import dev.dwx.client.ErrorAdvice;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Data sources: some calls want the number, some the name, and the name has to be exact. A name where the number belongs is looked up; a name that
 * the service does not find is compared with those that there are.
 */
final class SourceNames implements Guard {
    private static final String ID = "DataSourceId";
    private static final int SHOWN = 8;
    /** Where names of data sources stand, however deep. */
    private static final Set<String> NAME_KEYS = Set.of("DataSourceName", "ConnectionName");

    private final TrapTools tools;

    SourceNames(TrapTools tools) {
        this.tools = tools;
    }

    /** A data source with the ids that it has by environment. */
    private record Source(String name, Map<String, Object> ids) {
    }

    private List<Source> sources(Object projectId, Context context) {
        if (projectId == null) {
            return List.of();
        }
        Map<String, Source> found = new LinkedHashMap<>();
        for (String environment : new String[] {"Prod", "Dev"}) {
            Object body = tools.read(context, ApiCatalog.V2024, "ListDataSources", "ProjectId", projectId, "EnvType", environment,
                    "PageNumber", 1L, "PageSize", 100L);
            for (Object group : Answers.list(body, "PagingInfo", "DataSources")) {
                String name = Answers.text(group, "Name");
                List<?> rows = Answers.list(group, "DataSource");
                if (name != null) {
                    Source source = found.computeIfAbsent(name, key -> new Source(key, new LinkedHashMap<>()));
                    if (!rows.isEmpty() && Answers.at(rows.get(0), "Id") != null) {
                        source.ids().put(environment, Answers.at(rows.get(0), "Id"));
                    }
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    @Override
    public Map<String, Object> given(ApiOperation operation, Map<String, Object> arguments, Context context) {
        if (!isName(operation, arguments.get(ID))) {
            return arguments;
        }
        Object given = arguments.get(ID);
        String name = given.toString().strip();
        Object project = arguments.get("ProjectId") == null ? context.projectId() : arguments.get("ProjectId");
        List<Source> sources = sources(project, context);
        for (Source source : sources) {
            if (source.name().equals(name) && !source.ids().isEmpty()) {
                boolean dev = "Dev".equalsIgnoreCase(context.environment()) && source.ids().containsKey("Dev");
                String environment = dev ? "Dev" : source.ids().keySet().iterator().next();
                Map<String, Object> resolved = new LinkedHashMap<>(arguments);
                resolved.put(ID, source.ids().get(environment));
                Object other = source.ids().get(dev ? "Prod" : "Dev");
                tools.notes().note("data-source", operation, name, Texts.of("{0}: '{1}' is {2} ({3}){4}", ID, name,
                        source.ids().get(environment), environment,
                        other == null || environment.equals("Dev") && !dev ? "" : Texts.of("; it is {0} in {1}", other, dev ? "Prod" : "Dev")));
                return resolved;
            }
        }
        throw TrapTools.refusal(operation, List.of(Texts.of("{0}: the project has no data source '{1}'{2}", ID, name, near(name, sources))),
                "ListDataSources()*.Name");
    }

    /** Whether a name stands where the number belongs. */
    private static boolean isName(ApiOperation operation, Object given) {
        return given instanceof CharSequence && !Answers.isDigits(given.toString().strip()) && !given.toString().isBlank()
                && operation.parameter(ID).map(ApiParameter::schema).filter(schema -> schema.isInteger()).isPresent();
    }

    /** The arguments with something in place of a name whose number only the service knows. */
    static Map<String, Object> expected(ApiOperation operation, Map<String, Object> arguments, Object unknown) {
        if (!isName(operation, arguments.get(ID))) {
            return arguments;
        }
        Map<String, Object> resolved = new LinkedHashMap<>(arguments);
        resolved.put(ID, unknown);
        return resolved;
    }

    private static String near(String name, List<Source> sources) {
        List<String> names = new ArrayList<>();
        for (Source source : sources) {
            names.add(source.name());
        }
        if (names.isEmpty()) {
            return "";
        }
        List<String> near = NearNames.of(name, names);
        return !near.isEmpty() ? Texts.of("; did you mean {0}?", String.join(Texts.of(" or "), near))
                : Texts.of("; it has {0}{1}", String.join(", ", names.subList(0, Math.min(SHOWN, names.size()))),
                        names.size() > SHOWN ? " …" : "");
    }

    @Override
    public ApiException failed(PlannedCall call, ApiException failure) {
        boolean known = ErrorAdvice.of(failure.code(), failure.serviceMessage(), null, null)
                .filter(advice -> advice.topic().equals("no such data source")).isPresent();
        if (!known) {
            return failure;
        }
        Set<String> asked = new LinkedHashSet<>();
        collect(call.arguments(), "", asked, 0);
        List<Source> sources = sources(call.arguments().getOrDefault("ProjectId", call.context().projectId()), call.context());
        for (String name : asked) {
            if (!sources.isEmpty() && sources.stream().noneMatch(source -> source.name().equals(name))) {
                return failure.explained(Texts.of("'{0}' is not among the project's data sources{1}", name, near(name, sources)), null);
            }
        }
        return failure;
    }

    /** The names of data sources in a call, those inside documents included. */
    private static void collect(Object value, String key, Set<String> names, int depth) {
        if (depth > 30) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> {
                boolean source = name.toString().equalsIgnoreCase("DataSource");
                if (source && inner instanceof Map<?, ?> one) {
                    String found = Answers.text(one, "Name") == null ? Answers.text(one, "name") : Answers.text(one, "Name");
                    if (found != null) {
                        names.add(found);
                    }
                }
                if (inner instanceof CharSequence && (NAME_KEYS.contains(name.toString()) || source && !inner.toString().isBlank())) {
                    names.add(inner.toString());
                }
                collect(inner, name.toString(), names, depth + 1);
            });
        } else if (value instanceof List<?> list) {
            for (Object one : list) {
                collect(one, key, names, depth + 1);
            }
        } else if (value instanceof CharSequence text && (key.equals("Spec") || key.equals("content"))) {
            try {
                collect(ExactJson.parse(text.toString()), "", names, depth + 1);
            } catch (ExactJson.Malformed e) {
                // A script, not a document.
                return;
            }
        }
    }
}
