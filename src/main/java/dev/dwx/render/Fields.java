package dev.dwx.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One object, a line for each key; nested maps and lists stand below their key, further in. */
final class Fields {
    private static final int GAP = 2;
    private static final int STEP = 2;
    private static final int DEEPEST = 8;
    private static final int LEAST_ROOM = 16;
    /** Beyond this the exponent is kept: 1E+999999 is seven characters, not a million. */
    private static final int LONGEST_SCALE = 60;

    private final Look look;

    Fields(Look look) {
        this.look = look;
    }

    /** With everything in it. */
    List<String> lines(Map<?, ?> map, int indent) {
        List<String> lines = new ArrayList<>();
        add(lines, map, indent, 0);
        return lines;
    }

    /** Nested values folded to one line each: for a row among others. */
    List<String> foldedLines(Map<?, ?> map, int indent) {
        List<String> lines = new ArrayList<>();
        add(lines, map, indent, DEEPEST);
        return lines;
    }

    private void add(List<String> lines, Map<?, ?> map, int indent, int depth) {
        int keyWidth = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (depth >= DEEPEST || onOneLine(entry.getValue())) {
                keyWidth = Math.max(keyWidth, DisplayWidth.of(key(entry)));
            }
        }
        if (look.terminal()) {
            keyWidth = Math.min(keyWidth, Math.max(0, look.width() - indent - GAP - LEAST_ROOM));
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object value = entry.getValue();
            if (depth >= DEEPEST && !PlainValue.isScalar(value)) {
                int room = look.width() - indent - keyWidth - GAP;
                addText(lines, entry, folded(value, room, look), indent, keyWidth);
            } else if (onOneLine(value)) {
                String text = PlainValue.isScalar(value) ? scalar(value) : inline(value);
                addText(lines, entry, value == null ? "null" : VisibleText.line(text, look), indent, keyWidth);
            } else {
                lines.add(" ".repeat(indent) + look.heading(key(entry)));
                addNested(lines, value, indent + STEP, depth);
            }
        }
    }

    private void addNested(List<String> lines, Object value, int indent, int depth) {
        if (value instanceof Map<?, ?> map) {
            add(lines, map, indent, depth + 1);
        } else if (value instanceof List<?> list) {
            lines.addAll(TableForm.list(list, indent, false, look));
        } else {
            for (String line : VisibleText.lines(scalar(value), look).split("\n", -1)) {
                addWrapped(lines, " ".repeat(indent), indent, line.replace("\t", "    "));
            }
        }
    }

    /** Several lines of text (a script, a log) are read as lines; anything short stands beside its key. */
    private boolean onOneLine(Object value) {
        if (value instanceof String text) {
            return text.indexOf('\n') < 0;
        }
        return PlainValue.isScalar(value) || inline(value) != null;
    }

    private static String inline(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? "{}" : null;
        }
        return ((List<?>) value).isEmpty() ? "[]" : null;
    }

    private void addText(List<String> lines, Map.Entry<?, ?> entry, String text, int indent, int keyWidth) {
        String key = key(entry);
        StringBuilder line = new StringBuilder(" ".repeat(indent)).append(look.heading(key));
        int used = DisplayWidth.of(key);
        if (used > keyWidth) {
            lines.add(line.toString());
            line.setLength(0);
            used = -indent;
        }
        DisplayWidth.pad(line, keyWidth - used + GAP);
        int start = indent + keyWidth + GAP;
        if (Listing.isId(key)) {
            lines.add(line.append(text).toString().stripTrailing());
        } else if (entry.getValue() == null) {
            lines.add(line.append(look.nothing()).toString());
        } else if (StatusWords.namesStatus(key) && DisplayWidth.of(text) <= look.width() - start) {
            lines.add(line.append(look.status(key, text)).toString().stripTrailing());
        } else {
            addWrapped(lines, line.toString(), start, text);
        }
    }

    /** On a terminal, text that is longer than the window goes on below its own beginning. */
    private void addWrapped(List<String> lines, String lead, int start, String text) {
        int room = Math.max(LEAST_ROOM, look.width() - start);
        if (!look.terminal() || DisplayWidth.of(text) <= room) {
            lines.add((lead + text).stripTrailing());
            return;
        }
        String rest = text;
        String before = lead;
        while (!rest.isEmpty()) {
            String piece = rest.substring(0, DisplayWidth.fitting(rest, 0, room));
            if (piece.isEmpty()) {
                piece = rest;
            }
            lines.add((before + piece).stripTrailing());
            rest = rest.substring(piece.length());
            before = " ".repeat(start);
        }
    }

    private String key(Map.Entry<?, ?> entry) {
        return VisibleText.line((String) entry.getKey(), look);
    }

    /** A nested value on one line, cut on a terminal. */
    static String folded(Object plain, int room, Look look) {
        String text = VisibleText.line(PlainValue.isScalar(plain) ? scalar(plain) : JsonForm.compact(plain), look);
        return look.terminal() ? DisplayWidth.cut(text, Math.max(LEAST_ROOM, room), look.ellipsis()) : text;
    }

    /** The text of a scalar; nothing for {@code null}. */
    static String scalar(Object plain) {
        if (plain == null) {
            return "";
        }
        boolean plainDigits = plain instanceof BigDecimal number && Math.abs(number.scale()) <= LONGEST_SCALE;
        return plainDigits ? ((BigDecimal) plain).toPlainString() : plain.toString();
    }
}
