package dev.dwx.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What lists, search and completion need of an operation, readable without decoding the whole of it.
 *
 * @param version API version
 * @param name exact spelling
 * @param summary one line, or {@code null}
 * @param category directory title in English, or {@code null}
 * @param categoryZh directory title in Chinese, or {@code null}
 * @param deprecated whether any source calls it deprecated
 */
public record ApiSummary(
        String version, String name, String summary, String category, String categoryZh, boolean deprecated) {
    /** The operation as a row of a listing: {@code Name}, {@code Version}, {@code Category}, {@code Summary}. */
    public Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Name", name);
        row.put("Version", version);
        row.put("Category", category);
        String text = summary == null ? "" : summary;
        row.put("Summary", deprecated ? "(deprecated) " + text : text);
        return row;
    }
}
