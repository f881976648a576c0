package dev.dwx.render;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Everything inside everything:
 *
 * <pre>
 *   items
 *   └─ 0
 *      ├─ Id: 10001
 *      └─ Name: orders_dw
 * </pre>
 *
 * Texts of several lines go on below their beginning. Without Unicode the lines are drawn with {@code |}, {@code +} and {@code `}.
 */
final class TreeForm implements Form {
    private final LocalTimes times;

    TreeForm(LocalTimes times) {
        this.times = times;
    }

    @Override
    public String text(Object value, Look look) {
        Object plain = times.everything(value);
        if (plain == null) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        if (PlainValue.isScalar(plain)) {
            return VisibleText.lines(Fields.scalar(plain), look);
        }
        if (isEmpty(plain)) {
            return plain instanceof Map ? "{}" : "[]";
        }
        add(lines, plain, "", look);
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, Object container, String lead, Look look) {
        Iterator<? extends Map.Entry<?, ?>> entries = entries(container).entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            boolean last = !entries.hasNext();
            String branch = look.unicode() ? last ? "└─ " : "├─ " : last ? "`- " : "|- ";
            String below = lead + (last ? "   " : look.unicode() ? "│  " : "|  ");
            String rawKey = entry.getKey().toString();
            String key = look.remark(lead + branch) + look.heading(VisibleText.line(rawKey, look));
            Object value = entry.getValue();
            if (PlainValue.isScalar(value)) {
                addScalar(lines, key, rawKey, value, below, look);
            } else if (isEmpty(value)) {
                lines.add(key + ": " + (value instanceof Map ? "{}" : "[]"));
            } else {
                lines.add(key);
                add(lines, value, below, look);
            }
        }
    }

    private static void addScalar(List<String> lines, String key, String rawKey, Object value, String below, Look look) {
        if (value == null) {
            lines.add(key + ": " + look.nothing());
            return;
        }
        String[] parts = VisibleText.lines(Fields.scalar(value), look).split("\n", -1);
        lines.add((key + ": " + look.status(rawKey, parts.length > 1 ? "" : parts[0])).stripTrailing());
        for (int i = 0; parts.length > 1 && i < parts.length; i++) {
            lines.add((look.remark(below) + parts[i].replace("\t", "    ")).stripTrailing());
        }
    }

    private static Map<?, ?> entries(Object container) {
        if (container instanceof Map<?, ?> map) {
            return map;
        }
        Map<Integer, Object> numbered = new java.util.LinkedHashMap<>();
        for (Object element : (List<?>) container) {
            numbered.put(numbered.size(), element);
        }
        return numbered;
    }

    private static boolean isEmpty(Object plain) {
        return plain instanceof Map<?, ?> map ? map.isEmpty() : ((List<?>) plain).isEmpty();
    }
}
