package dev.dwx.dsl.lint;

import dev.dwx.dsl.flow.Flow;
import dev.dwx.flowspec.lint.Finding;
import dev.dwx.flowspec.lint.SpecCheck;
import dev.dwx.flowspec.lint.SpecSetting;
import dev.dwx.render.Showable;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with a document: a table with the errors first, and a list of one map for each finding. {@link #fix} gives the document with
 * all that a machine can mend.
 */
public final class LintReport implements Showable, Iterable<Object> {
    private final Object spec;
    private final SpecSetting setting;
    private final Set<String> off;
    private final List<Finding> findings = new ArrayList<>();

    LintReport(Object spec, SpecSetting setting, Set<String> off) {
        this.spec = spec;
        this.setting = setting;
        this.off = off;
        List<Finding> warnings = new ArrayList<>();
        for (Finding finding : off.contains("all") ? List.<Finding>of() : SpecCheck.of(spec, setting)) {
            if (!off.contains(finding.code())) {
                (finding.isError() ? findings : warnings).add(finding);
            }
        }
        findings.addAll(warnings);
    }

    /** The findings themselves, errors first. */
    public List<Finding> getFindings() {
        return List.copyOf(findings);
    }

    /** What stops a call, as rows. */
    public List<Map<String, Object>> getErrors() {
        return rows(true);
    }

    /** What is worth a look, as rows. */
    public List<Map<String, Object>> getWarnings() {
        return rows(false);
    }

    /** The short names of what was found, each once. */
    public List<String> getCodes() {
        List<String> codes = new ArrayList<>();
        for (Finding finding : findings) {
            if (!codes.contains(finding.code())) {
                codes.add(finding.code());
            }
        }
        return codes;
    }

    /** Whether nothing was found. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** Groovy truth: whether a call would take the document. */
    public boolean asBoolean() {
        return getErrors().isEmpty();
    }

    /** The document with every change made that a machine can make; what is left shows in its own {@code lint()}. */
    public Flow fix() {
        return new Flow(SpecCheck.mended(spec, setting, off));
    }

    private List<Map<String, Object>> rows(boolean errors) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.isError() == errors) {
                rows.add(row(finding));
            }
        }
        return rows;
    }

    private static Map<String, Object> row(Finding finding) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Severity", finding.severity().word());
        row.put("Code", finding.code());
        if (finding.lineNumber() > 0) {
            row.put("Line", finding.lineNumber());
        }
        row.put("Path", finding.path());
        row.put("Text", finding.text());
        row.put("Fix", finding.fix() == null ? "" : finding.fix());
        row.put("QuickFix", finding.quickFix() != null);
        return row;
    }

    @Override
    public List<Object> rows() {
        List<Object> rows = new ArrayList<>(rows(true));
        rows.addAll(rows(false));
        return rows;
    }

    @Override
    public Iterator<Object> iterator() {
        return rows().iterator();
    }

    @Override
    public boolean isListing() {
        return true;
    }

    @Override
    public Object value() {
        return rows();
    }

    @Override
    public String footer() {
        int errors = getErrors().size();
        int warnings = findings.size() - errors;
        int quick = 0;
        for (Finding finding : findings) {
            quick += finding.quickFix() == null ? 0 : 1;
        }
        String counted = Texts.of("{0}, {1}", errors == 1 ? Texts.of("1 error") : Texts.of("{0} errors", errors),
                warnings == 1 ? Texts.of("1 warning") : Texts.of("{0} warnings", warnings));
        return quick == 0 ? counted : quick == findings.size() ? Texts.of("{0}; .fix() mends all", counted)
                : Texts.of("{0}; .fix() mends {1} of them", counted, quick);
    }

    @Override
    public String toString() {
        return footer();
    }
}
