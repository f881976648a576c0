package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.CatalogException;
import dev.dwx.catalog.Provenance;
import dev.dwx.catalog.RegionEndpoint;
import dev.dwx.catalog.SnapshotCatalog;
import dev.dwx.texts.Texts;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * A merged catalog in the form in which the program starts with it: the binary index of the snapshot, before it a
 * header that says what it was made of, and after that the provenance of each operation, stored once per source.
 *
 * <pre>
 * int magic, int format, int length of the file, int length of the body, int CRC-32 of the body
 * the body:
 * long stamp of the program's snapshot, long time of the merge (ms), text of the sources' addresses
 * int n, n times: source, location or "", time fetched (ms) or -1, listed
 * per version its usual provenance; then the exceptions: version, name, provenance
 * after the body the index, which has a checksum of its own
 * </pre>
 */
final class CompiledCatalog implements ApiCatalog {
    static final int MAGIC = 0x4457584d;
    static final int FORMAT = 1;
    static final int HEADER = 20;

    private final long stamp;
    private final Instant merged;
    private final String sources;
    private final Map<String, Provenance> usual;
    private final Map<OperationKey, Provenance> exceptions;
    private final SnapshotCatalog index;
    private final Map<OperationKey, ApiOperation> decoded = new ConcurrentHashMap<>();

    private CompiledCatalog(long stamp, Instant merged, String sources, Map<String, Provenance> usual,
            Map<OperationKey, Provenance> exceptions, SnapshotCatalog index) {
        this.stamp = stamp;
        this.merged = merged;
        this.sources = sources;
        this.usual = usual;
        this.exceptions = exceptions;
        this.index = index;
    }

    /** @throws CatalogException when the bytes are no such catalog, of another format, cut short or changed */
    static CompiledCatalog read(byte[] data, String name) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(data))) {
            if (data.length < HEADER || in.readInt() != MAGIC || in.readInt() != FORMAT) {
                throw new CatalogException(Texts.of("{0} is no catalog of this program's form", name));
            }
            int length = in.readInt();
            int body = in.readInt();
            int checksum = in.readInt();
            if (length != data.length || body < 0 || body > data.length - HEADER) {
                throw new CatalogException(Texts.of("{0} is cut short", name));
            }
            CRC32 crc = new CRC32();
            crc.update(data, HEADER, body);
            if ((int) crc.getValue() != checksum) {
                throw new CatalogException(Texts.of("{0} is damaged", name));
            }
            long stamp = in.readLong();
            Instant merged = Instant.ofEpochMilli(in.readLong());
            String sources = in.readUTF();
            Provenance[] provenances = readProvenances(in);
            Map<String, Provenance> usual = new HashMap<>();
            for (int n = in.readInt(); n > 0; n--) {
                usual.put(in.readUTF(), provenances[in.readInt()]);
            }
            Map<OperationKey, Provenance> exceptions = new HashMap<>();
            for (int n = in.readInt(); n > 0; n--) {
                exceptions.put(new OperationKey(in.readUTF(), in.readUTF()), provenances[in.readInt()]);
            }
            SnapshotCatalog index = SnapshotCatalog.of(Arrays.copyOfRange(data, HEADER + body, length), name);
            return new CompiledCatalog(stamp, merged, sources, usual, exceptions, index);
        } catch (IOException | RuntimeException e) {
            throw e instanceof CatalogException known ? known : new CatalogException(Texts.of("{0} is damaged", name), e);
        }
    }

    private static Provenance[] readProvenances(DataInputStream in) throws IOException {
        Provenance[] provenances = new Provenance[in.readInt()];
        for (int i = 0; i < provenances.length; i++) {
            String source = in.readUTF();
            String location = in.readUTF();
            long fetched = in.readLong();
            provenances[i] = new Provenance(source, location.isEmpty() ? null : location,
                    fetched < 0 ? null : Instant.ofEpochMilli(fetched), in.readBoolean());
        }
        return provenances;
    }

    /** Which program's snapshot went into it. */
    long stamp() {
        return stamp;
    }

    /** When it was made. */
    Instant merged() {
        return merged;
    }

    /** The addresses that it was made from. */
    String sources() {
        return sources;
    }

    @Override
    public List<String> versions() {
        return index.versions();
    }

    @Override
    public List<ApiSummary> list() {
        return index.list();
    }

    @Override
    public List<RegionEndpoint> endpoints(String version) {
        return index.endpoints(version);
    }

    @Override
    public boolean contains(String version, String name) {
        return index.contains(version, name);
    }

    @Override
    public Optional<ApiOperation> find(String version, String name) {
        if (version == null || name == null) {
            return Optional.empty();
        }
        OperationKey key = new OperationKey(version, name);
        ApiOperation known = decoded.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ApiOperation> found = index.find(version, name);
        if (found.isEmpty()) {
            return found;
        }
        Provenance provenance = exceptions.getOrDefault(key, usual.get(version));
        ApiOperation operation = Operations.withProvenance(found.get(), provenance);
        ApiOperation first = decoded.putIfAbsent(key, operation);
        return Optional.of(first == null ? operation : first);
    }
}
