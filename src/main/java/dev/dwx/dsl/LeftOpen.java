package dev.dwx.dsl;

import dev.dwx.dsl.check.Finding;
import dev.dwx.dsl.check.Severity;
import dev.dwx.texts.Texts;

/** A bracket, a text of several lines or a comment that a script never closes: the compiler only complains of what comes after. */
final class LeftOpen {
    private LeftOpen() {
    }

    /** The innermost one, where it begins; {@code null} when nothing is open. */
    static Finding in(String text) {
        SourceScan scan = SourceScan.of(text);
        SourceScan.Open open = scan.innermost();
        String missing = open == null ? null : scan.missing();
        if (missing == null) {
            return null;
        }
        String said = open.isComment() ? Texts.of("The comment that begins here is never closed: {0} is missing at its end.", missing)
                : open.isQuote() ? Texts.of("The text that begins here is never closed: {0} is missing at its end.", missing)
                : Texts.of("The {0} here is never closed: a {1} is missing.", open.mark(), missing);
        int begin = text.lastIndexOf('\n', open.position() - 1) + 1;
        int line = (int) text.substring(0, begin).chars().filter(c -> c == '\n').count() + 1;
        return new Finding(Severity.ERROR, line, open.position() - begin + 1, said, null, true);
    }
}
