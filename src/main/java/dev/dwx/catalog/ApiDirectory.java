package dev.dwx.catalog;

import java.util.List;

/**
 * A group of operations, as a document arranges them; groups may hold groups.
 *
 * @param title English title, or {@code null}
 * @param titleZh Chinese title, or {@code null}
 * @param operations names of the operations directly in this group
 * @param directories groups inside this one
 */
public record ApiDirectory(String title, String titleZh, List<String> operations, List<ApiDirectory> directories) {
    public ApiDirectory {
        operations = List.copyOf(operations);
        directories = List.copyOf(directories);
    }
}
