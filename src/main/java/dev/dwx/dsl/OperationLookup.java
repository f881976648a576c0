package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import java.util.Optional;

/** Looks in the live sources for an operation that the catalog does not have. May take a moment; asked once per name. */
@FunctionalInterface
public interface OperationLookup {
    /** Looks nowhere. */
    OperationLookup NONE = (version, name) -> Optional.empty();

    Optional<ApiOperation> find(String version, String name);
}
