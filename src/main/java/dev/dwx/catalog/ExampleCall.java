package dev.dwx.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A call that a person can start from: an operation with all its required parameters, and values of the right kind,
 * as one writes it in a script: {@code CreateNode(ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: [:])}.
 */
public final class ExampleCall {
    private static final int DEEPEST = 4;

    private final ApiOperation operation;

    private ExampleCall(ApiOperation operation) {
        this.operation = operation;
    }

    /** The call as source text, one line. */
    public static String of(ApiOperation operation) {
        return new ExampleCall(operation).text();
    }

    private String text() {
        StringBuilder call = new StringBuilder(operation.name()).append('(');
        String separator = "";
        for (ApiParameter parameter : operation.parameters()) {
            if (parameter.required() && parameter.in() != Placement.HOST) {
                call.append(separator);
                key(call, parameter.name());
                call.append(": ");
                value(call, parameter.name(), operation.resolve(parameter.schema()), 0);
                separator = ", ";
            }
        }
        if (separator.isEmpty()) {
            pageSize(call);
        }
        return DocText.harmless(call.append(')'));
    }

    /** A list without required parameters: how many to read is what one wants to say first. */
    private void pageSize(StringBuilder call) {
        List<String> size = ResponseShape.of(operation).paging().sizeParameter();
        if (size != null && size.size() == 1) {
            call.append(size.get(0)).append(": 10");
        }
    }

    private static void key(StringBuilder call, String name) {
        if (isIdentifier(name)) {
            call.append(name);
        } else {
            quoted(call, name);
        }
    }

    private static boolean isIdentifier(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || i > 0 && c >= '0' && c <= '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private void value(StringBuilder call, String name, Schema schema, int depth) {
        if (schema.isArray()) {
            call.append('[');
            if (schema.items() != null && depth < DEEPEST) {
                value(call, OperationName.singular(name), operation.resolve(schema.items()), depth + 1);
            }
            call.append(']');
        } else if (schema.isObject() || schema.additionalProperties() != null) {
            object(call, schema, depth);
        } else if (schema.isBoolean()) {
            call.append("false".equals(schema.defaultValue()) ? "false" : "true");
        } else if (schema.isInteger() || schema.isNumber()) {
            call.append(number(name, schema));
        } else if (SchemaWords.isJson(name, schema)) {
            call.append("[:]");
        } else {
            text(call, schema);
        }
    }

    private void object(StringBuilder call, Schema schema, int depth) {
        call.append('[');
        String separator = "";
        for (Map.Entry<String, Schema> field : schema.properties().entrySet()) {
            Schema resolved = operation.resolve(field.getValue());
            if (resolved.required() && depth < DEEPEST) {
                call.append(separator);
                key(call, field.getKey());
                call.append(": ");
                value(call, field.getKey(), resolved, depth + 1);
                separator = ", ";
            }
        }
        call.append(separator.isEmpty() ? ":]" : "]");
    }

    private static String number(String name, Schema schema) {
        List<String> candidates = new ArrayList<>(schema.enumeration());
        candidates.add(schema.defaultValue());
        candidates.add(schema.example());
        for (String candidate : candidates) {
            if (isNumber(candidate, schema)) {
                return candidate.trim();
            }
        }
        BigDecimal number = new BigDecimal(name.equals("ProjectId") ? 10001 : 1);
        if (schema.minimum() != null && schema.minimum().compareTo(number) > 0) {
            number = schema.minimum();
        }
        if (schema.maximum() != null && schema.maximum().compareTo(number) < 0) {
            number = schema.maximum();
        }
        return number.toPlainString();
    }

    /** Examples in metadata are texts, now and then with letters or a list in them. */
    private static boolean isNumber(String text, Schema schema) {
        if (text == null || text.isBlank() || text.length() > 40) {
            return false;
        }
        try {
            BigDecimal number = new BigDecimal(text.trim());
            return Math.abs((long) number.scale()) < 40 && (schema.isNumber() || number.scale() == 0)
                    && (schema.minimum() == null || number.compareTo(schema.minimum()) >= 0)
                    && (schema.maximum() == null || number.compareTo(schema.maximum()) <= 0);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void text(StringBuilder call, Schema schema) {
        if (schema.fileUrl()) {
            call.append("file('…')");
            return;
        }
        if (!schema.enumeration().isEmpty()) {
            quoted(call, schema.enumeration().get(0));
        } else if (schema.defaultValue() != null) {
            quoted(call, schema.defaultValue());
        } else if (schema.example() != null && !schema.example().isBlank() && schema.example().length() <= 40) {
            quoted(call, schema.example().strip());
        } else {
            call.append("'…'");
        }
    }

    private static void quoted(StringBuilder call, String text) {
        call.append('\'');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                call.append("\\n");
            } else if (!Character.isISOControl(c)) {
                if (c == '\'' || c == '\\') {
                    call.append('\\');
                }
                call.append(c);
            }
        }
        call.append('\'');
    }
}
