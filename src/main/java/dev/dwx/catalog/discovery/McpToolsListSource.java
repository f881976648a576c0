package dev.dwx.catalog.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dwx.texts.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The tools of a running MCP server, by JSON-RPC over HTTP. {@code tools/list} names operations and parameters,
 * but neither version nor method nor places; where the server offers a resource of the tool's name,
 * {@code resources/read} gives the whole catalogue entry, and that is taken instead.
 */
final class McpToolsListSource implements CatalogSource {
    /** Bounds a server that answers with cursors for ever. */
    private static final int MAX_PAGES = 200;

    private final String location;
    private final ObjectMapper mapper = new ObjectMapper();

    McpToolsListSource(String location) {
        this.location = location;
    }

    @Override
    public String id() {
        return "mcp-server";
    }

    @Override
    public String name() {
        return "mcp-server";
    }

    @Override
    public String location() {
        return location;
    }

    /** All pages as one list of tools, each replaced by its resource where there is one. */
    @Override
    public Fetched fetch(Fetcher fetcher, Validators known) throws SourceFailure {
        ArrayNode tools = pages(fetcher, "tools/list", "tools");
        Map<String, String> resources = new HashMap<>();
        try {
            for (JsonNode resource : pages(fetcher, "resources/list", "resources")) {
                resources.put(resource.path("name").asText(), resource.path("uri").asText());
            }
        } catch (SourceFailure withoutResources) {
            // A server need not have resources; its tools alone still name what exists.
            resources.clear();
        }
        ArrayNode entries = mapper.createArrayNode();
        for (JsonNode tool : tools) {
            String uri = resources.get(tool.path("name").asText());
            JsonNode entry = uri == null ? null : entry(fetcher, uri, tool);
            entries.add(entry == null ? tool : entry);
        }
        return Fetched.of(location, entries.toString());
    }

    @Override
    public SourceResult read(byte[] content, Instant fetched) throws SourceFailure {
        return new McpTools(name(), location, fetched).read(McpCatalogSource.json(content, location));
    }

    private ArrayNode pages(Fetcher fetcher, String method, String field) throws SourceFailure {
        ArrayNode all = mapper.createArrayNode();
        String cursor = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            ObjectNode parameters = mapper.createObjectNode();
            if (cursor != null) {
                parameters.put("cursor", cursor);
            }
            JsonNode result = call(fetcher, method, parameters);
            if (!result.path(field).isArray()) {
                throw new SourceFailure(Texts.of("{0}: the answer to {1} has no list of {2}", location, method, field));
            }
            result.path(field).forEach(all::add);
            String next = result.path("nextCursor").asText("");
            if (next.isEmpty() || next.equals(cursor)) {
                return all;
            }
            cursor = next;
        }
        throw new SourceFailure(Texts.of("{0}: {1} does not come to an end", location, method));
    }

    /** The tool with the annotations of its resource, or {@code null} where the resource does not help. */
    private JsonNode entry(Fetcher fetcher, String uri, JsonNode tool) {
        try {
            JsonNode result = call(fetcher, "resources/read", mapper.createObjectNode().put("uri", uri));
            String text = result.path("contents").path(0).path("text").asText("");
            JsonNode entry = McpCatalogSource.json(text.getBytes(StandardCharsets.UTF_8), location);
            if (!entry.path("name").asText().equals(tool.path("name").asText())) {
                return null;
            }
            ObjectNode merged = tool.deepCopy();
            entry.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
            return merged;
        } catch (SourceFailure withoutEntry) {
            return null;
        }
    }

    private JsonNode call(Fetcher fetcher, String method, ObjectNode parameters) throws SourceFailure {
        ObjectNode request = mapper.createObjectNode();
        request.put("jsonrpc", "2.0").put("id", 1).put("method", method).set("params", parameters);
        JsonNode answer = McpCatalogSource.json(
                unwrapped(fetcher.post(location, request.toString()).text()).getBytes(StandardCharsets.UTF_8),
                location);
        if (answer.hasNonNull("error")) {
            throw new SourceFailure(Texts.of("{0}: {1} was refused: {2}", location, method, Names.line(answer.path("error").path("message")
                    .asText(Texts.of("no reason given")))));
        }
        return answer.path("result");
    }

    /** The protocol lets a server answer one request with an event stream: the data of its last event. */
    private static String unwrapped(String body) {
        if (!body.startsWith("event:") && !body.startsWith("data:") && !body.startsWith("id:")) {
            return body;
        }
        StringBuilder data = new StringBuilder();
        boolean fresh = true;
        for (String line : body.split("\r?\n", -1)) {
            if (line.startsWith("data:")) {
                if (fresh) {
                    data.setLength(0);
                    fresh = false;
                }
                data.append(line, 5, line.length());
            } else if (line.isEmpty()) {
                fresh = true;
            }
        }
        return data.toString();
    }
}
