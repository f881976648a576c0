package dev.dwx.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all rows of a listing have in common. Where the rows are too wide for the window this is said once below them,
 * so that a listing of one project's night is not mostly {@code ProjectId 10001}; so is a column that repeats another
 * ({@code Owner = CreateUser}). Nothing is lost. Columns that are empty in all rows are left out.
 */
final class CommonFields {
    private static final String LEAD = "all rows: ";
    private static final String BETWEEN = " · ";
    private static final int LONGEST = 40;
    private static final int LEAST_TELLING = 6;

    private final List<String> varying = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final Look look;

    private CommonFields(Look look) {
        this.look = look;
    }

    /**
     * Looks for them among the keys.
     *
     * @param rows maps; of a single row nothing is common
     */
    static CommonFields of(List<?> rows, List<String> keys, Look look) {
        CommonFields common = of(rows, keys, look, Set.of());
        common.sayRepeated(rows);
        return common;
    }

    /**
     * Of rows that stand for more; no column is left out because it repeats another.
     *
     * @param varying keys whose values differ elsewhere
     */
    static CommonFields of(List<?> rows, List<String> keys, Look look, Set<String> varying) {
        CommonFields common = new CommonFields(look);
        for (String key : keys) {
            Object first = cell(rows.get(0), key);
            boolean same = rows.size() > 1 && !Listing.recognises(key) && !varying.contains(key);
            for (int i = 1; same && i < rows.size(); i++) {
                same = first == null ? cell(rows.get(i), key) == null : first.equals(cell(rows.get(i), key));
            }
            String text = same && first != null ? text(key, first, look) : null;
            if (!same && (varying.contains(key) || !emptyEverywhere(rows, key)) || same && first != null && text == null) {
                common.varying.add(key);
            } else if (text != null) {
                common.texts.add(text);
            }
        }
        return common;
    }

    private void sayRepeated(List<?> rows) {
        for (String key : List.copyOf(varying)) {
            String other = Listing.recognises(key) || rows.size() < 2 ? null : repeated(key, rows);
            if (other != null) {
                varying.remove(key);
                texts.add(VisibleText.line(key + " = " + other, look));
            }
        }
    }

    /** The column that this one says again, a name rather than a text about it. */
    private String repeated(String key, List<?> rows) {
        for (String other : varying) {
            boolean earlier = varying.indexOf(other) < varying.indexOf(key) && !Listing.isFreeText(other);
            if ((earlier || Listing.isFreeText(key) && Listing.isName(other)) && equalEverywhere(key, other, rows)) {
                return other;
            }
        }
        return null;
    }

    /** Only of what cannot be alike by chance, as two switches or counts can. */
    private static boolean equalEverywhere(String key, String other, List<?> rows) {
        for (Object row : rows) {
            Object cell = cell(row, key);
            boolean telling = cell != null && PlainValue.isScalar(cell) && Fields.scalar(cell).length() >= LEAST_TELLING;
            if (!telling || !cell.equals(cell(row, other))) {
                return false;
            }
        }
        return true;
    }

    /** The keys whose values tell the rows apart. */
    List<String> varying() {
        return varying;
    }

    /** The line or lines about the rest; none when there is nothing in common. */
    List<String> lines(int indent) {
        List<String> lines = new ArrayList<>();
        String between = look.unicode() ? BETWEEN : " | ";
        StringBuilder line = new StringBuilder(LEAD);
        boolean fresh = true;
        for (String text : texts) {
            int length = DisplayWidth.of(line.toString()) + (fresh ? 0 : between.length()) + DisplayWidth.of(text);
            if (!fresh && look.terminal() && indent + length > look.width()) {
                lines.add(" ".repeat(indent) + look.remark(line.toString()));
                line = new StringBuilder(" ".repeat(LEAD.length()));
                fresh = true;
            }
            line.append(fresh ? "" : between).append(text);
            fresh = false;
        }
        if (!texts.isEmpty()) {
            lines.add(" ".repeat(indent) + look.remark(line.toString()));
        }
        return lines;
    }

    /** {@code null} when it is too long to be said in passing. */
    private static String text(String key, Object value, Look look) {
        String text = PlainValue.isScalar(value) ? Fields.scalar(value) : JsonForm.compact(value);
        boolean brief = text.length() <= LONGEST && DisplayWidth.of(text) <= LONGEST;
        return brief ? VisibleText.line(key + " " + text, look) : null;
    }

    private static boolean emptyEverywhere(List<?> rows, String key) {
        for (Object row : rows) {
            if (cell(row, key) != null) {
                return false;
            }
        }
        return true;
    }

    /** Nothing, an empty text and an empty list all tell as little. */
    static Object cell(Object row, String key) {
        Object value = ((Map<?, ?>) row).get(key);
        return isEmpty(value) ? null : value;
    }

    static boolean isEmpty(Object value) {
        return value == null || value instanceof String text && text.isEmpty() || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }
}
