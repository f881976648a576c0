package dev.dwx.render.chart;

import dev.dwx.render.DisplayWidth;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A chart as an SVG file whose texts are texts, drawn without Java's graphics: for a Java that has none, and for labels that no
 * font here can draw. Who looks at the file has the font.
 */
final class SvgBars {
    private static final int ROW = 22;
    private static final int PER_COLUMN = 7;
    private static final int BAR = 500;
    private static final int MARGIN = 16;

    private SvgBars() {
    }

    static String of(Chart chart) {
        int labels = 0;
        int values = 0;
        BigDecimal most = BigDecimal.ZERO;
        for (Bar bar : chart.bars()) {
            labels = Math.max(labels, DisplayWidth.of(bar.label()));
            values = Math.max(values, chart.unit().text(bar.value()).length());
            most = most.max(bar.value().abs());
        }
        int left = MARGIN + labels * PER_COLUMN + PER_COLUMN;
        int top = MARGIN + (chart.title().isEmpty() ? 0 : ROW);
        int width = left + BAR + (values + 2) * PER_COLUMN + MARGIN;
        int height = top + chart.bars().size() * ROW + MARGIN;
        StringBuilder svg = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(width).append("\" height=\"").append(height).append("\" font-family=\"sans-serif\" font-size=\"12\">\n")
                .append("  <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        if (!chart.title().isEmpty()) {
            text(svg, MARGIN, MARGIN + 10, " font-weight=\"bold\"", chart.title());
        }
        int y = top;
        for (Bar bar : chart.bars()) {
            int length = most.signum() == 0 ? 0 : bar.value().abs().multiply(BigDecimal.valueOf(BAR)).divide(most, MathContext.DECIMAL64)
                    .setScale(0, RoundingMode.HALF_UP).intValue();
            text(svg, left - PER_COLUMN, y + 14, " text-anchor=\"end\"", bar.label());
            svg.append("  <rect x=\"").append(left).append("\" y=\"").append(y + 3).append("\" width=\"").append(length).append("\" height=\"")
                    .append(ROW - 6).append("\" fill=\"").append(bar.value().signum() < 0 ? "#b3402f" : "#2f6fb3").append("\"/>\n");
            text(svg, left + length + PER_COLUMN, y + 14, "", chart.unit().text(bar.value()));
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void text(StringBuilder svg, int x, int y, String attributes, String text) {
        svg.append("  <text x=\"").append(x).append("\" y=\"").append(y).append('"').append(attributes).append('>');
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            boolean allowed = point >= ' ' && point != 0xfffe && point != 0xffff && !(point >= 0xd800 && point < 0xe000);
            svg.append(point == '<' ? "&lt;" : point == '>' ? "&gt;" : point == '&' ? "&amp;" : allowed ? Character.toString(point) : " ");
        }
        svg.append("</text>\n");
    }
}
