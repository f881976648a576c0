package dev.dwx.safety;

import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which calls of the audit log to show.
 *
 * @param since not those before, or {@code null}
 * @param operation only those of this operation, or whose name begins with or ends in this (case counts for nothing); or {@code null}
 * @param failed only those that did not end well
 * @param words each must occur in the entry, case counts for nothing
 * @param most the newest so many
 */
public record AuditQuery(Instant since, String operation, boolean failed, List<String> words, int most) {
    /** How many are shown unless said otherwise. */
    public static final int USUAL = 50;
    /** The result of a call whose process ended before there was one. */
    public static final String NO_RESULT = "no result: its process ended";

    public AuditQuery {
        words = List.copyOf(words);
    }

    /**
     * A moment in the past.
     *
     * @param text {@code 90s}, {@code 2h}, {@code 7d} ago; a day {@code 2026-03-15}, which begins in the zone; or an instant
     *     {@code 2026-03-15T20:00:00Z}
     * @throws IllegalArgumentException for anything else
     */
    public static Instant moment(String text, Instant now, ZoneId zone) {
        String stripped = text.strip();
        try {
            char unit = stripped.isEmpty() ? ' ' : Character.toLowerCase(stripped.charAt(stripped.length() - 1));
            if (stripped.length() < 8 && "smhd".indexOf(unit) >= 0) {
                long number = Long.parseLong(stripped.substring(0, stripped.length() - 1));
                return now.minus(switch (unit) {
                    case 's' -> Duration.ofSeconds(number);
                    case 'm' -> Duration.ofMinutes(number);
                    case 'h' -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
            }
            return stripped.length() == 10 ? LocalDate.parse(stripped).atStartOfDay(zone).toInstant() : Instant.parse(stripped);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IllegalArgumentException(Texts.of("since is 90s, 30m, 2h or 7d, a day (2026-03-15) or an instant "
                    + "(2026-03-15T20:00:00Z), not '{0}'", text));
        }
    }

    /**
     * The calls, the oldest first: the line that a call was sent with and the one of its result are one entry. Lines that
     * cannot be read are left out; {@link AuditCheck} tells of them.
     */
    public List<Map<String, Object>> read(Path file) throws IOException {
        List<Map<String, Object>> entries = new ArrayList<>();
        Map<String, Map<String, Object>> open = new LinkedHashMap<>();
        for (Path one : new AuditFiles(file).all()) {
            try (Stream<String> lines = Files.lines(one, java.nio.charset.StandardCharsets.ISO_8859_1)) {
                lines.forEach(line -> add(utf8(line), entries, open));
            }
        }
        entries.removeIf(entry -> !fits(entry));
        return entries.size() <= most ? entries : new ArrayList<>(entries.subList(entries.size() - most, entries.size()));
    }

    /** A torn line may end within a character, which must not end the reading. */
    private static String utf8(String line) {
        return new String(line.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), java.nio.charset.StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static void add(String line, List<Map<String, Object>> entries, Map<String, Map<String, Object>> open) {
        Map<String, Object> fields;
        try {
            if (!(ExactJson.parse(line) instanceof Map<?, ?> map) || map.get("operation") == null) {
                return;
            }
            fields = new LinkedHashMap<>((Map<String, Object>) map);
        } catch (ExactJson.Malformed e) {
            return;
        }
        fields.remove("previous");
        fields.remove("hash");
        fields.remove(AuditLog.BEFORE);
        Object call = fields.remove("call");
        Map<String, Object> sent = call == null ? null : open.remove(call.toString());
        if (sent != null) {
            sent.put("result", fields.get("result"));
            if (fields.get("requestId") != null) {
                sent.put("requestId", fields.get("requestId"));
            }
            sent.put("ended", fields.get("when"));
            return;
        }
        if (AuditEntry.SENT.equals(fields.get("result"))) {
            fields.put("result", NO_RESULT);
            if (call != null) {
                open.put(call.toString(), fields);
            }
        }
        entries.add(fields);
    }

    private boolean fits(Map<String, Object> entry) {
        String name = String.valueOf(entry.get("operation")).toLowerCase(Locale.ROOT);
        if (operation != null && !name.startsWith(operation.toLowerCase(Locale.ROOT)) && !name.endsWith(operation.toLowerCase(Locale.ROOT))) {
            return false;
        }
        Object result = entry.get("result");
        if (failed && (AuditEntry.OK.equals(result) || AuditEntry.LOOKED_UP.equals(result))) {
            return false;
        }
        if (since != null) {
            try {
                if (Instant.parse(String.valueOf(entry.get("when"))).isBefore(since)) {
                    return false;
                }
            } catch (DateTimeParseException e) {
                return false;
            }
        }
        String text = words.isEmpty() ? "" : ExactJson.write(entry).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** An entry as one row of a table; what a table has no room for is in the other forms. */
    public static Map<String, Object> row(Map<String, Object> entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("When", entry.get("when") instanceof String when ? seconds(when) : null);
        row.put("Who", entry.get("who"));
        row.put("Operation", entry.get("operation"));
        row.put("Project", entry.get("project"));
        row.put("What", what(entry.get("arguments")));
        row.put("Allowed", entry.get("allowed") == null ? "" : entry.get("allowed"));
        row.put("Result", entry.get("result"));
        return row;
    }

    private static String what(Object arguments) {
        StringBuilder text = new StringBuilder();
        if (arguments instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                boolean telling = name.toString().endsWith("Id") || name.toString().endsWith("Ids")
                        || name.toString().endsWith("Name") || name.toString().endsWith("Path");
                if (telling && !name.equals("ProjectId") && text.length() < 80) {
                    text.append(text.length() == 0 ? "" : ", ").append(name).append(": ").append(value);
                }
            });
        }
        return text.length() > 100 ? text.substring(0, 99) + "…" : text.toString();
    }

    /** A time as it is kept, to the second: the parts of a second take the room in which the rest is read. */
    public static String seconds(String when) {
        int dot = when.indexOf('.');
        return dot < 0 || !when.endsWith("Z") ? when : when.substring(0, dot) + "Z";
    }
}
