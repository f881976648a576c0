package dev.dwx.catalog.discovery;

/**
 * A row of the help overview.
 *
 * @param version API version of the page
 * @param name exact name of the operation
 * @param group innermost heading above the row, or {@code null}
 * @param parentGroup the heading above that one, or {@code null}
 * @param text the row's description; may be empty
 */
record FoundTitle(String version, String name, String group, String parentGroup, String text) {
}
