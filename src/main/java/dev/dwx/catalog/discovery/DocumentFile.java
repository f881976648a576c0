package dev.dwx.catalog.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dwx.texts.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The form of a cached document: one line of JSON that says where, when and how long, with a SHA-256 of the content;
 * then the content as it came.
 */
final class DocumentFile {
    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DocumentFile() {
    }

    static byte[] write(StoredDocument document) {
        ObjectNode head = MAPPER.createObjectNode();
        head.put("format", FORMAT);
        head.put("location", document.location());
        head.put("language", document.language());
        head.put("fetched", document.fetched().toString());
        head.put("etag", document.etag());
        head.put("lastModified", document.lastModified());
        head.put("count", document.count());
        head.put("length", document.content().length);
        head.put("sha256", hash(document.content()));
        byte[] line = (head + "\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(line.length + document.content().length);
        out.writeBytes(line);
        out.writeBytes(document.content());
        return out.toByteArray();
    }

    /** @throws SourceFailure if the bytes are of another form, cut short or changed */
    static StoredDocument read(byte[] data) throws SourceFailure {
        int end = 0;
        while (end < data.length && data[end] != '\n') {
            end++;
        }
        if (end == data.length) {
            throw new SourceFailure(Texts.of("has no header line"));
        }
        try {
            JsonNode head = MAPPER.readTree(data, 0, end);
            if (head == null || head.path("format").asInt(-1) != FORMAT) {
                throw new SourceFailure(Texts.of("is not of this program's form"));
            }
            byte[] content = Arrays.copyOfRange(data, end + 1, data.length);
            if (content.length != head.path("length").asInt(-1)) {
                throw new SourceFailure(Texts.of("is cut short"));
            }
            if (!hash(content).equals(head.path("sha256").asText())) {
                throw new SourceFailure(Texts.of("does not match its checksum"));
            }
            return new StoredDocument(head.path("location").asText(), text(head, "language"),
                    Instant.parse(head.path("fetched").asText()), text(head, "etag"), text(head, "lastModified"),
                    head.path("count").asInt(), content);
        } catch (IOException | DateTimeException e) {
            throw new SourceFailure(Texts.of("has a damaged header"), e);
        }
    }

    private static String text(JsonNode head, String field) {
        return head.hasNonNull(field) ? head.path(field).asText() : null;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
