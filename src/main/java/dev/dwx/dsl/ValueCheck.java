package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.NearNames;
import dev.dwx.catalog.Schema;
import dev.dwx.catalog.SecretNames;
import dev.dwx.catalog.Style;
import dev.dwx.client.upload.LocalFile;
import dev.dwx.dsl.check.NotYetKnown;
import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import dev.dwx.time.TimeEncoding;
import groovy.lang.GString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns one value of the language into what its schema wants, or says why it cannot. Values that name a secret are never
 * quoted in what it says.
 */
final class ValueCheck {
    private final ApiOperation operation;
    private final TimeArgument times;
    private final List<String> problems;
    private final List<String> notes;
    private final FreeValue free;
    private boolean secret;

    ValueCheck(ApiOperation operation, TimeEncoding times, List<String> problems, List<String> notes) {
        this.operation = operation;
        this.times = new TimeArgument(operation, times, problems, notes);
        this.problems = problems;
        this.notes = notes;
        this.free = new FreeValue(this.times, problems);
    }

    /** The value of a parameter as the client wants it; {@code null} when there is none to send, or a problem was noted. */
    Object parameter(ApiParameter parameter, Object given) {
        secret = SecretNames.isSecret(parameter.name());
        if (given == NotYetKnown.VALUE) {
            return given;
        }
        if (parameter.schema().fileUrl()) {
            return file(parameter, given);
        }
        Object value = given instanceof ApiResult result ? result.value() : given;
        Schema schema = operation.resolve(parameter.schema());
        if ((schema.isArray() || schema.isObject()) && value instanceof CharSequence text) {
            return readyText(parameter, schema, text.toString());
        }
        return value(schema, parameter.name(), parameter.name(), value, 0);
    }

    /** The address of a file, or a file that becomes one when the call is sent. */
    private Object file(ApiParameter parameter, Object given) {
        if (given instanceof CharSequence text) {
            String address = text.toString().strip();
            if (address.contains("://")) {
                return address;
            }
            String name = secret || address.isEmpty() ? "…" : address.replace("'", "\\'");
            problems.add(Texts.of("{0} takes the address of a file (https://…); to upload one from here write {1}: file('{2}')",
                    parameter.name(), parameter.name(), name));
            return null;
        }
        try {
            if (given instanceof java.io.File file) {
                return LocalFile.of(file.toPath());
            }
            if (given instanceof java.nio.file.Path path) {
                return LocalFile.of(path);
            }
            if (given instanceof byte[] bytes) {
                return LocalFile.of(bytes);
            }
            if (given instanceof java.io.InputStream stream) {
                return LocalFile.of(stream);
            }
        } catch (IllegalArgumentException e) {
            problems.add(Texts.of("{0}: {1}", parameter.name(), e.getMessage()));
            return null;
        }
        if (given == null || given instanceof LocalFile) {
            return given;
        }
        if (given instanceof java.net.URL || given instanceof java.net.URI) {
            return given.toString();
        }
        problems.add(Texts.of("{0} takes a file or its address, not {1}; write {2}: file('…')", parameter.name(), TypeWords.given(given),
                parameter.name()));
        return null;
    }

    /** A list or map that was given as text already: JSON, or for comma lists the joined text. */
    private Object readyText(ApiParameter parameter, Schema schema, String text) {
        String wanted = TypeWords.of(operation, schema);
        if (schema.isArray() && parameter.style() == Style.SIMPLE && !text.strip().startsWith("[")) {
            return text;
        }
        try {
            Object parsed = ExactJson.parse(text);
            if (schema.isArray() ? parsed instanceof List : parsed instanceof Map) {
                // Only to find problems: what is sent is the text, character by character.
                value(schema, parameter.name(), parameter.name(), parsed, 0);
                return parameter.style() == Style.JSON || parameter.style() == Style.NONE && schema.isObject() ? text
                        : value(schema, parameter.name(), parameter.name(), parsed, 0);
            }
        } catch (ExactJson.Malformed e) {
            if (text.strip().startsWith("{") || text.strip().startsWith("[")) {
                problems.add(Texts.of("{0} wants a {1}; the text given is not valid JSON: {2}", parameter.name(), wanted, e.getMessage()));
                return null;
            }
        }
        wrong(parameter.name(), schema, text);
        return null;
    }

