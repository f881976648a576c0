package dev.dwx.catalog;

import dev.dwx.texts.Texts;
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
            return schema.items() == null || depth > 3 ? Texts.of("list")
                    : Texts.of("list of {0}", type(schema.items(), depth + 1));
        }
        if (schema.additionalProperties() != null && schema.properties().isEmpty() && depth <= 3) {
            return Texts.of("map of {0}", type(schema.additionalProperties(), depth + 1));
        }
        if (schema.isObject()) {
            return Texts.of("object");
        }
        if (schema.fileUrl()) {
            return Texts.of("file or its URL");
        }
        if (schema.isString()) {
            return Texts.of("text");
        }
        if (schema.isInteger()) {
            return "int64".equals(schema.format()) ? Texts.of("64-bit integer") : Texts.of("integer");
        }
        if (schema.isNumber()) {
            return Texts.of("decimal number");
        }
        return schema.isBoolean() ? Texts.of("true or false") : Texts.of("any value");
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
        facts.add(parameter != null && isJson(parameter.name(), schema) ? Texts.of("text that holds JSON, or a map") : type(schema));
        if (schema.required()) {
            facts.add(Texts.of("required"));
        } else if (schema.docRequired()) {
            facts.add(Texts.of("documented as required"));
        }
        if (parameter != null) {
            facts.add(place(parameter.in()));
            String style = style(parameter);
            if (style != null) {
                facts.add(style);
            }
        }
        if (schema.deprecated()) {
            facts.add(Texts.of("deprecated"));
        }
        List<String> values = schema.enumeration();
        if (values.isEmpty() && schema.items() != null) {
            values = operation.resolve(schema.items()).enumeration();
        }
        if (!values.isEmpty()) {
            facts.add(schema.isArray() ? Texts.of("values {0}", String.join(", ", values)) : Texts.of("one of {0}", String.join(", ", values)));
        }
        if (schema.defaultValue() != null) {
            facts.add(Texts.of("default {0}", schema.defaultValue()));
        }
        if (schema.example() != null && !schema.example().isBlank() && values.isEmpty()) {
            facts.add(Texts.of("for example {0}", oneLine(schema.example())));
        }
        addRange(facts, schema.minimum(), schema.maximum());
        addRange(facts, schema.minLength(), schema.maxLength(), false);
        addRange(facts, schema.minItems(), schema.maxItems(), true);
        if (schema.pattern() != null) {
            facts.add(Texts.of("pattern {0}", schema.pattern()));
        }
        return DocText.plain(String.join(Texts.of("; "), facts));
    }

    private static String oneLine(String text) {
        String line = text.replace('\n', ' ').strip();
        return line.length() > 60 ? line.substring(0, 59).concat("…") : line;
    }

    private static String place(Placement in) {
        switch (in) {
            case FORM_DATA:
                return Texts.of("in the form");
            case BODY:
                return Texts.of("the body");
            case BYTE:
                return Texts.of("the body as bytes");
            case HOST:
                return Texts.of("chooses the endpoint, not sent");
            case PATH:
                return Texts.of("in the path");
            case HEADER:
                return Texts.of("a header");
            default:
                return Texts.of("in the URL");
        }
    }

    private String style(ApiParameter parameter) {
        Schema schema = operation.resolve(parameter.schema());
        switch (parameter.style()) {
            case JSON:
                return Texts.of("as JSON");
            case SIMPLE:
                return Texts.of("joined by commas");
            case SPACE_DELIMITED:
                return Texts.of("joined by blanks");
            case PIPE_DELIMITED:
                return Texts.of("joined by bars");
            case REPEAT_LIST:
                return Texts.of("numbered {0}.1, .2 …", parameter.name());
            case FLAT:
                return Texts.of("flattened");
            default:
                return schema.isArray() || schema.isObject() ? Texts.of("flattened") : null;
        }
    }

    private static void addRange(List<String> facts, BigDecimal least, BigDecimal most) {
        if (least != null && most != null) {
            facts.add(Texts.of("{0} to {1}", least.toPlainString(), most.toPlainString()));
        } else if (least != null) {
            facts.add(Texts.of("at least {0}", least.toPlainString()));
        } else if (most != null) {
            facts.add(Texts.of("at most {0}", most.toPlainString()));
        }
    }

    private static void addRange(List<String> facts, Integer least, Integer most, boolean elements) {
        if (least != null && most != null) {
            facts.add(elements ? Texts.of("{0} to {1} elements", least, most) : Texts.of("{0} to {1} characters", least, most));
        } else if (least != null) {
            facts.add(elements ? Texts.of("at least {0} elements", least) : Texts.of("at least {0} characters", least));
        } else if (most != null) {
            facts.add(elements ? Texts.of("at most {0} elements", most) : Texts.of("at most {0} characters", most));
        }
    }
}
