package dev.dwx.catalog;

import dev.dwx.texts.Texts;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A catalog that is read from a precomputed index: names and summaries at once, each operation when it is asked for.
 * It needs no other library and no network, and works when nothing else does.
 */
public final class SnapshotCatalog implements ApiCatalog {
    private static final String RESOURCE = "snapshot.bin";
    private static final String ENTRY = "dev/dwx/catalog/snapshot.bin";

    private final SnapshotBytes bytes;
    private final List<Version> versions;
    private final ApiOperation[] decoded;
    private volatile List<ApiSummary> list;

    private record Version(String name, String product, int first, int count, List<RegionEndpoint> endpoints) {
    }

    private SnapshotCatalog(byte[] data, String name) {
        bytes = new SnapshotBytes(data, name);
        decoded = new ApiOperation[bytes.operationCount()];
        versions = readVersions();
    }

    /**
     * The snapshot that is part of the program. Each call reads it again; keep the result.
     *
     * @throws CatalogException when the program's file is incomplete or damaged
     */
    public static SnapshotCatalog bundled() {
        byte[] data = fromProgramFile();
        if (data != null) {
            return new SnapshotCatalog(data, RESOURCE);
        }
        try (InputStream in = SnapshotCatalog.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new CatalogException(Texts.of("The program file lacks its API snapshot ({0}). Build or install dwx again.",
                        RESOURCE));
            }
            return new SnapshotCatalog(in.readAllBytes(), RESOURCE);
        } catch (IOException e) {
            throw new CatalogException(Texts.of("The API snapshot in the program file cannot be read: {0}. Build or install dwx again.",
                    e.getMessage()), e);
        }
    }

    /**
     * The resource, where the class path is one jar, as it is when dwx is installed: the JVM has that file open, and
     * reading it directly spares a cold start the machinery of resource URLs, a sixth of a bare JVM's start. Otherwise
     * {@code null}.
     */
    private static byte[] fromProgramFile() {
        String classPath = System.getProperty("java.class.path", "");
        if (!classPath.endsWith(".jar") || classPath.indexOf(File.pathSeparatorChar) >= 0) {
            return null;
        }
        try (ZipFile program = new ZipFile(classPath)) {
            ZipEntry entry = program.getEntry(ENTRY);
            if (entry == null) {
                return null;
            }
            try (InputStream in = program.getInputStream(entry)) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            // The ordinary way will work, or say what is wrong.
            return null;
        }
    }

    /**
     * What tells the program's snapshot from another one, read without reading the snapshot: its length and
     * checksum. Zero where the program file lacks it.
     */
    public static long bundledStamp() {
        try (InputStream in = SnapshotCatalog.class.getResourceAsStream(RESOURCE)) {
            byte[] head = in == null ? new byte[0] : in.readNBytes(SnapshotFormat.HEADER);
            return head.length < SnapshotFormat.HEADER ? 0 : java.nio.ByteBuffer.wrap(head).getLong(8);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * A snapshot that {@link SnapshotGenerator} wrote.
     *
     * @param name how messages call it, a file name for example
     * @throws CatalogException when the bytes are no snapshot, of another format, cut short or changed
     */
    public static SnapshotCatalog of(byte[] data, String name) {
        return new SnapshotCatalog(data.clone(), name);
    }

    private List<Version> readVersions() {
        int at = bytes.versionsAt();
        int count = bytes.intAt(at);
        at += 4;
        List<Version> read = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int hosts = bytes.intAt(at + 16);
            List<RegionEndpoint> endpoints = new ArrayList<>(hosts);
            int host = at + 20;
            for (int k = 0; k < hosts; k++, host += 12) {
                endpoints.add(new RegionEndpoint(
                        bytes.stringAt(host), bytes.stringAt(host + 4), bytes.stringAt(host + 8)));
            }
            read.add(new Version(bytes.stringAt(at), bytes.stringAt(at + 12), bytes.intAt(at + 4),
                    bytes.intAt(at + 8), Collections.unmodifiableList(endpoints)));
            at = host;
        }
        return read;
    }

    @Override
    public List<String> versions() {
        List<String> names = new ArrayList<>(versions.size());
        for (Version version : versions) {
            names.add(version.name());
        }
        return names;
    }

    @Override
    public List<ApiSummary> list() {
        List<ApiSummary> known = list;
        if (known == null) {
            int count = bytes.operationCount();
            List<ApiSummary> all = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int record = bytes.record(i);
                all.add(new ApiSummary(bytes.stringAt(record), bytes.stringAt(record + 4),
                        bytes.stringAt(record + 8), bytes.stringAt(record + 12), bytes.stringAt(record + 16),
                        (bytes.intAt(record + 20) & SnapshotFormat.DEPRECATED) != 0));
            }
            known = Collections.unmodifiableList(all);
            list = known;
        }
        return known;
    }

    @Override
    public boolean contains(String version, String name) {
        return index(version, name) >= 0;
    }

    @Override
    public Optional<ApiOperation> find(String version, String name) {
        int index = index(version, name);
        if (index < 0) {
            return Optional.empty();
        }
        ApiOperation known = decoded[index];
        if (known == null) {
            synchronized (decoded) {
                known = decoded[index];
                if (known == null) {
                    known = new SnapshotDecoder(bytes).operation(index);
                    decoded[index] = known;
                }
            }
        }
        return Optional.of(known);
    }

    @Override
    public List<RegionEndpoint> endpoints(String version) {
        Version found = version(version);
        return found == null ? List.of() : found.endpoints();
    }

    /** {@link ApiCatalog#PRODUCT}; {@code null} where the document did not say, or for a version that is not here. */
    public String product(String version) {
        Version found = version(version);
        return found == null ? null : found.product();
    }

    private Version version(String name) {
        for (Version version : versions) {
            if (version.name().equals(name)) {
                return version;
            }
        }
        return null;
    }

    private int index(String versionName, String name) {
        Version version = version(versionName);
        if (version == null || name == null) {
            return -1;
        }
        int low = version.first();
        int high = low + version.count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = bytes.stringAt(bytes.record(middle) + 4).compareTo(name);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
