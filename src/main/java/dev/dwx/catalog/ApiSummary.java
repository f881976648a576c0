package dev.dwx.catalog;

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
}
