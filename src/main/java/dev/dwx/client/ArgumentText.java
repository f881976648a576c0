package dev.dwx.client;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Schema;
import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Turns one argument into plain values and text. An integer is digits and never passes through a double; what has no
 * certain text form is refused rather than sent as whatever {@code toString} gives (the vendor's library sends
 * {@code [I@1753acfe} for an array).
 */
final class ArgumentText {
    private static final int MAX_DIGITS = 1000;

    private final ApiOperation operation;
    private final String parameter;

    ArgumentText(ApiOperation operation, String parameter) {
        this.operation = operation;
        this.parameter = parameter;
    }

    /**
     * The value as strings, exact numbers, Booleans, lists and ordered maps of these; {@code null} stays
     * {@code null}. Fields that the schema knows are held to its type.
     */
    Object plain(Object value, Schema schema) {
        return plain(value, schema, 0);
    }

    private Object plain(Object value, Schema declared, int depth) {
        if (depth > ExactJson.MAX_DEPTH) {
            throw refused(Texts.of("is nested more than {0} levels deep, perhaps in itself", ExactJson.MAX_DEPTH));
        }
        Schema schema = declared == null ? null : operation.resolve(declared);
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof UUID
                || value instanceof URI) {
            return whole(value.toString());
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Number number) {
            return number(number, schema);
        }
        if (value instanceof byte[] bytes) {
            return decoded(bytes);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (entry.getKey() == null) {
                    throw refused(Texts.of("has a map key that is null"));
                }
                String name = whole(entry.getKey().toString());
                copy.put(name, plain(entry.getValue(), field(schema, name), depth + 1));
            }
            return copy;
        }
        Schema items = schema == null ? null : schema.items();
        if (value instanceof Iterable<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object element : list) {
                copy.add(plain(element, items, depth + 1));
            }
            return copy;
        }
        if (value.getClass().isArray()) {
            List<Object> copy = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                copy.add(plain(Array.get(value, i), items, depth + 1));
            }
            return copy;
        }
        throw refused(Texts.of("is a {0}, which has no certain form in a request; give a text, number, Boolean, list or map",
                value.getClass().getName()));
    }

    private static Schema field(Schema schema, String name) {
        if (schema == null) {
            return null;
        }
        Schema field = schema.properties().get(name);
        return field == null ? schema.additionalProperties() : field;
    }

    private Object number(Number number, Schema schema) {
        if (number instanceof Integer || number instanceof Long || number instanceof BigInteger) {
            return number;
        }
        if (number instanceof Short || number instanceof Byte) {
            return number.intValue();
        }
        boolean integer = schema != null && schema.isInteger();
        if (number instanceof BigDecimal decimal) {
            return integer ? integral(decimal) : decimal;
        }
        if (number instanceof Double || number instanceof Float) {
            double real = number.doubleValue();
            if (Double.isNaN(real) || Double.isInfinite(real)) {
                throw refused(Texts.of("is {0}, which is no number that can be sent", number));
            }
            if (integer) {
                throw refused(Texts.of("is the floating number {0}, which may have lost digits; give a whole number or its digits as text",
                        number));
            }
            return new BigDecimal(number.toString());
        }
        throw refused(Texts.of("is a {0}; give an Integer, Long, BigInteger or BigDecimal", number.getClass().getName()));
    }

    private BigInteger integral(BigDecimal decimal) {
        if (Math.abs((long) decimal.scale()) > MAX_DIGITS || decimal.precision() > MAX_DIGITS) {
            throw refused(Texts.of("is a number of more than {0} digits", MAX_DIGITS));
        }
        try {
            return decimal.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw refused(Texts.of("is {0}, and a whole number is needed", decimal.toPlainString()));
        }
    }

    /** A scalar as text, held to the declared type. {@code plain} has been through {@link #plain}. */
    String scalar(Object plain, Schema declared) {
        Schema schema = declared == null ? Schema.ANY : operation.resolve(declared);
        if (schema.isInteger()) {
            return integerText(plain);
        }
        if (schema.isNumber()) {
            return numberText(plain);
        }
        if (schema.isBoolean()) {
            return booleanText(plain);
        }
        return text(plain);
    }

    /** A scalar as text, whatever its type. */
    String text(Object plain) {
        if (plain instanceof BigDecimal decimal) {
            return decimalText(decimal);
        }
        if (plain instanceof Map || plain instanceof List) {
            throw refused(Texts.of("holds a list or map where a single value is needed"));
        }
        return plain.toString();
    }

    private String integerText(Object plain) {
        if (plain instanceof Integer || plain instanceof Long || plain instanceof BigInteger) {
            return plain.toString();
        }
        if (plain instanceof BigDecimal decimal) {
            return integral(decimal).toString();
        }
        if (plain instanceof String text && isDigits(text)) {
            return text;
        }
        throw refused(Texts.of("is {0}, and a whole number is needed", shown(plain)));
    }

    private String numberText(Object plain) {
        if (plain instanceof BigDecimal decimal) {
            return decimalText(decimal);
        }
        if (plain instanceof Number) {
            return plain.toString();
        }
        if (plain instanceof String text && text.length() <= MAX_DIGITS) {
            try {
                new BigDecimal(text);
                return text;
            } catch (NumberFormatException e) {
                // Told below, in words.
            }
        }
        throw refused(Texts.of("is {0}, and a number is needed", shown(plain)));
    }

    private String decimalText(BigDecimal decimal) {
        return Math.abs((long) decimal.scale()) > MAX_DIGITS ? decimal.toString() : decimal.toPlainString();
    }

    private String booleanText(Object plain) {
        String text = plain.toString();
        if (plain instanceof Boolean || plain instanceof String
                && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
            return text.equalsIgnoreCase("true") ? "true" : "false";
        }
        throw refused(Texts.of("is {0}, and true or false is needed", shown(plain)));
    }

    /** The value as JSON text; a text is taken for ready JSON and passes unchanged. */
    String json(Object plain) {
        if (plain instanceof String text) {
            return text;
        }
        try {
            return ExactJson.write(plain);
        } catch (ExactJson.Malformed e) {
            throw refused(e.getMessage());
        }
    }

    /** The elements joined; a text is taken for already joined. An element that holds the delimiter is refused. */
    String joined(Object plain, String delimiter, String delimiterName, Schema items) {
        if (!(plain instanceof List<?> list)) {
            if (plain instanceof Map) {
                throw refused(Texts.of("is a map, and a list is needed"));
            }
            return text(plain);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == null) {
                throw refused(Texts.of("has an empty element, number {0}", i + 1));
            }
            String element = scalar(list.get(i), items);
            if (element.contains(delimiter)) {
                throw refused(Texts.of("has the element {0} with a {1} in it; this parameter joins its elements with that sign, so it"
                        + " cannot be sent", shown(element), delimiterName));
            }
            out.append(i == 0 ? "" : delimiter).append(element);
        }
        return out.toString();
    }

    /** A text that has an exact UTF-8 form, that is without half a surrogate pair. */
    String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw refused(Texts.of("holds half a character (a lone surrogate at place {0}), which cannot be sent unharmed", i + 1));
            }
        }
        return text;
    }

    private String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw refused(Texts.of("holds bytes that are no UTF-8 text"));
        }
    }

    static boolean isDigits(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start;
    }

    private static String shown(Object value) {
        if (value instanceof Map) {
            return Texts.of("a map");
        }
        if (value instanceof List) {
            return Texts.of("a list");
        }
        String text = value.toString();
        String start = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return value instanceof String ? "'" + start + "'" : start;
    }

    ArgumentRefused refused(String problem) {
        return new ArgumentRefused(parameter, problem);
    }
}
