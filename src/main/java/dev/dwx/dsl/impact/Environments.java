package dev.dwx.dsl.impact;

import java.util.Locale;
import java.util.Map;

/** Tells production from development: from a call's arguments, an object's fields, or the context. */
public final class Environments {
    public static final String PROD = "Prod";
    public static final String DEV = "Dev";

    private Environments() {
    }

    /** What these arguments or fields say, also one level down ({@code ConnectionProperties.envType}); {@code null} for nothing. */
    public static String in(Map<String, ?> fields) {
        String own = direct(fields);
        if (own != null) {
            return own;
        }
        for (Object value : fields.values()) {
            if (value instanceof Map<?, ?> inner) {
                String held = direct(inner);
                if (held != null) {
                    return held;
                }
            }
        }
        return null;
    }

    private static String direct(Map<?, ?> fields) {
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            String key = String.valueOf(field.getKey()).toLowerCase(Locale.ROOT);
            if (key.equals("projectenv") || key.equals("envtype") || key.equals("environment")) {
                String found = word(field.getValue());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** {@code PROD} and 1 are production, {@code Development} and 0 are not; {@code null} for anything else. */
    public static String word(Object value) {
        String text = value == null ? "" : value.toString().strip().toLowerCase(Locale.ROOT);
        return text.startsWith("prod") || text.equals("1") ? PROD : text.startsWith("dev") || text.equals("0") ? DEV : null;
    }
}
