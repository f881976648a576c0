package dev.dwx.catalog.discovery;

import java.time.Instant;

/**
 * How one source stands.
 *
 * @param name short name, {@code api-docs} for example
 * @param location address or file
 * @param language language asked for, or {@code null}
 * @param fetched when it was last read or confirmed, UTC; {@code null} if never
 * @param count how many operations it names
 * @param problem why the last attempt failed, or {@code null}
 */
public record SourceState(
        String name, String location, String language, Instant fetched, int count, String problem) {
}
