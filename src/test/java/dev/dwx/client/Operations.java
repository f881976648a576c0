package dev.dwx.client;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Provenance;
import dev.dwx.catalog.Schema;
import dev.dwx.catalog.Style;
import java.util.List;
import java.util.Map;

/** Operations made by hand. */
public final class Operations {
    private Operations() {
    }

    public static ApiOperation operation(String name, String method, List<ApiParameter> parameters) {
        return operation("2024-05-18", name, method, parameters, false);
    }

    public static ApiOperation operation(
            String version, String name, String method, List<ApiParameter> parameters, boolean streaming) {
        return new ApiOperation(version, name, method == null ? List.of() : List.of(method), List.of("https"), null,
                null, null, null, null, false, null, streaming, parameters, Schema.ANY, Map.of(), Map.of(),
                Provenance.SNAPSHOT);
    }

    public static ApiParameter query(String name, String type) {
        return parameter(name, Placement.QUERY, Style.NONE, type);
    }

    public static ApiParameter form(String name, String type) {
        return parameter(name, Placement.FORM_DATA, Style.NONE, type);
    }

    public static ApiParameter parameter(String name, Placement in, Style style, String type) {
        return new ApiParameter(name, in, style, schema(type));
    }

    public static Schema schema(String type) {
        Schema.Builder builder = Schema.ANY.toBuilder();
        if (type != null && type.endsWith("[]")) {
            return builder.type("array").items(schema(type.substring(0, type.length() - 2))).build();
        }
        return builder.type("any".equals(type) ? null : type)
                .format("integer".equals(type) ? "int64" : null).build();
    }
}
