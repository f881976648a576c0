package dev.dwx.repl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Provenance;
import dev.dwx.catalog.Schema;
import dev.dwx.catalog.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Three operations to type at a prompt in specs. */
public final class StubCatalog implements ApiCatalog {
    private static final List<ApiOperation> ALL = List.of(
            operation("ListNodes", "Lists the nodes of a project.",
                    parameter("PageSize", "integer", false, "How many nodes a page has, 100 at most."),
                    parameter("ProjectId", "integer", true, "The project."),
                    parameter("Scene", "string", false, "Where the node is.", "DATAWORKS_PROJECT", "DATAWORKS_MANUAL_WORKFLOW")),
            operation("ListProjects", "Lists projects."),
            operation("DeleteNode", "Deletes a node.", parameter("Id", "string", true, "The node.")));

    private static ApiParameter parameter(String name, String type, boolean required, String description, String... values) {
        Schema schema = new Schema.Builder().type(type).required(required).description(description).enumeration(List.of(values)).build();
        return new ApiParameter(name, Placement.QUERY, Style.values()[0], schema);
    }

    private static ApiOperation operation(String name, String summary, ApiParameter... parameters) {
        return new ApiOperation(V2024, name, List.of("POST"), List.of("https"), null, null, summary, null, null, false, null, false,
                List.of(parameters), Schema.ANY, Map.of(), Map.of(), Provenance.SNAPSHOT);
    }

    @Override
    public List<String> versions() {
        return List.of(V2024);
    }

    @Override
    public List<ApiSummary> list() {
        List<ApiSummary> rows = new ArrayList<>();
        ALL.forEach(one -> rows.add(new ApiSummary(one.version(), one.name(), one.summary(), null, null, false)));
        return rows;
    }

    @Override
    public Optional<ApiOperation> find(String version, String name) {
        return ALL.stream().filter(one -> one.version().equals(version) && one.name().equals(name)).findFirst();
    }
}
