package dev.dwx.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of GitHub's Markdown. A map is a table of fields and values. What Markdown or HTML would read as its own is escaped, so
 * that a name shows as it is; a line end inside a cell is {@code <br>}.
 */
final class MarkdownForm implements Form {
    private static final String SPECIAL = "\\`*_[]<>#|~&";

    private final LocalTimes times;

    MarkdownForm(LocalTimes times) {
        this.times = times;
    }

    @Override
    public String text(Object value, Look look) {
        Object plain = times.everything(value);
        if (plain == null) {
            return "";
        }
        String text = plain instanceof List<?> list ? table(list) : plain instanceof Map<?, ?> map ? fields(map) : escaped(Fields.scalar(plain));
        return look.terminal() ? VisibleText.lines(text, look) : text;
    }

    private static String fields(Map<?, ?> map) {
        List<Map<String, Object>> rows = new ArrayList<>();
        map.forEach((key, value) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("Field", key);
            row.put("Value", value);
            rows.add(row);
        });
        return rows.isEmpty() ? "" : table(rows);
    }

    private static String table(List<?> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        List<String> keys = Listing.keys(rows);
        boolean single = keys.isEmpty() || !Listing.allMaps(rows);
        List<String> columns = single ? List.of("value") : Listing.idAndNameFirst(keys);
        StringBuilder text = new StringBuilder("|");
        columns.forEach(column -> text.append(' ').append(escaped(column)).append(" |"));
        text.append("\n|");
        for (String column : columns) {
            text.append(!single && Grid.isNumeric(rows, column) ? " ---: |" : " --- |");
        }
        for (Object row : rows) {
            text.append("\n|");
            for (String column : columns) {
                Object cell = single ? row : ((Map<?, ?>) row).get(column);
                text.append(' ').append(cell(cell)).append(" |");
            }
        }
        return text.toString();
    }

    private static String cell(Object plain) {
        return escaped(PlainValue.isScalar(plain) ? Fields.scalar(plain) : JsonForm.compact(plain));
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                escaped.append("<br>");
            } else if (c != '\r') {
                escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }
}
