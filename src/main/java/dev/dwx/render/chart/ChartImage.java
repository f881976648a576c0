package dev.dwx.render.chart;

import dev.dwx.texts.Texts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;

/**
 * A chart as a picture: the bytes of a PNG or an SVG file. The same chart gives the same file. Java's graphics are loaded here and
 * nowhere else, without a display.
 */
public final class ChartImage {
    private static final int HEIGHT = 500;
    private static final int LEAST_WIDTH = 600;
    private static final int MOST_WIDTH = 4000;
    private static final int PER_BAR = 28;
    private static final int FEW = 8;
    private static final int LONGEST_LABEL = 40;
    private static final Color BLUE = new Color(0x2f6fb3);

    private final Chart chart;

    /** @param chart must have a bar */
    public ChartImage(Chart chart) {
        if (chart.bars().isEmpty()) {
            throw new IllegalArgumentException(Texts.of("The chart has no values, so there is nothing to draw"));
        }
        this.chart = chart;
    }

    /**
     * A PNG file.
     *
     * @throws IllegalStateException when this Java cannot draw, with what has to be installed
     */
    public byte[] png() {
        return drawn(() -> encoded(drawing -> BitmapEncoder.saveBitmap(drawing.chart(), drawing.file(), BitmapEncoder.BitmapFormat.PNG)));
    }

    /**
     * An SVG file; its texts are texts, so the font is the one of who looks at it.
     *
     * @throws IllegalStateException when this Java cannot measure texts, with what has to be installed
     */
    public byte[] svg() {
        return drawn(() -> encoded(drawing -> VectorGraphicsEncoder.saveVectorGraphic(
                drawing.chart(), drawing.file(), VectorGraphicsEncoder.VectorGraphicsFormat.SVG)));
    }

    /** Whether a font here has every character of the labels; otherwise a PNG shows boxes in their place. */
    public boolean legible() {
        return drawn(() -> {
            Font font = font(Font.PLAIN, 12);
            for (Bar bar : chart.bars()) {
                if (font.canDisplayUpTo(bar.label()) >= 0) {
                    return false;
                }
            }
            return font.canDisplayUpTo(chart.title()) < 0;
        });
    }

    private interface Encoder {
        void write(Drawing drawing) throws IOException;
    }

    private record Drawing(CategoryChart chart, ByteArrayOutputStream file) {
    }

    private byte[] encoded(Encoder encoder) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            encoder.write(new Drawing(picture(), file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return file.toByteArray();
    }

    private static <T> T drawn(Supplier<T> work) {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        try {
            return work.get();
        } catch (LinkageError | InternalError e) {
            throw unable(e);
        } catch (RuntimeException e) {
            // A Java without a font configuration fails with a NullPointerException of its font manager.
            if (ofGraphics(e)) {
                throw unable(e);
            }
            throw e;
        }
    }

    private static boolean ofGraphics(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0 && (trace[0].getClassName().startsWith("sun.") || trace[0].getClassName().startsWith("java.awt."));
    }

    private static IllegalStateException unable(Throwable cause) {
        return new IllegalStateException(Texts.of("This Java cannot draw pictures: it has no graphics or no font. Install a JRE that is "
                + "not headless, fontconfig and a font (Debian: openjdk-17-jre fontconfig fonts-dejavu-core; for Chinese fonts-noto-cjk). "
                + "Charts in the terminal need none of it"), cause);
    }

    private CategoryChart picture() {
        int width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, chart.bars().size() * PER_BAR + 120));
        CategoryChart picture = new CategoryChartBuilder().width(width).height(HEIGHT).title(chart.title())
                .yAxisTitle(chart.unit() == Unit.DURATION ? scale().name() : "").build();
        CategoryStyler styler = picture.getStyler();
        styler.setLegendVisible(false);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setChartTitleVisible(!chart.title().isEmpty());
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setSeriesColors(new Color[] {BLUE});
        styler.setAvailableSpaceFill(0.8);
        styler.setXAxisLabelRotation(chart.bars().size() > FEW ? 60 : 0);
        styler.setLabelsVisible(chart.bars().size() <= FEW);
        styler.setToolTipsEnabled(false);
        styler.setAntiAlias(true);
        styler.setBaseFont(font(Font.PLAIN, 12));
        styler.setChartTitleFont(font(Font.BOLD, 14));
        styler.setAxisTitleFont(font(Font.PLAIN, 12));
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 11));
        styler.setLabelsFont(font(Font.PLAIN, 11));
        styler.setLegendLayout(Styler.LegendLayout.Vertical);
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Bar bar : chart.bars()) {
            labels.add(unique(label(bar.label()), labels));
            values.add(bar.value().doubleValue() / scale().seconds());
        }
        picture.addSeries("values", labels, values).setLineStyle(new BasicStroke(0));
        return picture;
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** A tick of the axis is one line. */
    private static String label(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        boolean longer = line.codePointCount(0, line.length()) > LONGEST_LABEL;
        return longer ? line.substring(0, line.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…" : line;
    }

    /** Two bars of one label stay two. */
    private static String unique(String label, List<String> before) {
        StringBuilder name = new StringBuilder(label);
        while (before.contains(name.toString())) {
            name.append(' ');
        }
        return name.toString();
    }

    private record Scale(String name, double seconds) {
    }

    private Scale scale() {
        double most = 0;
        for (Bar bar : chart.bars()) {
            most = Math.max(most, Math.abs(bar.value().doubleValue()));
        }
        if (chart.unit() != Unit.DURATION) {
            return new Scale("", 1);
        }
        return most >= 7200 ? new Scale(Texts.of("hours"), 3600) : most >= 120 ? new Scale(Texts.of("minutes"), 60) : new Scale(Texts.of("seconds"), 1);
    }
}
