package dev.dwx.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the service's metadata of one whole version, the document that the API portal serves as
 * {@code …/meta/v1/products/dataworks-public/versions/{version}/api-docs.json}.
 *
 * <p>Documents differ by age and place, and all of their forms are taken: operations as a map, as a list of names or
 * as a list of entries; directories absent, flat, or nested to any depth, in one language or two; limits as texts or
 * numbers; an empty {@code path}. Unknown members are passed over.
 */
public final class ApiDocsReader {
    private final Provenance provenance;

    /** @param provenance what every operation read says of its origin */
    public ApiDocsReader(Provenance provenance) {
        this.provenance = provenance;
    }

    /**
     * Reads UTF-8 JSON; the stream is not closed.
     *
     * @throws CatalogException when this is no such document
     */
    public ApiDocument read(InputStream in) throws IOException {
        return read(DocumentJson.read(in, Texts.of("The API document")));
    }

    /** @throws CatalogException when this is no such document */
    public ApiDocument read(byte[] json) {
        return read(DocumentJson.read(json, Texts.of("The API document")));
    }

    /** @throws CatalogException when this is no such document */
    public ApiDocument read(JsonNode tree) {
        JsonNode root = DocumentJson.unwrapped(tree, Texts.of("The API document"));
        JsonNode apis = root.get("apis");
        if (apis == null || !apis.isContainerNode()) {
            throw new CatalogException(Texts.of("{0} has no \"apis\": it is not the metadata of a product version. Expected is the "
                    + "api-docs.json of the API portal.", Texts.of("The API document")));
        }
        String version = SchemaReader.text(root.path("info").get("version"));
        String product = SchemaReader.text(root.path("info").get("product"));
        Map<String, Schema> components = components(root.path("components").path("schemas"));
        List<ApiDirectory> directories = new ArrayList<>();
        Map<String, ApiDirectory> groups = new HashMap<>();
        readDirectories(root.path("directories"), null, directories, new ArrayList<>(), groups);
        List<ApiOperation> operations = operations(apis, new OperationReader(version, components, provenance), groups);
        List<RegionEndpoint> endpoints = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        readEndpoints(root.path("endpoints"), endpoints, refused);
        return new ApiDocument(product, version, operations, directories, endpoints, refused, components);
    }

    static Map<String, Schema> components(JsonNode node) {
        Map<String, Schema> components = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> component : node.properties()) {
            components.put(component.getKey(), SchemaReader.read(component.getValue()));
        }
        return components;
    }

    private static List<ApiOperation> operations(
            JsonNode apis, OperationReader reader, Map<String, ApiDirectory> groups) {
        Map<String, ApiOperation> operations = new LinkedHashMap<>();
        if (apis.isObject()) {
            for (Map.Entry<String, JsonNode> api : apis.properties()) {
                put(operations, api.getKey(), api.getValue(), reader, groups);
            }
        } else {
            for (JsonNode api : apis) {
                String name = api.isTextual() ? api.textValue() : SchemaReader.text(api.get("name"));
                put(operations, name == null ? SchemaReader.text(api.get("apiName")) : name, api, reader, groups);
            }
        }
        return new ArrayList<>(operations.values());
    }

    private static void put(Map<String, ApiOperation> operations, String name, JsonNode node,
            OperationReader reader, Map<String, ApiDirectory> groups) {
        if (name == null || name.isBlank()) {
            return;
        }
        ApiDirectory group = groups.get(name);
        String category = group == null ? null : group.title();
        String categoryZh = group == null ? null : group.titleZh();
        operations.put(name, node.isObject() ? reader.read(name, node, category, categoryZh)
                : reader.named(name, category, categoryZh));
    }

    /** A group without a title is no group: what it holds belongs to the one around it. */
    private static void readDirectories(JsonNode nodes, ApiDirectory titles, List<ApiDirectory> into,
            List<String> names, Map<String, ApiDirectory> groups) {
        for (JsonNode node : nodes) {
            if (node.isTextual()) {
                names.add(node.textValue());
                if (titles != null) {
                    groups.putIfAbsent(node.textValue(), titles);
                }
                continue;
            }
            String title = SchemaReader.text(node.get("title"));
            String titleZh = SchemaReader.text(node.get("titleZh"));
            if ((title == null || title.isBlank()) && (titleZh == null || titleZh.isBlank())) {
                readDirectories(node.path("children"), titles, into, names, groups);
                continue;
            }
            if (titleZh == null && hasHan(title)) {
                titleZh = title;
                title = null;
            }
            List<ApiDirectory> inner = new ArrayList<>();
            List<String> innerNames = new ArrayList<>();
            readDirectories(node.path("children"), new ApiDirectory(title, titleZh, List.of(), List.of()), inner,
                    innerNames, groups);
            into.add(new ApiDirectory(title, titleZh, innerNames, inner));
        }
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static void readEndpoints(JsonNode nodes, List<RegionEndpoint> endpoints, List<String> refused) {
        for (JsonNode node : nodes) {
            String region = SchemaReader.text(node.get("regionId"));
            String host = SchemaReader.text(node.get("endpoint"));
            String vpc = SchemaReader.text(node.get("vpc"));
            if (vpc != null && !isServiceHost(vpc)) {
                refused.add(vpc);
                vpc = null;
            }
            if (host != null && !isServiceHost(host)) {
                refused.add(host);
            } else if (region != null && host != null) {
                endpoints.add(new RegionEndpoint(region, host, vpc));
            }
        }
    }

    /**
     * Signed requests go to these hosts, so a document may not send them elsewhere: only plain host names below
     * {@code aliyuncs.com} pass; a port, a path or a user name does not.
     */
    private static boolean isServiceHost(String host) {
        if (!host.endsWith(".aliyuncs.com") || host.startsWith(".")) {
            return false;
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.')) {
                return false;
            }
        }
        return true;
    }
}
