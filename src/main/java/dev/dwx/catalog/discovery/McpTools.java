package dev.dwx.catalog.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Provenance;
import dev.dwx.catalog.Schema;
import dev.dwx.catalog.SchemaReader;
import dev.dwx.catalog.Style;
import dev.dwx.texts.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the tools of the DataWorks MCP server, from its catalogue file or from a server's own answers. A tool is
 * an operation; {@code annotations} holds version, method, category and, as {@code pmd}, the place and style of
 * each parameter. A parameter that {@code pmd} does not name goes to the query.
 */
final class McpTools {
    /** Tools of the server itself that are no operations of the service. */
    private static final Set<String> NO_OPERATIONS = Set.of("ConvertTimestamps", "ToTimestamps");

    private final String source;
    private final String location;
    private final Instant fetched;

    McpTools(String source, String location, Instant fetched) {
        this.source = source;
        this.location = location;
        this.fetched = fetched;
    }

    SourceResult read(JsonNode tools) throws SourceFailure {
        if (!tools.isArray()) {
            throw new SourceFailure(Texts.of("{0}: not a list of tools", location));
        }
        List<FoundOperation> operations = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        int strange = 0;
        for (JsonNode tool : tools) {
            String name = tool.path("name").asText("");
            if (NO_OPERATIONS.contains(name)) {
                continue;
            }
            if (!Names.isOperation(name)) {
                strange++;
                continue;
            }
            operations.add(operation(name, tool));
        }
        if (operations.isEmpty()) {
            throw new SourceFailure(Texts.of("{0}: the list holds no operations", location));
        }
        if (strange > 0) {
            notices.add(Texts.of("{0}: {1} entries without a usable name were left out", location, strange));
        }
        return new SourceResult(operations, List.of(), notices);
    }

    private FoundOperation operation(String name, JsonNode tool) {
        JsonNode annotations = tool.path("annotations");
        JsonNode places = annotations.path("pmd");
        JsonNode input = tool.path("inputSchema");
        Set<String> required = names(input.path("required"));
        List<ApiParameter> parameters = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : input.path("properties").properties()) {
            Schema schema = SchemaReader.read(field.getValue()).toBuilder()
                    .required(required.contains(field.getKey())).build();
            parameters.add(parameter(field.getKey(), schema, places.path(field.getKey())));
        }
        boolean placed = parameters.isEmpty() ? annotations.hasNonNull("method") : places.size() > 0;
        String method = annotations.path("method").asText("").toUpperCase(Locale.ROOT);
        Set<Fact> facts = method.isEmpty()
                ? Fact.of(Fact.REQUIRED)
                : placed ? Fact.of(Fact.REQUIRED, Fact.METHOD, Fact.PLACE) : Fact.of(Fact.REQUIRED, Fact.METHOD);
        String version = annotations.path("version").asText("");
        String category = Names.line(annotations.path("category").asText(null));
        ApiOperation operation = new ApiOperation(Names.isVersion(version) ? version : null, name,
                method.isEmpty() ? List.of() : List.of(method), List.of("https"), null, null,
                Names.line(tool.path("description").asText(null)), category, null,
                annotations.path("deprecated").asBoolean(false), null, false, parameters, Schema.ANY, Map.of(),
                Map.of(), new Provenance(source, location, fetched, true));
        return new FoundOperation(operation, facts);
    }

    private ApiParameter parameter(String name, Schema schema, JsonNode place) {
        String wireName = place.path("name").asText("");
        return new ApiParameter(wireName.isEmpty() ? name : wireName, Placement.of(place.path("in").asText("query")),
                Style.of(place.path("style").asText(null)), schema);
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new HashSet<>();
        for (JsonNode one : list) {
            names.add(one.asText());
        }
        return names;
    }
}
