package dev.dwx.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dwx.texts.Texts;
import java.util.Map;

/**
 * Reads the metadata of a single operation, the document that the API portal serves as
 * {@code …/versions/{version}/apis/{Name}/api.json}. It comes plain, or wrapped as {@code {"code":0,"data":{…}}}.
 */
public final class ApiJsonReader {
    private final Provenance provenance;

    /** @param provenance what the operation read says of its origin */
    public ApiJsonReader(Provenance provenance) {
        this.provenance = provenance;
    }

    /**
     * @param version API version that was asked for; the document itself does not say it
     * @param name operation that was asked for
     * @throws CatalogException when the document reports a failure or describes no operation
     */
    public ApiOperation read(String version, String name, byte[] json) {
        return read(version, name, DocumentJson.read(json, what(version, name)));
    }

    /** As {@link #read(String, String, byte[])}, of a tree. */
    public ApiOperation read(String version, String name, JsonNode tree) {
        String what = what(version, name);
        JsonNode node = DocumentJson.unwrapped(tree, what);
        if (!node.isObject() || !node.path("methods").isArray() && !node.path("parameters").isArray()) {
            throw new CatalogException(Texts.of("{0} describes no operation: it has neither methods nor parameters.", what));
        }
        Map<String, Schema> components = ApiDocsReader.components(node.path("components").path("schemas"));
        return new OperationReader(version, components, provenance).read(name, node, null, null);
    }

    private static String what(String version, String name) {
        return Texts.of("The description of {0} ({1})", name, version);
    }
}
