package dev.dwx.flowspec.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a check finds, each thing once. */
final class Findings {
    private final Set<Finding> found = new LinkedHashSet<>();

    void error(String code, String path, String text, String fix) {
        add(new Finding(code, Finding.Severity.ERROR, path, text, fix));
    }

    void warn(String code, String path, String text, String fix) {
        add(new Finding(code, Finding.Severity.WARNING, path, text, fix));
    }

    /** With the change that mends it. */
    void error(String code, String path, String text, String fix, QuickFix change) {
        add(new Finding(code, Finding.Severity.ERROR, path, text, fix, change, 0));
    }

    void warn(String code, String path, String text, String fix, QuickFix change) {
        add(new Finding(code, Finding.Severity.WARNING, path, text, fix, change, 0));
    }

    void add(Finding finding) {
        if (!LintRules.isRule(finding.code())) {
            throw new IllegalStateException("there is no rule " + finding.code());
        }
        found.add(finding);
    }

    boolean has(String code, String path) {
        for (Finding finding : found) {
            if (finding.code().equals(code) && finding.path().equals(path)) {
                return true;
            }
        }
        return false;
    }

    List<Finding> all() {
        return new ArrayList<>(found);
    }
}
