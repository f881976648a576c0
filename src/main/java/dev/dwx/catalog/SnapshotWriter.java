package dev.dwx.catalog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes documents as a snapshot, in the form of {@link SnapshotFormat}. Equal documents give equal bytes. */
public final class SnapshotWriter {
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final List<byte[]> schemas = new ArrayList<>();
    private final Map<Schema, Integer> schemaNumbers = new HashMap<>();

    private SnapshotWriter() {
        schemas.add(new byte[] {0});
        schemaNumbers.put(Schema.ANY, 0);
    }

    /**
     * The bytes that {@link SnapshotCatalog#of} reads.
     *
     * @throws CatalogException when a document lacks its version, or two have the same
     */
    public static byte[] write(List<ApiDocument> documents) {
        List<ApiDocument> sorted = new ArrayList<>(documents);
        for (ApiDocument document : sorted) {
            if (document.version() == null) {
                throw new CatalogException("A document without info.version cannot go into a snapshot.");
            }
        }
        sorted.sort(Comparator.comparing(ApiDocument::version).reversed());
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).version().equals(sorted.get(i - 1).version())) {
                throw new CatalogException("Two documents describe version " + sorted.get(i).version() + ".");
            }
        }
        try {
            return new SnapshotWriter().bytes(sorted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(List<ApiDocument> documents) throws IOException {
        ByteArrayOutputStream recordBytes = new ByteArrayOutputStream();
        DataOutputStream records = new DataOutputStream(recordBytes);
        ByteArrayOutputStream versionBytes = new ByteArrayOutputStream();
        DataOutputStream versions = new DataOutputStream(versionBytes);
        ByteArrayOutputStream details = new ByteArrayOutputStream();
        List<List<ApiOperation>> sorted = new ArrayList<>();
        // The texts that lists need come first, side by side.
        for (ApiDocument document : documents) {
            List<ApiOperation> operations = new ArrayList<>(document.operations());
            operations.sort(Comparator.comparing(ApiOperation::name));
            sorted.add(operations);
            for (ApiOperation operation : operations) {
                string(operation.name());
                string(operation.summary());
                string(operation.category());
                string(operation.categoryZh());
            }
        }
        versions.writeInt(documents.size());
        int count = 0;
        for (int i = 0; i < documents.size(); i++) {
            ApiDocument document = documents.get(i);
            writeVersion(versions, document, count, sorted.get(i).size());
            for (ApiOperation operation : sorted.get(i)) {
                records.writeInt(string(document.version()));
                records.writeInt(string(operation.name()));
                records.writeInt(string(operation.summary()));
                records.writeInt(string(operation.category()));
                records.writeInt(string(operation.categoryZh()));
                records.writeInt(operation.deprecated() ? SnapshotFormat.DEPRECATED : 0);
                records.writeInt(details.size());
                writeDetails(details, operation);
                count++;
            }
        }
        return assemble(count, recordBytes.toByteArray(), versionBytes.toByteArray(), details.toByteArray());
    }

    private void writeVersion(DataOutputStream out, ApiDocument document, int first, int count) throws IOException {
        out.writeInt(string(document.version()));
        out.writeInt(first);
        out.writeInt(count);
        out.writeInt(string(document.product()));
        out.writeInt(document.endpoints().size());
        for (RegionEndpoint endpoint : document.endpoints()) {
            out.writeInt(string(endpoint.regionId()));
            out.writeInt(string(endpoint.endpoint()));
            out.writeInt(string(endpoint.vpc()));
        }
    }

    private byte[] assemble(int count, byte[] records, byte[] versions, byte[] details) throws IOException {
        List<byte[]> texts = new ArrayList<>();
        texts.add(new byte[0]);
        for (String text : strings.keySet()) {
            texts.add(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] stringSection = table(texts);
        byte[] schemaSection = table(schemas);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        int offset = SnapshotFormat.HEADER + 4 * SnapshotFormat.SECTIONS;
        out.writeInt(offset);
        out.writeInt(offset += stringSection.length);
        out.writeInt(offset += schemaSection.length);
        out.writeInt(offset += 4 + records.length);
        out.writeInt(offset + versions.length);
        out.write(stringSection);
        out.write(schemaSection);
        out.writeInt(count);
        out.write(records);
        out.write(versions);
        out.write(details);
        CRC32 crc = new CRC32();
        crc.update(body.toByteArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(file);
        head.writeInt(SnapshotFormat.MAGIC);
        head.writeInt(SnapshotFormat.FORMAT);
        head.writeInt(SnapshotFormat.HEADER + body.size());
        head.writeInt((int) crc.getValue());
        body.writeTo(head);
        return file.toByteArray();
    }

    private static byte[] table(List<byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(entries.size());
        int offset = 0;
        out.writeInt(offset);
        for (byte[] entry : entries) {
            offset += entry.length;
            out.writeInt(offset);
        }
        for (byte[] entry : entries) {
            out.write(entry);
        }
        return bytes.toByteArray();
    }

    private void writeDetails(ByteArrayOutputStream out, ApiOperation operation) {
        writeStrings(out, operation.methods());
        writeStrings(out, operation.schemes());
        number(out, string(operation.operationType()));
        number(out, string(operation.title()));
        number(out, string(operation.replacedBy()));
        number(out, operation.streaming() ? 1 : 0);
        number(out, operation.parameters().size());
        for (ApiParameter parameter : operation.parameters()) {
            number(out, string(parameter.name()));
            number(out, string(parameter.in().wireName()));
            number(out, string(parameter.style().wireName()));
            number(out, schema(parameter.schema()));
        }
        number(out, schema(operation.response()));
        number(out, operation.errorCodes().size());
        for (Map.Entry<String, Map<String, String>> status : operation.errorCodes().entrySet()) {
            number(out, string(status.getKey()));
            number(out, status.getValue().size());
            for (Map.Entry<String, String> error : status.getValue().entrySet()) {
                number(out, string(error.getKey()));
                number(out, string(error.getValue()));
            }
        }
        writeSchemas(out, operation.components());
    }

    private void writeStrings(ByteArrayOutputStream out, List<String> texts) {
        number(out, texts.size());
        for (String text : texts) {
            number(out, string(text));
        }
    }

    private void writeSchemas(ByteArrayOutputStream out, Map<String, Schema> named) {
        number(out, named.size());
        for (Map.Entry<String, Schema> entry : named.entrySet()) {
            number(out, string(entry.getKey()));
            number(out, schema(entry.getValue()));
        }
    }

    private int string(String text) {
        if (text == null) {
            return 0;
        }
        Integer known = strings.putIfAbsent(text, strings.size() + 1);
        return known == null ? strings.size() : known;
    }

    private int schema(Schema schema) {
        Integer known = schemaNumbers.get(schema);
        if (known != null) {
            return known;
        }
        byte[] data = encode(schema);
        schemas.add(data);
        schemaNumbers.put(schema, schemas.size() - 1);
        return schemas.size() - 1;
    }

    private byte[] encode(Schema schema) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        number(out, parts(schema));
        text(out, schema.type());
        text(out, schema.format());
        text(out, schema.description());
        text(out, schema.example());
        if (!schema.enumeration().isEmpty()) {
            writeStrings(out, schema.enumeration());
        }
        text(out, schema.defaultValue());
        text(out, schema.minimum() == null ? null : schema.minimum().toString());
        text(out, schema.maximum() == null ? null : schema.maximum().toString());
        count(out, schema.minLength());
        count(out, schema.maxLength());
        count(out, schema.minItems());
        count(out, schema.maxItems());
        text(out, schema.pattern());
        text(out, schema.ref());
        if (schema.items() != null) {
            number(out, schema(schema.items()));
        }
        if (!schema.properties().isEmpty()) {
            writeSchemas(out, schema.properties());
        }
        if (schema.additionalProperties() != null) {
            number(out, schema(schema.additionalProperties()));
        }
        return out.toByteArray();
    }

    private static int parts(Schema schema) {
        return flag(schema.type() != null, SnapshotFormat.TYPE)
                | flag(schema.format() != null, SnapshotFormat.FORMAT_NAME)
                | flag(schema.required(), SnapshotFormat.REQUIRED)
                | flag(schema.docRequired(), SnapshotFormat.DOC_REQUIRED)
                | flag(schema.description() != null, SnapshotFormat.DESCRIPTION)
                | flag(schema.example() != null, SnapshotFormat.EXAMPLE)
                | flag(!schema.enumeration().isEmpty(), SnapshotFormat.ENUMERATION)
                | flag(schema.defaultValue() != null, SnapshotFormat.DEFAULT)
                | flag(schema.minimum() != null, SnapshotFormat.MINIMUM)
                | flag(schema.maximum() != null, SnapshotFormat.MAXIMUM)
                | flag(schema.minLength() != null, SnapshotFormat.MIN_LENGTH)
                | flag(schema.maxLength() != null, SnapshotFormat.MAX_LENGTH)
                | flag(schema.minItems() != null, SnapshotFormat.MIN_ITEMS)
                | flag(schema.maxItems() != null, SnapshotFormat.MAX_ITEMS)
                | flag(schema.pattern() != null, SnapshotFormat.PATTERN)
                | flag(schema.deprecated(), SnapshotFormat.SCHEMA_DEPRECATED)
                | flag(schema.fileUrl(), SnapshotFormat.FILE_URL)
                | flag(schema.ref() != null, SnapshotFormat.REF)
                | flag(schema.items() != null, SnapshotFormat.ITEMS)
                | flag(!schema.properties().isEmpty(), SnapshotFormat.PROPERTIES)
                | flag(schema.additionalProperties() != null, SnapshotFormat.ADDITIONAL);
    }

    private static int flag(boolean present, int bit) {
        return present ? bit : 0;
    }

    private void text(ByteArrayOutputStream out, String text) {
        if (text != null) {
            number(out, string(text));
        }
    }

    private static void count(ByteArrayOutputStream out, Integer count) {
        if (count != null) {
            number(out, count);
        }
    }

    private static void number(ByteArrayOutputStream out, int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
