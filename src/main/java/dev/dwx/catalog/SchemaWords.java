package dev.dwx.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a schema asks for. */
final class SchemaWords {
    private final ApiOperation operation;

    SchemaWords(ApiOperation operation) {
        this.operation = operation;
    }

    /** {@code 64-bit integer}, {@code list of text}, {@code map of any value} … */
    String type(Schema unresolved) {
        return type(unresolved, 0);
    }

    private String type(Schema unresolved, int depth) {
        Schema schema = operation.resolve(unresolved);
        if (schema.isArray()) {
            return schema.items() == null || depth > 3 ? "list"
                    : "list of ".concat(type(schema.items(), depth + 1));
        }
        if (schema.additionalProperties() != null && schema.properties().isEmpty() && depth <= 3) {
            return "map of ".concat(type(schema.additionalProperties(), depth + 1));
        }
        if (schema.isObject()) {
            return "object";
        }
        if (schema.fileUrl()) {
            return "file or its URL";
        }
        if (schema.isString()) {
            return "text";
        }
        if (schema.isInteger()) {
            return "int64".equals(schema.format()) ? "64-bit integer" : "integer";
        }
        if (schema.isNumber()) {
            return "decimal number";
        }
        return schema.isBoolean() ? "true or false" : "any value";
    }

    /** Whether a text holds JSON, so that a map is accepted for it. {@code Spec} is one wherever it occurs (FlowSpec). */
    static boolean isJson(String name, Schema schema) {
        String example = schema.example();
        return schema.isString() && (name.equals("Spec") || example != null && example.strip().startsWith("{"));
    }

    /** All facts of a request value in one line: type, place and style (for a parameter), values, default, limits. */
    String facts(Schema unresolved, ApiParameter parameter) {
        Schema schema = operation.resolve(unresolved);
        List<String> facts = new ArrayList<>();
        facts.add(parameter != null && isJson(parameter.name(), schema) ? "text that holds JSON, or a map" : type(schema));
        if (schema.required()) {
            facts.add("required");
        } else if (schema.docRequired()) {
            facts.add("documented as required");
        }
        if (parameter != null) {
            facts.add(place(parameter.in()));
            String style = style(parameter);
            if (style != null) {
                facts.add(style);
            }
        }
        if (schema.deprecated()) {
            facts.add("deprecated");
        }
        List<String> values = schema.enumeration();
        if (values.isEmpty() && schema.items() != null) {
            values = operation.resolve(schema.items()).enumeration();
        }
        if (!values.isEmpty()) {
            facts.add((schema.isArray() ? "values " : "one of ").concat(String.join(", ", values)));
        }
        if (schema.defaultValue() != null) {
            facts.add("default ".concat(schema.defaultValue()));
        }
        if (schema.example() != null && !schema.example().isBlank() && values.isEmpty()) {
            facts.add("for example ".concat(oneLine(schema.example())));
        }
        addRange(facts, schema.minimum(), schema.maximum());
        addRange(facts, schema.minLength(), schema.maxLength(), "characters");
        addRange(facts, schema.minItems(), schema.maxItems(), "elements");
        if (schema.pattern() != null) {
            facts.add("pattern ".concat(schema.pattern()));
        }
        return DocText.plain(String.join("; ", facts));
    }

    private static String oneLine(String text) {
        String line = text.replace('\n', ' ').strip();
        return line.length() > 60 ? line.substring(0, 59).concat("…") : line;
    }

    private static String place(Placement in) {
        switch (in) {
            case FORM_DATA:
                return "in the form";
            case BODY:
                return "the body";
            case BYTE:
                return "the body as bytes";
            case HOST:
                return "chooses the endpoint, not sent";
            case PATH:
                return "in the path";
            case HEADER:
                return "a header";
            default:
                return "in the URL";
        }
    }

    private String style(ApiParameter parameter) {
        Schema schema = operation.resolve(parameter.schema());
        switch (parameter.style()) {
            case JSON:
                return "as JSON";
            case SIMPLE:
                return "joined by commas";
            case SPACE_DELIMITED:
                return "joined by blanks";
            case PIPE_DELIMITED:
                return "joined by bars";
            case REPEAT_LIST:
                return "numbered ".concat(parameter.name()).concat(".1, .2 …");
            case FLAT:
                return "flattened";
            default:
                return schema.isArray() || schema.isObject() ? "flattened" : null;
        }
    }

    private static void addRange(List<String> facts, BigDecimal least, BigDecimal most) {
        if (least != null && most != null) {
            facts.add(least.toPlainString().concat(" to ").concat(most.toPlainString()));
        } else if (least != null) {
            facts.add("at least ".concat(least.toPlainString()));
        } else if (most != null) {
            facts.add("at most ".concat(most.toPlainString()));
        }
    }

    private static void addRange(List<String> facts, Integer least, Integer most, String what) {
        StringBuilder range = new StringBuilder();
        if (least != null && most != null) {
            range.append(least).append(" to ").append(most);
        } else if (least != null) {
            range.append("at least ").append(least);
        } else if (most != null) {
            range.append("at most ").append(most);
        } else {
            return;
        }
        facts.add(range.append(' ').append(what).toString());
    }
}
