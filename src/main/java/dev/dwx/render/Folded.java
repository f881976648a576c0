package dev.dwx.render;

import java.util.List;
import java.util.Map;

/**
 * A nested value on one line of a table: short ones as JSON, long ones as what they hold: {@code {5 fields} orders_odps},
 * {@code [3] ods_orders, ods_users, …}. Where nobody looks all is written out, since a program cannot open it.
 */
final class Folded {
    private static final int SHORT = 24;
    private static final int NAMES = 3;

    private Folded() {
    }

    /** The text of a cell. */
    static String cell(Object plain, Look look) {
        if (PlainValue.isScalar(plain)) {
            return VisibleText.line(Fields.scalar(plain), look);
        }
        String json = JsonForm.compact(plain);
        return VisibleText.line(!look.terminal() || DisplayWidth.of(json) <= SHORT ? json : summary(plain, look), look);
    }

    /** What it holds, in a few words. */
    static String summary(Object plain, Look look) {
        if (plain instanceof Map<?, ?> map) {
            String name = name(map);
            return (map.size() == 1 ? "{1 field}" : "{" + map.size() + " fields}") + (name == null ? "" : " " + name);
        }
        List<?> list = (List<?>) plain;
        StringBuilder text = new StringBuilder("[").append(list.size()).append(']');
        int told = 0;
        for (Object element : list) {
            String name = element instanceof Map<?, ?> map ? name(map) : PlainValue.isScalar(element) ? Fields.scalar(element) : null;
            if (name == null) {
                return told == 0 ? text.toString() : text.append(", ").append(look.ellipsis()).toString();
            }
            text.append(told == 0 ? " " : ", ");
            if (told++ == NAMES) {
                return text.append(look.ellipsis()).toString();
            }
            text.append(DisplayWidth.cut(name, SHORT, look.ellipsis()));
        }
        return text.toString();
    }

    /** What a thing is called: its name, else its id. */
    private static String name(Map<?, ?> map) {
        Object found = null;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = (String) entry.getKey();
            boolean scalar = entry.getValue() != null && PlainValue.isScalar(entry.getValue());
            if (scalar && key.equalsIgnoreCase("name")) {
                return Fields.scalar(entry.getValue());
            }
            boolean better = scalar && (Listing.isName(key) || found == null && Listing.isId(key));
            found = better ? entry.getValue() : found;
        }
        return found == null ? null : Fields.scalar(found);
    }
}
