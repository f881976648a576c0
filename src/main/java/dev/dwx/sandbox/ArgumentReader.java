package dev.dwx.sandbox;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Schema;
import dev.dwx.catalog.Style;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Decodes the parameters of a call as the metadata says, and refuses what does not fit, in this order: required
 * parameters that are absent from their place ({@code Missing<Name>}), names sent to the wrong place, sent twice or
 * unknown ({@code InvalidParameter}), values of the wrong form ({@code InvalidParameter}).
 */
final class ArgumentReader {
    private final ApiOperation operation;
    private final WireRequest request;
    private final RequestParameters parameters;
    private final Strictness strictness;
    private final ValueReader values;

    ArgumentReader(ApiOperation operation, WireRequest request, RequestParameters parameters, Strictness strictness) {
        this.operation = operation;
        this.request = request;
        this.parameters = parameters;
        this.strictness = strictness;
        values = new ValueReader(operation, strictness.ranges());
    }

    /** The arguments by name, in the order of the operation's parameters. */
    Map<String, Object> read() throws ServiceFault {
        Map<String, Map<String, String>> inQuery = group(parameters.query(), "query");
        Map<String, Map<String, String>> inForm = group(parameters.form(), "form");
        Map<String, Object> arguments = new LinkedHashMap<>();
        Map<String, Map<String, String>> sent = new LinkedHashMap<>();
        for (ApiParameter parameter : operation.parameters()) {
            Map<String, String> pairs = pairs(parameter, inQuery, inForm);
            boolean absent = pairs == null || pairs.values().stream().allMatch(String::isEmpty);
            if (parameter.required() && absent && parameter.in() != Placement.HOST) {
                throw Authenticator.missing(parameter.name());
            }
            if (pairs != null) {
                sent.put(parameter.name(), pairs);
            }
        }
        refuseStrangers(inQuery, Placement.QUERY);
        refuseStrangers(inForm, Placement.FORM_DATA);
        for (ApiParameter parameter : operation.parameters()) {
            Map<String, String> pairs = sent.get(parameter.name());
            if (pairs != null) {
                arguments.put(parameter.name(), decode(parameter, pairs));
            }
        }
        return arguments;
    }

    /** Checks arguments that are values already, as a tool's are: an object may stand where a JSON text is wanted. */
    static Map<String, Object> typed(ApiOperation operation, Map<?, ?> given, Strictness strictness)
            throws ServiceFault {
        ValueReader values = new ValueReader(operation, strictness.ranges());
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (ApiParameter parameter : operation.parameters()) {
            Object value = given.get(parameter.name());
            if (value == null || value.equals("")) {
                if (parameter.required() && parameter.in() != Placement.HOST) {
                    throw Authenticator.missing(parameter.name());
                }
                if (value == null) {
                    continue;
                }
            }
            boolean asText = operation.resolve(parameter.schema()).isString()
                    && (value instanceof Map<?, ?> || value instanceof List<?>);
            arguments.put(parameter.name(), values.typed(parameter.name(), parameter.schema(),
                    asText ? JsonText.write(value) : value, 0));
        }
        for (Object name : given.keySet()) {
            if (strictness.unknownParameters() && operation.parameter(name.toString()).isEmpty()) {
                throw ValueReader.invalid(name.toString(), "is unknown to " + operation.label());
            }
        }
        return arguments;
    }

    /**
     * Sorts the pairs of one place by parameter: {@code Name}, or {@code Name.1.Field} under {@code Name}, the part
     * after the name being the key (empty for the name alone).
     */
    private Map<String, Map<String, String>> group(List<Map.Entry<String, String>> pairs, String place)
            throws ServiceFault {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        for (Map.Entry<String, String> pair : pairs) {
            String name = pair.getKey();
            if (RequestParameters.isCommon(name) && operation.parameter(name).isEmpty()) {
                continue;
            }
            int dot = name.indexOf('.');
            boolean flattened = dot > 0 && operation.parameter(name).isEmpty();
            String head = flattened ? name.substring(0, dot) : name;
            String rest = flattened ? name.substring(dot + 1) : "";
            if (groups.computeIfAbsent(head, k -> new LinkedHashMap<>()).putIfAbsent(rest, pair.getValue()) != null) {
                throw ValueReader.invalid(name, "is given more than once in the " + place);
            }
        }
        return groups;
    }

