package dev.dwx.flowspec.decompile;

import dev.dwx.texts.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A value of a document as a Groovy literal: the same digits, the same kinds of numbers, keys as plain as they can be. */
final class GroovyValue {
    private final int width;

    /** @param width past this many characters a list or map gets a line for each element */
    GroovyValue(int width) {
        this.width = width;
    }

    /** The literal; its elements' lines are indented by so many blanks, those of texts are not. */
    String of(Object value, int indent) {
        StringBuilder line = new StringBuilder();
        if (flat(value, line, Math.max(20, width - indent))) {
            return line.toString();
        }
        String lead = "\n" + " ".repeat(indent + 4);
        List<String> elements = new ArrayList<>();
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, each) -> elements.add(key(String.valueOf(key)) + ": " + of(each, indent + 4)));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            list.forEach(each -> elements.add(of(each, indent + 4)));
        } else {
            return scalar(value);
        }
        return "[" + lead + String.join("," + lead, elements) + "\n" + " ".repeat(indent) + "]";
    }

    /** On one line, or {@code false} where that would be too long. */
    private static boolean flat(Object value, StringBuilder out, int limit) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append('[');
            String between = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(between).append(key(String.valueOf(entry.getKey()))).append(": ");
                if (!flat(entry.getValue(), out, limit)) {
                    return false;
                }
                between = ", ";
            }
            out.append(']');
        } else if (value instanceof List<?> list) {
            out.append('[');
            String between = "";
            for (Object each : list) {
                out.append(between);
                if (!flat(each, out, limit)) {
                    return false;
                }
                between = ", ";
            }
            out.append(']');
        } else {
            String scalar = scalar(value);
            if (scalar.indexOf('\n') >= 0) {
                return false;
            }
            out.append(scalar);
        }
        return out.length() <= limit;
    }

    private static String scalar(Object value) {
        if (value == null || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof CharSequence text) {
            return GroovyText.of(text.toString());
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Map<?, ?>) {
            return "[:]";
        }
        throw new IllegalArgumentException(Texts.of("a {0} has no place in a document", value.getClass().getName()));
    }

    private static String number(Number number) {
        if (number instanceof BigDecimal decimal) {
            String text = decimal.toString();
            // Without a point or an exponent it would be a whole number.
            return text.indexOf('.') < 0 && text.indexOf('E') < 0 ? text + "E0" : text;
        }
        if (number instanceof BigInteger integer && integer.bitLength() < 64) {
            return integer + "G";
        }
        if (number instanceof Long whole && whole.intValue() == whole) {
            return whole + "L";
        }
        return number.toString();
    }

    /** A key of a map, or the name of an argument. */
    static String key(String key) {
        return isPlain(key) ? key : GroovyText.of(key);
    }

    private static boolean isPlain(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !key.isEmpty() && !key.equals("true") && !key.equals("false") && !key.equals("null");
    }
}