    private Object value(Schema unresolved, String path, String timePath, Object given, int depth) {
        Schema schema = operation.resolve(unresolved);
        if (given == null || given == NotYetKnown.VALUE) {
            return given;
        }
        if (depth > FreeValue.DEEPEST) {
            problems.add(Texts.of("{0} is nested too deep, or holds itself", path));
            return null;
        }
        Object value = timed(schema, path, timePath, given);
        if (value == null) {
            return null;
        }
        String type = schema.type() == null ? schema.properties().isEmpty() ? "any" : "object" : schema.type();
        Object sent = switch (type) {
            case "string" -> string(schema, path, timePath, value, depth);
            case "integer" -> number(schema, path, value, true);
            case "number" -> number(schema, path, value, false);
            case "boolean" -> bool(schema, path, value);
            case "array" -> list(schema, path, timePath, value, depth);
            case "object" -> map(schema, path, timePath, value, depth);
            default -> free.plain(path, timePath, value, depth);
        };
        if (sent != null && !schema.enumeration().isEmpty() && !(sent instanceof List) && !(sent instanceof Map)) {
            advise(schema, path, sent.toString());
        }
        return sent;
    }

    /** Times first, since a business date fits a number as well as a text. */
    private Object timed(Schema schema, String path, String timePath, Object given) {
        if (schema.isArray() || schema.isObject()) {
            return given;
        }
        return times.declared(path, timePath, given, schema.isInteger() || schema.isNumber());
    }

    private Object string(Schema schema, String path, String timePath, Object value, int depth) {
        String text;
        if (value instanceof CharSequence || value instanceof Character) {
            text = value.toString();
            if (value instanceof GString joined && joined.getValueCount() == 1 && text.equals(String.valueOf(joined.getValue(0)))
                    && joined.getValue(0) instanceof Number number && NumberCheck.isLost(number)) {
                problems.add(Texts.of("{0} {1}", path, NumberCheck.lost(number)));
                return null;
            }
        } else if (value instanceof Boolean) {
            text = value.toString();
        } else if (value instanceof Number number) {
            if (NumberCheck.isLost(number)) {
                problems.add(Texts.of("{0} {1}", path, secret ? Texts.of("is a floating-point number") : NumberCheck.lost(number)));
                return null;
            }
            text = NumberCheck.plainText(number);
            if (text == null) {
                wrong(path, schema, value);
                return null;
            }
        } else if (value instanceof Enum<?> constant) {
            text = constant.name();
        } else if (value instanceof java.net.URI || value instanceof java.net.URL || value instanceof java.util.UUID) {
            text = value.toString();
        } else if (FreeValue.isContainer(value)) {
            Object plain = free.plain(path, timePath, value, depth);
            if (plain == null || NotYetKnown.in(plain)) {
                return plain;
            }
            try {
                text = ExactJson.write(plain);
            } catch (ExactJson.Malformed e) {
                problems.add(Texts.of("{0}: {1}", path, e.getMessage()));
                return null;
            }
        } else {
            wrong(path, schema, value);
            return null;
        }
        if (schema.minLength() != null && text.length() < schema.minLength()
                || schema.maxLength() != null && text.length() > schema.maxLength()) {
            problems.add(Texts.of("{0} has {1} characters; {2} are allowed", path, text.length(),
                    range(schema.minLength(), schema.maxLength())));
            return null;
        }
        return text;
    }

    private Object number(Schema schema, String path, Object value, boolean whole) {
        NumberCheck.Outcome outcome = whole ? NumberCheck.whole(value, schema.format()) : NumberCheck.any(value);
        if (outcome.problem() != null) {
            problems.add(Texts.of("{0} {1}", path, secret ? Texts.of("does not fit: a number is wanted") : outcome.problem()));
            return null;
        }
        if (outcome.number() == null) {
            wrong(path, schema, value);
            return null;
        }
        java.math.BigDecimal exact = new java.math.BigDecimal(outcome.number().toString());
        if (schema.minimum() != null && exact.compareTo(schema.minimum()) < 0
                || schema.maximum() != null && exact.compareTo(schema.maximum()) > 0) {
            problems.add(Texts.of("{0} is {1}; {2} is allowed", path, exact.toPlainString(), range(schema.minimum(), schema.maximum())));
            return null;
        }
        return outcome.number();
    }

