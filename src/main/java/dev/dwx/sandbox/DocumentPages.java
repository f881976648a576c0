package dev.dwx.sandbox;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiDocsWriter;
import dev.dwx.catalog.ApiDocument;
import dev.dwx.catalog.ApiOperation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The documents that a client learns the operations from, made from the catalog, at the paths where the vendor has
 * them: {@code /meta/v1/products/dataworks-public/versions/VERSION/api-docs.json}, {@code …/apis/NAME/api.json},
 * {@code /zh/dataworks/developer-reference/api-dataworks-public-VERSION-overview} and {@code /pop-mcp-tools}. Each has
 * an {@code ETag}.
 */
final class DocumentPages {
    private static final String META = "/meta/v1/products/" + ApiCatalog.PRODUCT + "/versions/";
    private static final String HELP = "/zh/dataworks/developer-reference/api-" + ApiCatalog.PRODUCT + "-";
    private static final String JSON = WireAnswer.JSON;

    private record Document(String contentType, byte[] bytes, String etag) {
    }

    private final ApiCatalog catalog;
    private final ToolCatalogue tools;
    private final Map<String, Document> made = new ConcurrentHashMap<>();

    DocumentPages(ApiCatalog catalog, ToolCatalogue tools) {
        this.catalog = catalog;
        this.tools = tools;
    }

    /** The document, or {@code null} when there is none at that path. */
    WireAnswer answer(WireRequest request) {
        String path = request.path();
        boolean known = path.startsWith(META) || path.startsWith(HELP) || path.equals("/pop-mcp-tools");
        if (!known) {
            return null;
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return WireAnswer.json(405, Map.of("code", 405, "message", "Method Not Allowed"));
        }
        String agent = request.header("user-agent");
        if (path.startsWith(HELP) && (agent == null || !agent.startsWith("Mozilla/"))) {
            // The help site turns away what does not look like a browser.
            return WireAnswer.text(403, "text/html;charset=utf-8",
                    "<!doctype html><html><head><title>403</title></head><body>403</body></html>");
        }
        Document document = document(request);
        if (document == null) {
            return path.startsWith(HELP)
                    ? WireAnswer.text(404, "text/html;charset=utf-8",
                            "<!doctype html><html><head><title>404</title></head><body>404</body></html>")
                    : WireAnswer.json(404, Map.of("code", 404, "message", "not found"));
        }
        String asked = request.header("if-none-match");
        if (asked != null && Arrays.asList(asked.split("\\s*,\\s*")).contains(document.etag())) {
            return WireAnswer.bytes(304, document.contentType(), new byte[0]).with("ETag", document.etag());
        }
        return WireAnswer.bytes(200, document.contentType(), document.bytes()).with("ETag", document.etag());
    }

    private Document document(WireRequest request) {
        String path = request.path();
        if (path.equals("/pop-mcp-tools")) {
            return toolList(request);
        }
        if (path.startsWith(HELP)) {
            String rest = path.substring(HELP.length());
            String version = rest.endsWith("-overview") ? rest.substring(0, rest.length() - 9) : "";
            return !catalog.versions().contains(version) ? null : made.computeIfAbsent(path,
                    key -> of("text/html;charset=utf-8", OverviewPage.write(catalog, version)));
        }
        String[] parts = path.substring(META.length()).split("/", -1);
        if (parts.length == 2 && parts[1].equals("api-docs.json") && catalog.versions().contains(parts[0])) {
            return made.computeIfAbsent(path, key -> of(JSON, new ApiDocsWriter().write(
                    ApiDocument.of(catalog, parts[0], ApiCatalog.PRODUCT, catalog.endpoints(parts[0])))));
        }
        if (parts.length == 4 && parts[1].equals("apis") && parts[3].equals("api.json")) {
            return catalog.find(parts[0], parts[2]).map(DocumentPages::wrapped).orElse(null);
        }
        return null;
    }

    /** The portal wraps the document of a single operation. */
    private static Document wrapped(ApiOperation operation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("{\"code\":0,\"data\":".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(new ApiDocsWriter().write(operation));
        out.write('}');
        return of(JSON, out.toByteArray());
    }

    private Document toolList(WireRequest request) {
        List<String> categories = filter(request, "categories");
        List<String> names = filter(request, "names");
        if (categories == null && names == null) {
            return made.computeIfAbsent(request.path(), key -> of(JSON, entries(null, null)));
        }
        return of(JSON, entries(categories, names));
    }

    private byte[] entries(List<String> categories, List<String> names) {
        List<Object> entries = new ArrayList<>();
        for (String name : names == null ? tools.names() : names) {
            Map<String, Object> entry = tools.entry(name);
            if (entry != null && (categories == null
                    || categories.contains(ToolCatalogue.category(tools.operation(name).category())))) {
                entries.add(entry);
            }
        }
        return JsonText.write(entries).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> filter(WireRequest request, String name) {
        try {
            for (Map.Entry<String, String> pair : request.query()) {
                if (pair.getKey().equals(name) && !pair.getValue().isEmpty()) {
                    return Arrays.asList(pair.getValue().split(",", -1));
                }
            }
        } catch (ServiceFault e) {
            return List.of();
        }
        return null;
    }

    private static Document of(String contentType, byte[] bytes) {
        return new Document(contentType, bytes, '"' + Digests.sha256Hex(bytes).substring(0, 32) + '"');
    }
}