    private Map<String, String> pairs(ApiParameter parameter, Map<String, Map<String, String>> inQuery,
            Map<String, Map<String, String>> inForm) {
        return switch (parameter.in()) {
            case QUERY -> either(inQuery.get(parameter.name()), inForm.get(parameter.name()));
            case FORM_DATA -> either(inForm.get(parameter.name()), inQuery.get(parameter.name()));
            case HEADER -> {
                String value = request.header(parameter.name().toLowerCase(Locale.ROOT));
                yield value == null ? null : Map.of("", value);
            }
            case BODY, BYTE -> request.body().length == 0
                    ? null : Map.of("", new String(request.body(), StandardCharsets.UTF_8));
            case HOST, PATH -> null;
        };
    }

    private Map<String, String> either(Map<String, String> right, Map<String, String> wrong) {
        return right != null || strictness.placement() ? right : wrong;
    }

    private void refuseStrangers(Map<String, Map<String, String>> groups, Placement place) throws ServiceFault {
        for (String name : groups.keySet()) {
            ApiParameter parameter = operation.parameter(name).orElse(null);
            if (parameter == null && strictness.unknownParameters()) {
                throw ValueReader.invalid(name, "is unknown to " + operation.label());
            }
            if (parameter != null && parameter.in() != place && strictness.placement()) {
                throw ValueReader.invalid(name, "belongs into the " + parameter.in().wireName() + " of the request");
            }
        }
    }

    private Object decode(ApiParameter parameter, Map<String, String> pairs) throws ServiceFault {
        String name = parameter.name();
        Schema schema = operation.resolve(parameter.schema());
        boolean composite = schema.isArray() || schema.isObject();
        boolean asJson = parameter.style() == Style.JSON || parameter.in() == Placement.BODY;
        String whole = pairs.get("");
        if (composite && !asJson && separator(parameter.style()) == null) {
            if (whole != null) {
                throw ValueReader.invalid(name, "must be sent as " + name + (schema.isArray() ? ".1" : ".Field"));
            }
            return values.typed(name, schema, unflatten(name, schema, pairs), 0);
        }
        if (whole == null || pairs.size() > 1) {
            throw ValueReader.invalid(name, asJson ? "must be one JSON text" : "must be one text");
        }
        if (asJson) {
            return values.json(name, schema, whole);
        }
        if (composite) {
            return values.joinedList(name, schema, whole, separator(parameter.style()));
        }
        return values.scalar(name, schema, whole);
    }

    private static String separator(Style style) {
        return switch (style) {
            case SIMPLE -> ",";
            case SPACE_DELIMITED -> " ";
            case PIPE_DELIMITED -> "|";
            default -> null;
        };
    }

    /** {@code {"1.Key": "a", "2.Key": "b"}} as a list of objects, by what the schema says is a list. */
    private Object unflatten(String path, Schema declared, Map<String, String> pairs) throws ServiceFault {
        Schema schema = operation.resolve(declared);
        if (!schema.isArray() && !schema.isObject()) {
            if (pairs.size() != 1 || !pairs.containsKey("")) {
                throw ValueReader.invalid(path, "has no fields");
            }
            return pairs.get("");
        }
        if (pairs.containsKey("")) {
            throw ValueReader.invalid(path, schema.isArray() ? "must be a list" : "must be an object");
        }
        Map<String, Map<String, String>> children = new LinkedHashMap<>();
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            int dot = pair.getKey().indexOf('.');
            String head = dot < 0 ? pair.getKey() : pair.getKey().substring(0, dot);
            String rest = dot < 0 ? "" : pair.getKey().substring(dot + 1);
            children.computeIfAbsent(head, k -> new LinkedHashMap<>()).put(rest, pair.getValue());
        }
        if (schema.isArray()) {
            List<Object> list = new ArrayList<>();
            Schema items = schema.items() == null ? Schema.ANY : schema.items();
            for (int i = 1; i <= children.size(); i++) {
                Map<String, String> child = children.get(Integer.toString(i));
                if (child == null) {
                    throw ValueReader.invalid(path, "must be numbered from 1 without gaps");
                }
                list.add(unflatten(path + '.' + i, items, child));
            }
            return list;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, String>> child : children.entrySet()) {
            Schema field = schema.properties().get(child.getKey());
            if (field == null) {
                field = schema.additionalProperties() == null ? Schema.ANY : schema.additionalProperties();
            }
            map.put(child.getKey(), unflatten(path + '.' + child.getKey(), field, child.getValue()));
        }
        return map;
    }
}
