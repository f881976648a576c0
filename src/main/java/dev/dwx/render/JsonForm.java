package dev.dwx.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** JSON with exact numbers: indented on a terminal, otherwise one line. */
final class JsonForm implements Form {
    @Override
    public String text(Object value, Look look) {
        return write(PlainValue.of(value), look.terminal());
    }

    /** One line of JSON, as it stands in a cell. */
    static String compact(Object plain) {
        return write(plain, false);
    }

    private static String write(Object plain, boolean indented) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            if (indented) {
                DefaultIndenter indent = new DefaultIndenter("  ", "\n");
                DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""));
                printer.indentObjectsWith(indent);
                printer.indentArraysWith(indent);
                json.setPrettyPrinter(printer);
            }
            write(plain, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return escapeHidden(text.toString());
    }

    private static void write(Object plain, JsonGenerator json) throws IOException {
        if (plain instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (plain instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(element, json);
            }
            json.writeEndArray();
        } else if (plain instanceof String string) {
            json.writeString(string);
        } else if (plain instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (plain instanceof Integer integer) {
            json.writeNumber(integer);
        } else if (plain instanceof Long number) {
            json.writeNumber(number);
        } else if (plain instanceof BigInteger number) {
            json.writeNumber(number);
        } else if (plain instanceof BigDecimal number) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
    }

    /** Outside its strings JSON is ASCII, so these can only stand inside one, where the escape means the same. */
    private static String escapeHidden(String json) {
        StringBuilder escaped = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean hide = c != '\n' && VisibleText.hidden(json, i);
            if (hide && escaped == null) {
                escaped = new StringBuilder(json.length() + 16).append(json, 0, i);
            }
            if (hide) {
                VisibleText.appendEscape(escaped, c);
            } else if (escaped != null) {
                escaped.append(c);
            }
        }
        return escaped == null ? json : escaped.toString();
    }
}
