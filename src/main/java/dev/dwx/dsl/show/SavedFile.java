package dev.dwx.dsl.show;

import dev.dwx.render.Look;
import dev.dwx.render.OutputForm;
import dev.dwx.render.Renderer;
import dev.dwx.render.chart.Chart;
import dev.dwx.render.chart.ChartImage;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A value in a file, in the form that the file's ending says: json, csv, yaml, md, txt (a table), tree; png and svg of a chart.
 * A file that is there is replaced, as a shell's {@code >} does, and that is said; it is replaced whole or not at all.
 */
public final class SavedFile {
    private final Path file;
    private final String ending;

    /** @throws IllegalArgumentException when the ending says no form */
    public SavedFile(Path file) {
        this.file = file;
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (!isPicture() && form() == null) {
            throw new IllegalArgumentException(Texts.of("The ending of '{0}' says no form; there are json, csv, yaml, md, tree and txt, "
                    + "and for charts png and svg", name));
        }
    }

    private boolean isPicture() {
        return ending.equals("png") || ending.equals("svg");
    }

    private OutputForm form() {
        return switch (ending) {
            case "json" -> OutputForm.JSON;
            case "csv" -> OutputForm.CSV;
            case "yaml", "yml" -> OutputForm.YAML;
            case "md" -> OutputForm.MD;
            case "tree" -> OutputForm.TREE;
            case "txt" -> OutputForm.TABLE;
            default -> null;
        };
    }

    /**
     * Writes the value.
     *
     * @param zone of the times in a table
     * @return a line that says what was written
     * @throws IllegalArgumentException for a picture of what is no chart
     */
    public String write(Object value, Supplier<ZoneId> zone) {
        if (isPicture() && !(value instanceof Chart)) {
            throw new IllegalArgumentException(Texts.of("Only a chart becomes a picture: save chart(rows, 'TaskName', duration), '{0}'", file));
        }
        String remark = "";
        byte[] bytes;
        if (isPicture()) {
            ChartImage image = new ChartImage((Chart) value);
            bytes = ending.equals("png") ? image.png() : image.svg();
            remark = ending.equals("png") && !image.legible()
                    ? "\n" + Texts.of("No font here has all characters of the labels; save an svg, or install one (Debian: fonts-noto-cjk)") : "";
        } else {
            String text = new Renderer(form(), Look.PLAIN).withZone(zone).render(value);
            bytes = (text.isEmpty() ? "" : text + "\n").getBytes(StandardCharsets.UTF_8);
        }
        boolean replaced = Files.exists(file);
        try {
            replace(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.of("{0} cannot be written: {1}", file, e.getMessage()), e);
        }
        return (replaced ? Texts.of("Replaced {0}, {1} bytes", file, bytes.length) : Texts.of("Wrote {0}, {1} bytes", file, bytes.length)) + remark;
    }

    /** Written beside and moved into its place: who reads it never sees half of it. What is no plain file is written to as it is. */
    private void replace(byte[] bytes) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            Files.write(file, bytes);
            return;
        }
        Path beside = file.resolveSibling(file.getFileName() + ".part" + ProcessHandle.current().pid());
        try {
            Files.write(beside, bytes);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
