package dev.dwx.sandbox;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiSummary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The help site's overview of a version. Like the real page it carries its document as HTML text within a JSON value
 * that a script assigns: a heading for each category, a table with a row for each operation.
 */
final class OverviewPage {
    private OverviewPage() {
    }

    static byte[] write(ApiCatalog catalog, String version) {
        Map<String, List<ApiSummary>> groups = new LinkedHashMap<>();
        for (ApiSummary summary : catalog.list()) {
            if (summary.version().equals(version)) {
                String title = summary.categoryZh() != null ? summary.categoryZh()
                        : summary.category() != null ? summary.category() : "其它";
                groups.computeIfAbsent(title, key -> new ArrayList<>()).add(summary);
            }
        }
        StringBuilder content = new StringBuilder("<main>");
        groups.forEach((title, summaries) -> {
            content.append("<h2>").append(escape(title))
                    .append("</h2><table><thead><tr><th>API</th><th>说明</th></tr></thead><tbody>");
            for (ApiSummary summary : summaries) {
                content.append("<tr><td><p><a href=\"/zh/dataworks/developer-reference/api-")
                        .append(ApiCatalog.PRODUCT).append('-').append(version).append('-')
                        .append(summary.name().toLowerCase(Locale.ROOT)).append("\">")
                        .append(escape(summary.name())).append("</a></p></td><td><p>")
                        .append(escape(summary.summary() == null ? summary.name() : summary.summary()))
                        .append("</p></td></tr>");
            }
            content.append("</tbody></table>");
        });
        content.append("<h2>SDK 参考</h2><p>-</p></main>");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("nodeId", 1001L);
        data.put("title", "API 概览");
        data.put("docTitle", "API 概览");
        data.put("alias", "/dataworks/developer-reference/api-" + ApiCatalog.PRODUCT + "-" + version + "-overview");
        data.put("version", 1L);
        data.put("lastModifiedTime", 1_767_225_600_000L);
        data.put("content", content.toString());
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("storeData", Map.of("data", data));
        detail.put("data", Map.of("content", ""));
        // A closing tag inside a script ends it, whatever it stands in.
        String json = JsonText.write(Map.of("docDetailData", detail)).replace("</", "<\\/");
        String page = "<!doctype html><html><head><meta charset=\"utf-8\"><title>API 概览</title></head><body>"
                + "<div id=\"ice-container\"></div>\n<script>window.__ICE_APP_CONTEXT__={\"appData\":{}};</script>\n"
                + "<script>\nwindow.__ICE_PAGE_PROPS__ = " + json
                + "; window.__AFTER__ = {};\n</script></body></html>\n";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
