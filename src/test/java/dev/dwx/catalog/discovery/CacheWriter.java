package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Provenance;
import dev.dwx.catalog.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process that writes into a cache again and again, for tests that start two of them. Under the lock it also
 * counts its turns in a file by reading, adding and writing, which loses turns unless the lock holds.
 */
public final class CacheWriter {
    static final int ROUNDS = 15;

    private CacheWriter() {
    }

    public static void main(String[] args) {
        CatalogCache cache = new CatalogCache(Path.of(args[0]));
        String letter = args[1].substring(0, 1);
        CatalogSource source = new ApiDocsSource("2024-05-18", "https://host/api-docs.json", "EN_US");
        List<ApiOperation> operations = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            operations.add(new ApiOperation("2024-05-18", "Get" + letter.toUpperCase(java.util.Locale.ROOT) + i,
                    List.of("GET"), List.of(), null, null, null, null, null, false, null, false, List.of(),
                    Schema.ANY, Map.of(), Map.of(), Provenance.SNAPSHOT));
        }
        for (int round = 0; round < ROUNDS; round++) {
            byte[] content = letter.repeat(100_001 + round).getBytes(StandardCharsets.UTF_8);
            cache.locked(() -> {
                cache.store(source, new StoredDocument(
                        "https://host/api-docs.json", "EN_US", Instant.EPOCH, letter, null, 1, content));
                cache.storeCompiled(CompiledCatalogWriter.write(operations, 1, Instant.EPOCH, "x"));
                return addTurn(Path.of(args[0]).resolve("turns"), letter);
            });
        }
        for (String notice : cache.takeNotices()) {
            System.out.println(notice);
        }
    }

    private static String addTurn(Path file, String letter) {
        try {
            String turns = Files.exists(file) ? Files.readString(file) : "";
            Files.writeString(file, turns + letter);
            return turns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
