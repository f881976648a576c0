package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.OperationName;
import dev.dwx.client.ApiException;
import dev.dwx.safety.ConfirmationRequest;
import dev.dwx.safety.Redactor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a destructive call is about, looked up with the read operation that matches it. A failed look-up is told, not fatal. */
final class Impact {
    private static final int MOST = 5;

    private final Lookups lookups;

    Impact(Lookups lookups) {
        this.lookups = lookups;
    }

    ConfirmationRequest of(ApiOperation operation, Map<String, Object> arguments, Context context) {
        List<String> what = new ArrayList<>();
        List<Object> ids = ids(operation, arguments);
        String name = lookUp(operation, arguments, ids, context, what);
        String expected;
        String is;
        if (name != null && ids.size() <= 1) {
            expected = name;
            is = "name";
        } else if (!ids.isEmpty() && ids.size() <= 3) {
            StringBuilder joined = new StringBuilder();
            ids.forEach(id -> joined.append(joined.length() == 0 ? "" : ",").append(id));
            expected = joined.toString();
            is = ids.size() == 1 ? "id" : "ids";
        } else {
            expected = operation.name();
            is = "operation";
        }
        String environment = context.environment();
        Object own = arguments.getOrDefault("ProjectEnv", arguments.get("EnvType"));
        return new ConfirmationRequest(operation.name(), operation.version(), what, context.region(),
                context.projectLabel(), own == null ? environment : own.toString(), context.endpoint(),
                Redactor.arguments(operation.name(), arguments), expected, is);
    }

    /** The ids that the call names, the project's left aside. */
    private static List<Object> ids(ApiOperation operation, Map<String, Object> arguments) {
        OperationName parts = OperationName.of(operation.name());
        String noun = parts.singular();
        for (String candidate : new String[] {"Id", "Ids", noun + "Id", noun + "Ids", "ObjectIds"}) {
            Object value = arguments.get(candidate);
            if (value != null) {
                return list(value);
            }
        }
        String only = null;
        for (String name : arguments.keySet()) {
            if ((name.endsWith("Id") || name.endsWith("Ids")) && !name.equals("ProjectId") && !name.equals("RegionId")) {
                if (only != null) {
                    return List.of();
                }
                only = name;
            }
        }
        return only == null ? List.of() : list(arguments.get(only));
    }

    private static List<Object> list(Object value) {
        List<Object> ids = new ArrayList<>();
        if (value instanceof List<?> many) {
            ids.addAll(many);
        } else {
            ids.add(value);
        }
        return ids;
    }

    /** Adds a line for each object found; gives the name when there is exactly one. */
    private String lookUp(ApiOperation operation, Map<String, Object> arguments, List<Object> ids, Context context,
            List<String> what) {
        String noun = OperationName.of(operation.name()).singular();
        Optional<ApiOperation> getter = noun.isEmpty() ? Optional.empty()
                : lookups.operation(operation.version(), "Get" + noun);
        if (getter.isEmpty()) {
            return null;
        }
        String name = null;
        List<Object> asked = ids.isEmpty() ? List.of("") : ids;
        for (int i = 0; i < Math.min(asked.size(), MOST); i++) {
            Map<String, Object> question = question(getter.get(), arguments, ids.isEmpty() ? null : asked.get(i), noun);
            if (question == null) {
                return null;
            }
            try {
                Object body = lookups.ask(getter.get(), question, context).body();
                Map<String, Object> object = Listing.object(getter.get(), body);
                String found = name(object, noun);
                what.add(line(noun, found, object, asked.get(i)));
                name = asked.size() == 1 ? found : null;
            } catch (ApiException e) {
                what.add("could not be looked up with " + getter.get().name() + ": " + e.code());
            }
        }
        if (asked.size() > MOST) {
            what.add("and " + (asked.size() - MOST) + " more");
        }
        return name;
    }

    /** The arguments of the read; null when it wants something that the call does not say. */
    private static Map<String, Object> question(ApiOperation getter, Map<String, Object> arguments, Object id,
            String noun) {
        Map<String, Object> question = new LinkedHashMap<>();
        boolean named = false;
        for (ApiParameter parameter : getter.parameters()) {
            String name = parameter.name();
            Object value = id != null && (name.equals("Id") || name.equals(noun + "Id")) ? id : arguments.get(name);
            boolean fits = value != null && !(value instanceof List) && !(value instanceof Map);
            if (fits) {
                named |= !name.equals("ProjectId") && !name.equals("ProjectEnv");
                question.put(name, parameter.schema().isString() ? value.toString() : value);
            } else if (parameter.required()) {
                return null;
            }
        }
        return named ? question : null;
    }

    private static String name(Map<String, Object> object, String noun) {
        for (String key : new String[] {"Name", noun + "Name", "DisplayName"}) {
            if (object.get(key) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    private static String line(String noun, String name, Map<String, Object> object, Object id) {
        StringBuilder line = new StringBuilder(noun).append(' ').append(name == null ? "without a name" : name);
        if (!"".equals(id)) {
            line.append(" (").append(id).append(')');
        }
        Object owner = object.getOrDefault("Owner", object.get("OwnerId"));
        return owner == null ? line.toString() : line.append(", owner ").append(owner).toString();
    }
}