    private Object bool(Schema schema, String path, Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof CharSequence text) {
            String word = text.toString().strip();
            if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
                return word.equalsIgnoreCase("true");
            }
        }
        wrong(path, schema, value);
        return null;
    }

    private Object list(Schema schema, String path, String timePath, Object value, int depth) {
        List<Object> given = FreeValue.elements(value);
        if (given == null) {
            wrong(path, schema, value);
            return null;
        }
        if (schema.minItems() != null && given.size() < schema.minItems()
                || schema.maxItems() != null && given.size() > schema.maxItems()) {
            problems.add(Texts.of("{0} has {1} elements; {2} are allowed", path, given.size(),
                    range(schema.minItems(), schema.maxItems())));
        }
        List<Object> sent = new ArrayList<>();
        Schema element = schema.items() == null ? Schema.ANY : schema.items();
        for (int i = 0; i < given.size(); i++) {
            Object one = value(element, path + "[" + i + "]", timePath + "[]", given.get(i), depth + 1);
            if (one != null) {
                sent.add(one);
            }
        }
        return sent;
    }

    private Object map(Schema schema, String path, String timePath, Object value, int depth) {
        if (!(value instanceof Map<?, ?> map)) {
            wrong(path, schema, value);
            return null;
        }
        Map<String, Object> sent = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            Schema field = schema.properties().get(key);
            if (field == null && schema.additionalProperties() == null && !schema.properties().isEmpty()) {
                List<String> near = NearNames.of(key, schema.properties().keySet());
                notes.add(Texts.of("{0}.{1} is not known{2}", path, key,
                        near.isEmpty() ? "" : Texts.of("; did you mean {0}?", String.join(Texts.of(" or "), near))));
            }
            Schema form = field != null ? field
                    : schema.additionalProperties() != null ? schema.additionalProperties() : Schema.ANY;
            boolean before = secret;
            secret |= SecretNames.isSecret(key);
            Object one = value(form, path + "." + key, timePath + "." + key, entry.getValue(), depth + 1);
            secret = before;
            if (one != null) {
                sent.put(key, one);
            }
        }
        schema.properties().forEach((name, field) -> {
            if (field.required() && (!map.containsKey(name) || map.get(name) == null)) {
                problems.add(Texts.of("{0}.{1} is missing ({2})", path, name, TypeWords.of(operation, field)));
            }
        });
        return sent;
    }

    private void advise(Schema schema, String path, String sent) {
        if (schema.enumeration().contains(sent)) {
            return;
        }
        List<String> near = NearNames.of(sent, schema.enumeration());
        notes.add((secret ? Texts.of("{0} is none of the documented values", path)
                : Texts.of("{0}: '{1}' is none of the documented values", path, sent))
                + (near.isEmpty() ? " (" + String.join(", ", schema.enumeration()) + ")"
                : Texts.of("; did you mean {0}?", String.join(Texts.of(" or "), near))));
    }

    private void wrong(String path, Schema schema, Object value) {
        boolean date = schema.isInteger() && value instanceof CharSequence && (path.endsWith("date") || path.endsWith("Date") || path.endsWith("Time"));
        String hint = schema.isArray() && !FreeValue.isContainer(value) ? Texts.of(": write {0}: [ … ]", path)
                : date ? Texts.of("; a date is written yesterday, today - 7 or '2026-03-15'") : "";
        problems.add(Texts.of("{0} wants a {1}, not {2}{3}", path, TypeWords.of(operation, schema),
                secret ? Texts.of("what was given") : TypeWords.given(value), hint));
    }

    private static String range(Object least, Object most) {
        return least == null ? Texts.of("at most {0}", most) : most == null ? Texts.of("at least {0}", least) : Texts.of("{0} to {1}", least, most);
    }
}
