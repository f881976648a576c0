package dev.dwx.catalog.discovery;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.time.Instant;

/** The tool catalogue that the vendor's MCP server starts from: a JSON list, at an address or in a file. */
final class McpCatalogSource implements CatalogSource {
    private final String location;

    McpCatalogSource(String location) {
        this.location = location;
    }

    /** The catalogue's entries of one name only; a file is given whole. */
    McpCatalogSource only(String operation) {
        return Fetcher.isAddress(location)
                ? new McpCatalogSource(location + (location.indexOf('?') < 0 ? "?" : "&") + "names=" + operation)
                : this;
    }

    @Override
    public String id() {
        return "mcp";
    }

    @Override
    public String name() {
        return "mcp";
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public Fetched fetch(Fetcher fetcher, Validators known) throws SourceFailure {
        return fetcher.get(location, known);
    }

    @Override
    public SourceResult read(byte[] content, Instant fetched) throws SourceFailure {
        return new McpTools(name(), location, fetched).read(json(content, location));
    }

    /** The whole content as one JSON value. */
    static JsonNode json(byte[] content, String location) throws SourceFailure {
        try {
            JsonNode node = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(content);
            if (node == null || node.isMissingNode()) {
                throw new SourceFailure(Texts.of("{0}: empty", location));
            }
            return node;
        } catch (IOException e) {
            throw new SourceFailure(Texts.of("{0}: not valid JSON", location), e);
        }
    }
}
