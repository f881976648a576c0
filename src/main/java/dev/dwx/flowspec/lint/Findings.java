package dev.dwx.flowspec.lint;

import java.util.ArrayList;
import java.util.List;

/** Collects what a check finds, each thing once. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void error(String code, String path, String text, String fix) {
        add(new Finding(code, Finding.Severity.ERROR, path, text, fix));
    }

    void warn(String code, String path, String text, String fix) {
        add(new Finding(code, Finding.Severity.WARNING, path, text, fix));
    }

    private void add(Finding finding) {
        if (!found.contains(finding)) {
            found.add(finding);
        }
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
