package dev.dwx.safety;

import dev.dwx.json.ExactJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of the audit log and its place in the chain. A line is a JSON object whose last two fields are {@code previous}, the
 * hash of the line before, and {@code hash}, the SHA-256 of the line's own bytes without that field. So each hash covers all that
 * was written before it.
 *
 * @param text the whole line, without its end
 * @param previous the hash it names as the one before, or {@code null} when the line has no hash
 * @param hash its own hash as it is written, or {@code null}
 * @param whole whether the hash fits the bytes
 */
record AuditLine(String text, String previous, String hash, boolean whole) {
    /** What the first line of all names as the one before. */
    static final String BEGINNING = "0".repeat(64);

    private static final String HASH = ",\"hash\":\"";
    private static final String PREVIOUS = ",\"previous\":\"";
    private static final int HEX = 64;

    /** Makes the line of these fields that follows the line with this hash. */
    static AuditLine following(String previous, Map<String, Object> fields) {
        Map<String, Object> chained = new LinkedHashMap<>(fields);
        chained.put("previous", previous);
        String bare = ExactJson.write(chained);
        String hash = sha256(bare.getBytes(StandardCharsets.UTF_8));
        return new AuditLine(bare.substring(0, bare.length() - 1) + HASH + hash + "\"}", previous, hash, true);
    }

    /** Reads a line as it stands in the file. */
    static AuditLine of(String text) {
        int hashAt = text.length() - HASH.length() - HEX - 2;
        int previousAt = hashAt - PREVIOUS.length() - HEX - 1;
        if (previousAt < 0 || !text.startsWith(HASH, hashAt) || !text.endsWith("\"}")
                || !text.startsWith(PREVIOUS, previousAt) || text.charAt(hashAt - 1) != '"') {
            return new AuditLine(text, null, null, false);
        }
        String hash = text.substring(hashAt + HASH.length(), text.length() - 2);
        String previous = text.substring(previousAt + PREVIOUS.length(), hashAt - 1);
        String own = sha256((text.substring(0, hashAt) + "}").getBytes(StandardCharsets.UTF_8));
        return new AuditLine(text, previous, hash, own.equals(hash));
    }

    /** Lower-case hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
