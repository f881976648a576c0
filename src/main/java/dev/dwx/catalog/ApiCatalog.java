package dev.dwx.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Which operations exist and what they take. Everything outside this package sees only this interface and the
 * records it gives; where a description came from is nobody else's concern.
 *
 * <p>Implementations are immutable and safe for use by many threads. Listing is cheap; an operation is decoded
 * when it is asked for.
 */
public interface ApiCatalog {
    /** The product's code in addresses and metadata. */
    String PRODUCT = "dataworks-public";
    /** The current API version of the service, and the default of a call that does not say. */
    String V2024 = "2024-05-18";
    /** The version before; what only it has is still called through it. */
    String V2020 = "2020-05-18";
    /** Every API version that the service is known to have, the newest first. */
    List<String> KNOWN_VERSIONS = List.of(V2024, V2020);

    /** The versions that this catalog knows, the newest first. */
    List<String> versions();

    /** Every operation of every version, ordered by version (newest first), then name. */
    List<ApiSummary> list();

    /** One operation, by exact version and name. */
    Optional<ApiOperation> find(String version, String name);

    /**
     * The operation that a call means: of the pinned version only, else of the preferred one, else of the newest that has it.
     *
     * @param pin the year of a pinned call, {@code 2020} in {@code v2020.ListFiles()}, or {@code null}
     * @param preferred the version that a bare name means first, or {@code null} for the newest
     */
    default Optional<ApiOperation> meant(String name, String pin, String preferred) {
        Optional<ApiOperation> found = pin == null && preferred != null ? find(preferred, name) : Optional.empty();
        for (String version : versions()) {
            if (found.isEmpty() && (pin == null || version.startsWith(pin))) {
                found = find(version, name);
            }
        }
        return found;
    }

    /** Whether the operation exists; cheaper than {@link #find}. */
    default boolean contains(String version, String name) {
        return find(version, name).isPresent();
    }

    /**
     * Hosts by region of one version, in the order of its document; empty where the catalog knows none. They are
     * there to be shown and repeated; where a call goes is never taken from them.
     */
    default List<RegionEndpoint> endpoints(String version) {
        return List.of();
    }
}
