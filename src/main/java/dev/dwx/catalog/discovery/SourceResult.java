package dev.dwx.catalog.discovery;

import java.util.List;

/**
 * What a source found.
 *
 * @param operations descriptions of operations
 * @param titles names with group and text, where the source is a list and no description
 * @param notices remarks for the user, one line each
 */
record SourceResult(List<FoundOperation> operations, List<FoundTitle> titles, List<String> notices) {
    static final SourceResult NOTHING = new SourceResult(List.of(), List.of(), List.of());

    SourceResult {
        operations = List.copyOf(operations);
        titles = List.copyOf(titles);
        notices = List.copyOf(notices);
    }

    /** How many operations the source names. */
    int count() {
        return operations.size() + titles.size();
    }
}
