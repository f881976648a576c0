package dev.dwx.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the snapshot that is bundled with the program from {@code api-docs.json} documents, one per API version.
 * Run it from a built program on newer documents whenever there are some, and build again:
 *
 * <pre>
 * mvn -q package
 * java -cp target/dwx.jar dev.dwx.catalog.SnapshotGenerator \
 *     src/main/resources/dev/dwx/catalog/snapshot.bin 2024-05-18.api-docs.json 2020-05-18.api-docs.json
 * mvn -q package
 * </pre>
 *
 * <p>The documents are those of the API portal
 * ({@code https://next.api.aliyun.com/meta/v1/products/dataworks-public/versions/2024-05-18/api-docs.json}).
 * The same documents always give the same bytes. Texts go into the snapshot as they stand in the documents; mind whose
 * they are before publishing one.
 */
public final class SnapshotGenerator {
    private SnapshotGenerator() {
    }

    /**
     * @param args the file to write, then the documents to read
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            throw new IllegalArgumentException("Usage: SnapshotGenerator OUT DOC…"
                    + " (OUT: the snapshot to write; DOC: api-docs.json documents, one per API version)");
        }
        List<Path> documents = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            documents.add(Path.of(args[i]));
        }
        Files.write(Path.of(args[0]), generate(documents));
    }

    /**
     * The snapshot of these documents.
     *
     * @throws CatalogException when one of them is no {@code api-docs.json}, or two describe the same version
     */
    public static byte[] generate(List<Path> files) throws IOException {
        ApiDocsReader reader = new ApiDocsReader(Provenance.SNAPSHOT);
        List<ApiDocument> documents = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                documents.add(reader.read(in));
            } catch (CatalogException e) {
                throw new CatalogException(file + ": " + e.getMessage(), e);
            }
        }
        return SnapshotWriter.write(documents);
    }
}
