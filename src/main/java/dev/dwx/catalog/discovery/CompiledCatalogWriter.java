package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiDocument;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Provenance;
import dev.dwx.catalog.SnapshotWriter;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes a {@link CompiledCatalog}; apart from it, since a start only reads. */
final class CompiledCatalogWriter {
    private CompiledCatalogWriter() {
    }

    /**
     * The bytes of a catalog.
     *
     * @param stamp {@link SnapshotCatalog#bundledStamp()} of the program that merged it
     * @param sources the addresses that it was made from
     */
    static byte[] write(List<ApiOperation> operations, long stamp, Instant merged, String sources) {
        Map<String, List<ApiOperation>> byVersion = new LinkedHashMap<>();
        for (ApiOperation operation : operations) {
            byVersion.computeIfAbsent(operation.version(), version -> new ArrayList<>()).add(operation);
        }
        List<ApiDocument> documents = new ArrayList<>();
        byVersion.forEach((version, list) -> documents.add(
                new ApiDocument(ApiCatalog.PRODUCT, version, list, List.of(), List.of(), List.of(), Map.of())));
        byte[] index = SnapshotWriter.write(documents);
        ByteArrayOutputStream bodyBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream fileBytes = new ByteArrayOutputStream();
        try {
            DataOutputStream body = new DataOutputStream(bodyBytes);
            body.writeLong(stamp);
            body.writeLong(merged.toEpochMilli());
            body.writeUTF(sources);
            writeProvenances(body, byVersion);
            CRC32 crc = new CRC32();
            crc.update(bodyBytes.toByteArray());
            DataOutputStream file = new DataOutputStream(fileBytes);
            file.writeInt(CompiledCatalog.MAGIC);
            file.writeInt(CompiledCatalog.FORMAT);
            file.writeInt(CompiledCatalog.HEADER + bodyBytes.size() + index.length);
            file.writeInt(bodyBytes.size());
            file.writeInt((int) crc.getValue());
            bodyBytes.writeTo(file);
            file.write(index);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fileBytes.toByteArray();
    }

    private static void writeProvenances(DataOutputStream out, Map<String, List<ApiOperation>> byVersion)
            throws IOException {
        Map<Provenance, Integer> numbers = new LinkedHashMap<>();
        Map<String, Provenance> usual = new LinkedHashMap<>();
        int exceptions = 0;
        for (Map.Entry<String, List<ApiOperation>> version : byVersion.entrySet()) {
            Map<Provenance, Integer> counts = new HashMap<>();
            for (ApiOperation operation : version.getValue()) {
                numbers.putIfAbsent(operation.provenance(), numbers.size());
                counts.merge(operation.provenance(), 1, Integer::sum);
            }
            Map.Entry<Provenance, Integer> most = counts.entrySet().stream()
                    .max(Map.Entry.<Provenance, Integer>comparingByValue()
                            .thenComparing(entry -> -numbers.get(entry.getKey())))
                    .orElseThrow();
            usual.put(version.getKey(), most.getKey());
            exceptions += version.getValue().size() - most.getValue();
        }
        out.writeInt(numbers.size());
        for (Provenance provenance : numbers.keySet()) {
            out.writeUTF(provenance.source());
            out.writeUTF(provenance.location() == null ? "" : provenance.location());
            out.writeLong(provenance.fetched() == null ? -1 : provenance.fetched().toEpochMilli());
            out.writeBoolean(provenance.listed());
        }
        out.writeInt(usual.size());
        for (Map.Entry<String, Provenance> version : usual.entrySet()) {
            out.writeUTF(version.getKey());
            out.writeInt(numbers.get(version.getValue()));
        }
        out.writeInt(exceptions);
        for (List<ApiOperation> operations : byVersion.values()) {
            for (ApiOperation operation : operations) {
                if (!operation.provenance().equals(usual.get(operation.version()))) {
                    out.writeUTF(operation.version());
                    out.writeUTF(operation.name());
                    out.writeInt(numbers.get(operation.provenance()));
                }
            }
        }
    }
}
