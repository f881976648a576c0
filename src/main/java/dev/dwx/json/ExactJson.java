package dev.dwx.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON that loses nothing: order is kept, integers of any size stay integers, decimals keep their scale, and no
 * number ever becomes a double on the way in. The vendor's own parser turns every number of a root array into a
 * double and fails beyond 2<sup>63</sup>, which is why answers are read as text and parsed here.
 *
 * <p>Read: objects are {@link LinkedHashMap}s (of duplicate keys the last wins), arrays {@link ArrayList}s, numbers
 * {@link Integer}, {@link Long}, {@link BigInteger} or {@link BigDecimal}. Written: the same, and any character
 * sequence, array, iterable, enum or number besides. Neither way goes deeper than {@value #MAX_DEPTH} levels.
 */
public final class ExactJson {
    /** How deep a document may nest. */
    public static final int MAX_DEPTH = 400;

    private static final int MAX_DIGITS = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(MAX_DIGITS)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private ExactJson() {
    }

    /** A text that is no JSON, or a value that has no JSON form. The message never quotes the text itself. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Malformed(String message) {
            super(message);
        }
    }

    /**
     * Reads one whole document.
     *
     * @throws Malformed when the text is not exactly one JSON value, or nests too deep
     */
    public static Object parse(String text) {
        int start = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
        try (JsonParser parser = JSON.createParser(start == 0 ? text : text.substring(start))) {
            if (parser.nextToken() == null) {
                throw new Malformed("empty text is no JSON");
            }
            Object value = read(parser);
            if (parser.nextToken() != null) {
                throw new Malformed("more text after the JSON value, " + place(parser));
            }
            return value;
        } catch (JsonProcessingException e) {
            // A breach of a limit has no place.
            throw new Malformed(e.getLocation() == null ? "not JSON that can be read: nested too deep or too long"
                    : "not JSON, line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr());
        } catch (IOException | ArithmeticException | NumberFormatException e) {
            throw new Malformed("not JSON: a number out of every range, or unreadable text");
        }
    }

    /** What a text holds as JSON, or something else where it is none. */
    public static Object parseOr(String text, Object otherwise) {
        try {
            return parse(text);
        } catch (Malformed e) {
            return otherwise;
        }
    }

    private static String place(JsonParser parser) {
        return "line " + parser.currentLocation().getLineNr() + ", column " + parser.currentLocation().getColumnNr();
    }

    private static Object read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT: {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, read(parser));
                }
                return map;
            }
            case START_ARRAY: {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(parser));
                }
                return list;
            }
            case VALUE_STRING:
                return parser.getText();
            case VALUE_NUMBER_INT:
                return parser.getNumberValue();
            case VALUE_NUMBER_FLOAT:
                return parser.getDecimalValue();
            case VALUE_TRUE:
                return Boolean.TRUE;
            case VALUE_FALSE:
                return Boolean.FALSE;
            case VALUE_NULL:
                return null;
            default:
                throw new Malformed("not JSON, " + place(parser));
        }
    }

    /**
     * Writes a value without blanks; characters that matter to HTML are not escaped.
     *
     * @throws Malformed for a value that has no JSON form: not-a-number, an infinite number, a map key that is
     *     {@code null}, an object of an unknown kind, or nesting (perhaps endless) beyond the limit
     */
    public static String write(Object value) {
        return write(value, false);
    }

    /**
     * Writes a value for people and for files that are compared line by line: two blanks for each level, lines ended by {@code \n}.
     *
     * @throws Malformed for a value that has no JSON form
     */
    public static String writeIndented(Object value) {
        return write(value, true);
    }

    private static String write(Object value, boolean indented) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(out)) {
            if (indented) {
                DefaultIndenter indent = new DefaultIndenter("  ", "\n");
                DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER).withObjectEmptySeparator("").withArrayEmptySeparator(""));
                printer.indentObjectsWith(indent);
                printer.indentArraysWith(indent);
                generator.setPrettyPrinter(printer);
            }
            write(generator, value, 0);
        } catch (JsonProcessingException e) {
            throw new Malformed("has no JSON form: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Malformed("has no JSON form");
        }
        return out.toString();
    }

    private static void write(JsonGenerator out, Object value, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new Malformed("nested more than " + MAX_DEPTH + " levels deep, perhaps in itself");
        }
        if (value == null) {
            out.writeNull();
        } else if (value instanceof CharSequence || value instanceof Character) {
            out.writeString(value.toString());
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Number number) {
            writeNumber(out, number);
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (entry.getKey() == null) {
                    throw new Malformed("a key of a map is null");
                }
                out.writeFieldName(entry.getKey().toString());
                write(out, entry.getValue(), depth + 1);
            }
            out.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            out.writeStartArray();
            for (Object element : list) {
                write(out, element, depth + 1);
            }
            out.writeEndArray();
        } else if (value.getClass().isArray()) {
            out.writeStartArray();
            for (int i = 0; i < Array.getLength(value); i++) {
                write(out, Array.get(value, i), depth + 1);
            }
            out.writeEndArray();
        } else if (value instanceof Enum<?> constant) {
            out.writeString(constant.name());
        } else {
            throw new Malformed("a " + value.getClass().getName() + " has no JSON form");
        }
    }

    private static void writeNumber(JsonGenerator out, Number number) throws IOException {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            out.writeNumber(number.longValue());
        } else if (number instanceof BigInteger integer) {
            out.writeNumber(integer);
        } else if (number instanceof BigDecimal decimal) {
            out.writeNumber(decimal);
        } else if (number instanceof Double || number instanceof Float) {
            double real = number.doubleValue();
            if (Double.isNaN(real) || Double.isInfinite(real)) {
                throw new Malformed(number + " has no JSON form");
            }
            out.writeNumber(new BigDecimal(number.toString()));
        } else {
            throw new Malformed("a " + number.getClass().getName() + " has no JSON form");
        }
    }
}
