package dev.dwx.client.cassette;

import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first line of a cassette: in what surroundings it was recorded, so that a replay finds the same.
 *
 * @param start what time the session began at; a replay begins there too, so that {@code yesterday} is the same day
 * @param endpoint {@code sandbox}, {@code service}, or {@code other} for an address that the user gave
 * @param region region id, or {@code null}
 * @param projectId the session's project, or {@code null}
 * @param projectName its name, or {@code null}
 * @param apiVersion the API version of bare names
 * @param zone time zone that the user had set, or {@code null}
 * @param program version of dwx
 */
public record CassetteHeader(Instant start, String endpoint, String region, Long projectId, String projectName, String apiVersion,
        String zone, String program) {
    /** Says that a file is a cassette. */
    static final String FORMAT = "dwx-cassette";
    /** The one version of the format that there is. */
    static final int VERSION = 1;

    String line() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", FORMAT);
        fields.put("version", VERSION);
        fields.put("start", start.toString());
        fields.put("endpoint", endpoint);
        fields.put("region", region);
        fields.put("projectId", projectId);
        fields.put("projectName", projectName);
        fields.put("apiVersion", apiVersion);
        fields.put("zone", zone);
        fields.put("dwx", program);
        return ExactJson.write(fields);
    }

    /** Whether a line is the first one of a cassette, of whatever version. */
    static boolean isHeader(String line) {
        return line.startsWith("{\"format\":\"" + FORMAT + "\"");
    }

    /**
     * @param name what messages call the file
     * @throws IllegalArgumentException when the line is none, or of a version that this program does not know
     */
    static CassetteHeader read(String line, String name) {
        Map<?, ?> fields;
        try {
            fields = isHeader(line) && ExactJson.parse(line) instanceof Map<?, ?> map ? map : Map.of();
        } catch (ExactJson.Malformed e) {
            fields = Map.of();
        }
        if (fields.isEmpty()) {
            throw new IllegalArgumentException(Texts.of("{0} is no cassette; --record makes one", name));
        }
        if (!(fields.get("version") instanceof Integer version) || version != VERSION) {
            throw new IllegalArgumentException(Texts.of("the cassette {0} has format version {1}, and this dwx knows {2}\n  record it "
                    + "again with --record, or replay it with the dwx that made it ({3})", name, fields.get("version"), VERSION,
                    fields.get("dwx")));
        }
        try {
            return new CassetteHeader(Instant.parse(String.valueOf(fields.get("start"))), text(fields, "endpoint"),
                    text(fields, "region"), fields.get("projectId") instanceof Number id ? id.longValue() : null,
                    text(fields, "projectName"), text(fields, "apiVersion"), text(fields, "zone"), text(fields, "dwx"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(Texts.of("the first line of the cassette {0} is damaged; record it again", name), e);
        }
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name) == null ? null : fields.get(name).toString();
    }
}
