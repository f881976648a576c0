package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiOperation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The operations that were looked up one by one, as the cache keeps them. */
final class Singles {
    /** What a kept document says, and the source that understands it. */
    record Kept(CatalogSource source, SourceResult result) {
    }

    private final CatalogCache cache;
    private final DiscoverySettings settings;

    Singles(CatalogCache cache, DiscoverySettings settings) {
        this.cache = cache;
        this.settings = settings;
    }

    /** The operations that {@link #read} may find. */
    List<OperationKey> keys() {
        return cache.singles();
    }

    /** Keeps what a source gave for one operation. */
    void keep(OperationKey key, CatalogSource source, Fetched fetched, Instant now) {
        cache.storeSingle(key, new StoredDocument(source.location(), source.language(), now, fetched.etag(),
                fetched.lastModified(), 1, fetched.content()));
    }

    /** What was kept, provided that it came from where the settings point now. */
    Optional<Kept> read(OperationKey key) {
        return cache.single(key).flatMap(document -> {
            CatalogSource source = source(key, document.location());
            if (source == null) {
                return Optional.empty();
            }
            try {
                SourceResult result = source.read(document.content(), document.fetched());
                return pick(key, result).map(found -> new Kept(source,
                        new SourceResult(List.of(found), List.of(), List.of())));
            } catch (SourceFailure unreadable) {
                return Optional.empty();
            }
        });
    }

    Optional<ApiOperation> operation(OperationKey key) {
        return read(key).map(kept -> kept.result().operations().get(0).operation());
    }

    /** The description of one operation among several. */
    static Optional<FoundOperation> pick(OperationKey key, SourceResult result) {
        return result.operations().stream()
                .filter(found -> key.version().equals(found.operation().version())
                        && key.name().equals(found.operation().name()))
                .findFirst();
    }

    private CatalogSource source(OperationKey key, String location) {
        String single = settings.operation(key.version(), key.name());
        if (location.equals(single)) {
            return new SingleApiSource(key.version(), key.name(), single, settings.language());
        }
        if (settings.mcpTools() != null) {
            McpCatalogSource tools = new McpCatalogSource(settings.mcpTools()).only(key.name());
            return location.equals(tools.location()) ? tools : null;
        }
        return null;
    }
}
