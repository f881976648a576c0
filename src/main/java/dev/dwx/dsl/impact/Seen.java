package dev.dwx.dsl.impact;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One object as a read showed it, or why it could not be read.
 *
 * @param id what the call names it by; {@code null} when the call names nothing
 * @param noun what it is
 * @param by the read
 * @param question the read's arguments
 * @param fields the object's fields; empty when it was not read
 * @param trouble why it was not read, or {@code null}
 */
public record Seen(Object id, String noun, ApiOperation by, Map<String, Object> question, Map<String, Object> fields,
        String trouble) {

    /** Whether there is an object to show. */
    public boolean found() {
        return trouble == null && !fields.isEmpty();
    }

    /** Its name, or {@code null}. */
    public String name() {
        for (String key : new String[] {"Name", noun + "Name", "DisplayName", "Title", noun + "Path"}) {
            if (fields.get(key) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        List<String> names = new ArrayList<>();
        fields.forEach((key, value) -> {
            String kind = key.endsWith("Name") ? key.substring(0, key.length() - 4) : "";
            // GetTaskInstance says TaskName, GetDIJob JobName, a member's read UserName; GetFile keeps FileName one level down.
            boolean own = !kind.isEmpty() && (noun.startsWith(kind) || noun.endsWith(kind) || kind.equals("User"));
            if (own && value instanceof String text && !text.isBlank()) {
                names.add(text);
            } else if (key.equals(noun) && value instanceof Map<?, ?> inner && inner.get(noun + "Name") instanceof String text) {
                names.add(text);
            }
        });
        return names.isEmpty() ? null : names.get(0);
    }

    /** Account id of its owner, or {@code null}. */
    public String owner() {
        for (String key : new String[] {"Owner", "OwnerId", "OwnerUserId"}) {
            if (fields.get(key) != null) {
                return fields.get(key).toString();
            }
        }
        return null;
    }

    /** {@code Prod}, {@code Dev}, or {@code null} when the object does not say. */
    public String environment() {
        return Environments.in(fields);
    }

    /** Its status as the service spells it, or {@code null}. */
    public String status() {
        // Numbers of the older version mean nothing to a reader.
        return fields.get("Status") instanceof String text && !text.isBlank() && !Character.isDigit(text.charAt(0)) ? text : null;
    }

    /**
     * What of it must be the same for a person's consent to hold.
     *
     * @param times whether the time of its last change counts; it does not for what runs and changes all the time
     * @return how the other state differs, or {@code null} when it does not
     */
    public String differs(Seen now, boolean times) {
        if (!found()) {
            return null;
        }
        String label = noun + " " + (name() == null ? id : name());
        if (!now.found()) {
            return now.trouble == null ? Texts.of("{0} is gone", label) : Texts.of("{0} could not be read again ({1})", label, now.trouble);
        }
        if (!Objects.equals(name(), now.name())) {
            return Texts.of("{0} is called {1} now: it was renamed", label, now.name());
        }
        if (!Objects.equals(owner(), now.owner())) {
            return Texts.of("{0} changed its owner from {1} to {2}", label, owner(), now.owner());
        }
        if (!Objects.equals(environment(), now.environment())) {
            return Texts.of("{0} is in {1} now: it changed", label, now.environment());
        }
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            if (times && isModificationTime(field.getKey()) && !text(field.getValue()).equals(text(now.fields.get(field.getKey())))) {
                return Texts.of("{0} was changed by somebody", label);
            }
        }
        return null;
    }

    private static boolean isModificationTime(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.equals("modifytime") || lower.equals("modifiedtime") || lower.equals("gmtmodified")
                || lower.equals("updatetime") || lower.equals("lastmodifiedtime");
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }
}
