package dev.dwx.catalog.discovery;

import java.time.Instant;

/**
 * A place that says which operations exist or how they are called. Reading has two steps, so that what was
 * fetched can be kept and read again later: {@link #fetch} brings the content, {@link #read} understands it.
 */
interface CatalogSource {
    /** Unique among the sources of one discovery, and fit for a file name: {@code api-docs-2024-05-18}. */
    String id();

    /** Short name as shown to the user: {@code api-docs}, {@code help}, {@code mcp}, {@code sdk}. */
    String name();

    /** The address or file. */
    String location();

    /** The language asked for, or {@code null}. */
    default String language() {
        return null;
    }

    /** Whether what is fetched is worth keeping; not so where reading anew costs no network. */
    default boolean kept() {
        return true;
    }

    /**
     * Brings the content, or learns that the copy at hand is the newest.
     *
     * @throws SourceFailure if it cannot be reached or does not answer as it should
     */
    Fetched fetch(Fetcher fetcher, Validators known) throws SourceFailure;

    /**
     * Understands the content.
     *
     * @param content as {@link #fetch} brought it
     * @param fetched when it was brought
     * @throws SourceFailure if it is not what this source gives, or of another product or version
     */
    SourceResult read(byte[] content, Instant fetched) throws SourceFailure;

    /** Both steps at once, nothing kept. */
    default SourceResult load(Fetcher fetcher, Instant now) throws SourceFailure {
        return read(fetch(fetcher, Validators.NONE).content(), now);
    }
}
