package dev.dwx.catalog;

import java.time.Instant;

/**
 * Where an operation's description came from, so that a wrong fact can be traced.
 *
 * @param source short name of the source: {@code snapshot}, {@code api-docs}, {@code api}, {@code mcp},
 *     {@code sdk} …
 * @param location address or file, or {@code null}
 * @param fetched when it was read, UTC; {@code null} for the snapshot in the jar
 * @param listed whether the newest list that was read still names the operation; one that is gone stays callable
 */
public record Provenance(String source, String location, Instant fetched, boolean listed) {
    /** The snapshot that is part of the program. */
    public static final Provenance SNAPSHOT = new Provenance("snapshot", null, null, true);
}
