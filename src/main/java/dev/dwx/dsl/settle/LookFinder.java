package dev.dwx.dsl.settle;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.Paging;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.catalog.Schema;
import dev.dwx.dsl.Lookups;
import dev.dwx.dsl.PlannedCall;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the reads that go with a write, by the names that operations and parameters have in one version. */
final class LookFinder {
    private static final int PAGE = 100;

    private final Lookups lookups;

    LookFinder(Lookups lookups) {
        this.lookups = lookups;
    }

    /** The listing in which a thing would be found by its name, or {@code null}. */
    Look byName(PlannedCall call, Subject subject) {
        ApiOperation list = list(call.operation().version(), subject.noun());
        if (list == null) {
            return null;
        }
        Map<String, Object> wanted = new LinkedHashMap<>();
        String filter = subject.name() == null ? null : filter(list, subject.nameParameter());
        if (filter != null) {
            wanted.put(filter, subject.name());
        }
        return look(list, call, wanted);
    }

    /** The read of one thing by its id, or {@code null}. */
    Look byId(PlannedCall call, Subject subject, Object id) {
        Optional<ApiOperation> get = lookups.operation(call.operation().version(), "Get" + subject.noun());
        if (get.isEmpty() || id == null) {
            return null;
        }
        for (String field : subject.idFields()) {
            if (get.get().parameter(field).isPresent()) {
                Map<String, Object> wanted = new LinkedHashMap<>();
                wanted.put(field, id);
                return look(get.get(), call, wanted);
            }
        }
        return null;
    }

    private ApiOperation list(String version, String noun) {
        for (String plural : OperationName.plurals(noun)) {
            Optional<ApiOperation> list = lookups.operation(version, "List" + plural);
            if (list.isPresent() && ResponseShape.of(list.get()).isList()) {
                return list.get();
            }
        }
        return null;
    }

    /** The parameter that narrows a listing to a name, or to what holds it. */
    private static String filter(ApiOperation list, String parameter) {
        for (String name : new String[] {"Exact" + parameter, parameter, parameter + "s", "Name", "Names", parameter + "Keyword",
                "Keyword"}) {
            if (list.parameter(name).isPresent()) {
                return name;
            }
        }
        return null;
    }

    /** Completes a read with what the write says of the same name; {@code null} when something it needs is not known. */
    private static Look look(ApiOperation read, PlannedCall call, Map<String, Object> wanted) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        Map<String, Object> said = new LinkedHashMap<>();
        Paging paging = ResponseShape.of(read).paging();
        for (ApiParameter parameter : read.parameters()) {
            String name = parameter.name();
            Schema schema = read.resolve(parameter.schema());
            Object value = wanted.get(name);
            boolean own = value != null;
            if (value == null && (parameter.required() || name.startsWith("Project"))) {
                value = call.arguments().get(name);
            }
            if (value == null && name.equals("ProjectId") && call.context().projectId() != null) {
                if (parameter.required()) {
                    value = call.context().projectId();
                } else {
                    // What belongs to no project is not found in one; typed, the project would fill itself in.
                    said.put(name, null);
                    continue;
                }
            }
            Integer page = value != null ? null : is(name, paging.pageParameter()) ? Integer.valueOf(1)
                    : is(name, paging.sizeParameter()) ? size(schema) : null;
            if (page != null) {
                arguments.put(name, typed(schema, page));
                if (parameter.required()) {
                    said.put(name, typed(schema, page));
                }
                continue;
            }
            if (value == null) {
                if (parameter.required()) {
                    return null;
                }
                continue;
            }
            Object typed = typed(schema, value);
            arguments.put(name, typed);
            boolean fills = name.equals("ProjectId") && call.context().projectId() != null
                    && value.toString().equals(call.context().projectId().toString());
            if (own || !fills) {
                said.put(name, typed);
            }
        }
        return new Look(read, arguments, said);
    }

    private static boolean is(String name, List<String> path) {
        return path != null && path.size() == 1 && path.get(0).equals(name);
    }

    private static Integer size(Schema schema) {
        BigDecimal most = schema.maximum();
        return most == null ? PAGE : Math.min(most.intValue(), PAGE);
    }

    private static Object typed(Schema schema, Object value) {
        if (schema.isArray() && !(value instanceof List)) {
            return List.of(value);
        }
        return schema.isString() && !(value instanceof List) && !(value instanceof Map) ? value.toString() : value;
    }
}
