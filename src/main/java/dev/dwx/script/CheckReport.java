package dev.dwx.script;

import dev.dwx.dsl.Checked;
import dev.dwx.render.Look;
import dev.dwx.render.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What checks of scripts have found, for people and for programs. People read, as of a compiler:
 *
 * <pre>
 * nightly.dwx:3:12: error: ListProjects (2024-05-18): there is no parameter PageSiz; did you mean PageSize?
 *   ListProjects(PageSiz: 10)
 *                ^
 * </pre>
 */
public final class CheckReport {
    private CheckReport() {
    }

    /** The text for people, one block for each finding, no line end behind the last. */
    public static String text(List<Checked> found) {
        StringBuilder text = new StringBuilder();
        for (Checked one : found) {
            text.append(text.length() == 0 ? "" : "\n").append(one.source()).append(':');
            if (one.line() > 0) {
                text.append(one.line()).append(':').append(Math.max(one.column(), 1)).append(':');
            }
            text.append(' ').append(one.severity().word()).append(": ");
            String message = one.message();
            int end = message.indexOf('\n');
            text.append(end < 0 ? message : message.substring(0, end));
            if (one.text() != null && !one.text().isBlank()) {
                text.append('\n');
                CaretLine.append(text, one.text().stripTrailing(), one.column());
                text.setLength(text.length() - 1);
            }
            text.append(end < 0 ? "" : message.substring(end));
        }
        return VisibleText.lines(text.toString(), Look.PLAIN);
    }

    /** One row for each finding: file, line, column, severity, message. */
    public static List<Object> rows(List<Checked> found) {
        List<Object> rows = new ArrayList<>();
        for (Checked one : found) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("file", one.source());
            row.put("line", one.line());
            row.put("column", one.column());
            row.put("severity", one.severity().word());
            row.put("message", one.message());
            rows.add(row);
        }
        return rows;
    }
}
