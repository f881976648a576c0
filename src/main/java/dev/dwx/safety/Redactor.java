package dev.dwx.safety;

import dev.dwx.catalog.SecretNames;
import dev.dwx.client.upload.LocalFile;
import dev.dwx.json.ExactJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The one gate that everything passes before it is written or shown anywhere: audit log, history, errors, questions. Secrets are
 * told by the name of what holds them, at any depth, also inside JSON that is held in a text, and by the forms that carry
 * them in free text ({@code user:password@host}, {@code Authorization: …}, {@code ?Signature=…}).
 */
public final class Redactor {
    /** What stands where a secret was. */
    public static final String MASK = "******";

    private Redactor() {
    }

    /** The arguments of a call as they may be shown. The given map is not changed. */
    public static Map<String, Object> arguments(String operation, Map<String, ?> arguments) {
        Map<String, Object> shown = new LinkedHashMap<>();
        arguments.forEach((name, value) -> shown.put(name, argument(operation, name, value)));
        return shown;
    }

    /** One argument of a call as it may be shown. */
    public static Object argument(String operation, String parameter, Object value) {
        if (SecretNames.isSecret(parameter) || "ImportCertificate".equals(operation) && "CertificateFile".equals(parameter)) {
            return value == null ? null : MASK;
        }
        return value instanceof LocalFile ? value.toString() : value(value);
    }

    /** Any value: maps and lists by their keys, texts by what they hold. */
    public static Object value(Object value) {
        return value(value, 0);
    }

    private static Object value(Object value, int depth) {
        if (depth > 64) {
            return MASK;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> shown = new LinkedHashMap<>();
            // {Key: 'password', Value: 'x'} is the other way in which names and values are written.
            boolean pair = false;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String key = String.valueOf(entry.getKey()).toLowerCase(Locale.ROOT);
                pair |= (key.equals("key") || key.equals("name") || key.equals("code") || key.equals("paramname"))
                        && entry.getValue() instanceof CharSequence name && SecretNames.isSecret(name.toString());
            }
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String key = String.valueOf(entry.getKey());
                boolean secret = SecretNames.isSecret(key) || pair && isValueName(key);
                shown.put(text(key), secret && entry.getValue() != null ? MASK : value(entry.getValue(), depth + 1));
            }
            return shown;
        }
        if (value instanceof Iterable<?> list) {
            List<Object> shown = new ArrayList<>();
            for (Object element : list) {
                shown.add(value(element, depth + 1));
            }
            return shown;
        }
        if (value instanceof CharSequence characters) {
            return heldText(characters.toString(), depth);
        }
        return value;
    }

    /** A text that may hold JSON: that is redacted by its keys; else by the forms of free text. */
    private static String heldText(String text, int depth) {
        String stripped = text.strip();
        if (stripped.startsWith("{") || stripped.startsWith("[")) {
            try {
                Object parsed = ExactJson.parse(stripped);
                Object shown = value(parsed, depth + 1);
                return shown.equals(parsed) ? text : ExactJson.write(shown);
            } catch (ExactJson.Malformed e) {
                return SecretText.redact(text);
            }
        }
        return SecretText.redact(text);
    }

    /** Whether a key holds what the key or name beside it names: {@code Value}, {@code ParamValue}, {@code Val}. */
    private static boolean isValueName(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.endsWith("value") || lower.equals("val") || lower.equals("v") || lower.equals("content");
    }

    /** Free text, such as a line of history or an error message. */
    public static String text(String text) {
        return text == null ? null : SecretText.redact(text);
    }

    /** An access key id as it may be shown: its beginning and its end. */
    public static String keyId(String id) {
        if (id == null) {
            return null;
        }
        return id.length() < 12 ? id.length() < 4 ? MASK : id.substring(0, 2) + "…" : id.substring(0, 4) + "…"
                + id.substring(id.length() - 4);
    }
}
