package dev.dwx.dsl.check;

import dev.dwx.client.ApiException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;

/** Gathers what is found, and knows how sure one can be at the place that is looked at. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();
    private int doubtful;

    /** What is found until {@link #sure} cannot stop the script: it may be meant, or the script deals with it. */
    void doubt() {
        doubtful++;
    }

    void sure() {
        doubtful--;
    }

    void error(ASTNode place, String message, ApiException refusal) {
        add(new Finding(doubtful > 0 ? Severity.WARNING : Severity.ERROR, place.getLineNumber(), place.getColumnNumber(), message,
                refusal, doubtful > 0));
    }

    /** What is wrong wherever it stands. */
    void certain(ASTNode place, String message) {
        add(new Finding(Severity.ERROR, place.getLineNumber(), place.getColumnNumber(), message, null, false));
    }

    void warning(ASTNode place, String message, boolean toldLater) {
        add(new Finding(Severity.WARNING, place.getLineNumber(), place.getColumnNumber(), message, null, toldLater));
    }

    private void add(Finding finding) {
        // The first that is said of a place says most, unless several are said of one call.
        for (Finding other : found) {
            if (other.line() == finding.line() && other.column() == finding.column()
                    && (other.message().equals(finding.message()) || other.severity() == Severity.WARNING)) {
                return;
            }
        }
        found.add(finding);
    }

    List<Finding> inOrder() {
        found.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
        return List.copyOf(found);
    }
}
