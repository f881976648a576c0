package dev.dwx.catalog.discovery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The overview page of the vendor's help: which operations exist, how they are grouped, and a line on each. It
 * does not say how they are called.
 */
final class HelpOverviewSource implements CatalogSource {
    private final String version;
    private final String location;

    /**
     * @param version API version of the page
     * @param location address or saved page
     */
    HelpOverviewSource(String version, String location) {
        this.version = version;
        this.location = location;
    }

    @Override
    public String id() {
        return "help-" + version;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public Fetched fetch(Fetcher fetcher, Validators known) throws SourceFailure {
        return fetcher.getPage(location, known);
    }

    @Override
    public SourceResult read(byte[] content, Instant fetched) throws SourceFailure {
        try {
            return new SourceResult(
                    List.of(), HelpPage.titles(new String(content, StandardCharsets.UTF_8), version), List.of());
        } catch (SourceFailure e) {
            throw new SourceFailure(location + ": " + e.getMessage(), e);
        }
    }
}
