package dev.dwx.catalog;

import java.util.List;
import java.util.Map;

/**
 * One {@code api-docs.json}, read: every operation of one version of one product.
 *
 * @param product {@code dataworks-public}, or {@code null} where the document does not say
 * @param version API version, or {@code null} where the document does not say
 * @param operations in the document's order; those of a document that only lists names are not
 *     {@linkplain ApiOperation#described() described}
 * @param directories top-level groups; empty where the document has none
 * @param endpoints hosts by region, only those below {@code aliyuncs.com}
 * @param refusedHosts hosts that the document names for a region but that are not the service's; never to be used,
 *     kept so that somebody can be told
 * @param components schemas that operations refer to by name
 */
public record ApiDocument(
        String product,
        String version,
        List<ApiOperation> operations,
        List<ApiDirectory> directories,
        List<RegionEndpoint> endpoints,
        List<String> refusedHosts,
        Map<String, Schema> components) {

    public ApiDocument {
        operations = List.copyOf(operations);
        directories = List.copyOf(directories);
        endpoints = List.copyOf(endpoints);
        refusedHosts = List.copyOf(refusedHosts);
        components = OrderedCopy.of(components);
    }

    /**
     * One version of a catalog as a document, its operations grouped by category in the order in which these appear.
     * Where operations of different origin use one component name for different schemas, the later ones get names of
     * their own.
     */
    public static ApiDocument of(
            ApiCatalog catalog, String version, String product, List<RegionEndpoint> endpoints) {
        return new DocumentBuilder(catalog, version).build(product, endpoints);
    }
}
