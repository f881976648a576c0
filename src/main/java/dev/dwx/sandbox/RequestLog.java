package dev.dwx.sandbox;

import dev.dwx.catalog.SecretNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The last calls that a sandbox answered, oldest first. Secrets are masked before they get in. Thread-safe. */
public final class RequestLog {
    private static final int LONGEST_VALUE = 4000;

    private final int capacity;
    private final Consumer<RequestLogEntry> listener;
    private final ArrayDeque<RequestLogEntry> entries = new ArrayDeque<>();

    RequestLog(int capacity, Consumer<RequestLogEntry> listener) {
        this.capacity = capacity;
        this.listener = listener;
    }

    /** What is remembered, oldest first. */
    public synchronized List<RequestLogEntry> entries() {
        return new ArrayList<>(entries);
    }

    /** The calls of one operation that are remembered, oldest first. */
    public synchronized List<RequestLogEntry> of(String operation) {
        List<RequestLogEntry> found = new ArrayList<>();
        for (RequestLogEntry entry : entries) {
            if (operation.equals(entry.operation())) {
                found.add(entry);
            }
        }
        return found;
    }

    /** The newest entry, or {@code null} when there is none. */
    public synchronized RequestLogEntry last() {
        return entries.peekLast();
    }

    public synchronized void clear() {
        entries.clear();
    }

    void add(RequestLogEntry entry) {
        synchronized (this) {
            if (capacity > 0) {
                if (entries.size() == capacity) {
                    entries.removeFirst();
                }
                entries.addLast(entry);
            }
        }
        listener.accept(entry);
    }

    /** Names and values with secrets masked, those of the protocol left out. */
    static Map<String, String> redact(List<Map.Entry<String, String>> pairs) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Map.Entry<String, String> pair : pairs) {
            if (!RequestParameters.isCommon(pair.getKey())) {
                shown.put(pair.getKey(), SecretNames.isSecret(pair.getKey()) ? "***" : mask(pair.getValue()));
            }
        }
        return shown;
    }

    private static String mask(String value) {
        String shown = value;
        try {
            if (value.startsWith("{") || value.startsWith("[")) {
                Object parsed = JsonText.read(value);
                Object masked = masked(parsed);
                shown = masked.equals(parsed) ? value : JsonText.write(masked);
            } else if (hints(value)) {
                shown = hidden(value);
            }
        } catch (IllegalArgumentException e) {
            // No JSON to look into, and perhaps a secret in what was to be some.
            shown = hidden(value);
        }
        return shown.length() <= LONGEST_VALUE ? shown : shown.substring(0, LONGEST_VALUE) + "…";
    }

    private static boolean hints(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("passw") || lower.contains("secret") || lower.contains("token")
                || lower.contains("accesskey") || lower.contains("privatekey");
    }

    private static String hidden(String value) {
        return "*** (" + value.length() + " characters)";
    }

    private static Object masked(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, inner) ->
                    copy.put(name.toString(), SecretNames.isSecret(name.toString()) ? "***" : masked(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(masked(element)));
            return copy;
        }
        return value instanceof String text ? mask(text) : value;
    }
}
