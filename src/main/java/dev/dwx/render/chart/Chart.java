package dev.dwx.render.chart;

import dev.dwx.render.DisplayWidth;
import dev.dwx.render.Drawn;
import dev.dwx.render.Look;
import dev.dwx.render.VisibleText;
import dev.dwx.texts.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values drawn in the terminal, as bars or as one line of little columns:
 *
 * <pre>
 *   Success  ████████████████████████████████████████  86
 *   Failure  █                                          2
 *
 *   ▁▂▅█▃  2 to 86
 * </pre>
 *
 * To a program it is rows of label and value; durations are seconds.
 *
 * @param style how it is drawn
 * @param title above it, or empty
 * @param unit of all values
 * @param bars in the order in which they are drawn
 * @param without rows that had no value, and so no bar
 */
public record Chart(Style style, String title, Unit unit, List<Bar> bars, int without) implements Drawn {
    /** How a chart is drawn in a terminal. */
    public enum Style {
        BARS, SPARK
    }

    private static final int USUAL_WIDTH = 80;
    private static final int LONGEST_LABEL = 40;
    private static final int LEAST_BAR = 8;
    private static final int MOST_BAR = 60;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
    private static final String COLUMNS = "▁▂▃▄▅▆▇█";
    private static final String PLAIN_COLUMNS = "_.-=+*#@";
    private static final String CYAN = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    public Chart {
        bars = List.copyOf(bars);
    }

    @Override
    public Object value() {
        List<Object> rows = new ArrayList<>();
        for (Bar bar : bars) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("label", bar.label());
            row.put(unit == Unit.DURATION ? "seconds" : "value", bar.value());
            rows.add(row);
        }
        return rows;
    }

    @Override
    public String drawn(Look look) {
        List<String> lines = new ArrayList<>();
        if (!title.isEmpty()) {
            lines.add("  " + look.strong(VisibleText.line(title, look)));
        }
        if (bars.isEmpty()) {
            lines.add("  (none)");
        } else if (style == Style.SPARK) {
            lines.add("  " + spark(look));
        } else {
            addBars(lines, look);
        }
        if (without == 1) {
            lines.add("  " + look.remark(Texts.of("1 row has no value")));
        } else if (without > 1) {
            lines.add("  " + look.remark(Texts.of("{0} rows have no value", without)));
        }
        return String.join("\n", lines);
    }

    private void addBars(List<String> lines, Look look) {
        int labels = 0;
        int texts = 0;
        BigDecimal most = BigDecimal.ZERO;
        List<String> shown = new ArrayList<>();
        int width = look.terminal() ? look.width() : USUAL_WIDTH;
        int longest = Math.max(LEAST_BAR, Math.min(LONGEST_LABEL, width / 3));
        for (Bar bar : bars) {
            String label = DisplayWidth.cut(VisibleText.line(bar.label(), look), longest, look.unicode() ? "…" : "...");
            shown.add(label);
            labels = Math.max(labels, DisplayWidth.of(label));
            texts = Math.max(texts, unit.text(bar.value()).length());
            most = most.max(bar.value().abs());
        }
        int room = Math.max(LEAST_BAR, Math.min(MOST_BAR, width - 2 - labels - 2 - 2 - texts));
        for (int i = 0; i < bars.size(); i++) {
            String bar = bar(bars.get(i).value(), most, room, look.unicode());
            String text = unit.text(bars.get(i).value());
            lines.add("  " + shown.get(i) + " ".repeat(labels - DisplayWidth.of(shown.get(i))) + "  "
                    + (look.colour() && !bar.isEmpty() ? CYAN + bar + PLAIN : bar) + " ".repeat(room - bar.length() + 2)
                    + " ".repeat(texts - text.length()) + text);
        }
    }

    /** In eighths of a column; what is not nothing shows at least one of them. A minus sign leads what is below zero. */
    private static String bar(BigDecimal value, BigDecimal most, int room, boolean unicode) {
        if (value.signum() == 0) {
            return "";
        }
        String sign = value.signum() < 0 ? "-" : "";
        int steps = unicode ? 8 : 1;
        BigDecimal whole = BigDecimal.valueOf((long) (room - sign.length()) * steps);
        int parts = Math.max(1, value.abs().multiply(whole).divide(most, MathContext.DECIMAL64).intValue());
        if (!unicode) {
            return sign + "#".repeat(parts);
        }
        return sign + "█".repeat(parts / 8) + (parts % 8 == 0 ? "" : EIGHTHS.charAt(parts % 8));
    }

    private String spark(Look look) {
        BigDecimal least = bars.get(0).value();
        BigDecimal most = least;
        for (Bar bar : bars) {
            least = least.min(bar.value());
            most = most.max(bar.value());
        }
        String steps = look.unicode() ? COLUMNS : PLAIN_COLUMNS;
        BigDecimal span = most.subtract(least);
        StringBuilder line = new StringBuilder();
        for (Bar bar : bars) {
            int step = span.signum() == 0 ? 0
                    : bar.value().subtract(least).multiply(BigDecimal.valueOf(7)).divide(span, MathContext.DECIMAL64).intValue();
            line.append(steps.charAt(step));
        }
        String drawn = look.colour() ? CYAN + line + PLAIN : line.toString();
        return drawn + "  " + Texts.of("{0} to {1}", unit.text(least), unit.text(most));
    }

    @Override
    public String toString() {
        return drawn(Look.PLAIN);
    }
}
