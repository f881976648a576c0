package dev.dwx.render;

import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * Makes text of any value in one output form. Data and footer are apart, so that a caller can send the first to
 * standard output and the second elsewhere. Immutable and safe for use by many threads.
 */
public final class Renderer {
    private final OutputForm form;
    private final Look look;
    private final Supplier<ZoneId> zone;
    private final boolean footers;

    /** Shows times as the numbers that they are; see {@link #withZone}. */
    public Renderer(OutputForm form, Look look) {
        this(form, look, null, true);
    }

    private Renderer(OutputForm form, Look look, Supplier<ZoneId> zone, boolean footers) {
        this.form = form;
        this.look = look;
        this.zone = zone;
        this.footers = footers;
    }

    /**
     * Shows milliseconds since 1970 as local times, in tables only: the other forms are for programs.
     *
     * @param zones the zone in force, asked when there is a time to show
     */
    public Renderer withZone(Supplier<ZoneId> zones) {
        return new Renderer(form, look, zones, footers);
    }

    /** With or without the line under the data: a log that nobody reads as it grows needs none. */
    public Renderer withFooters(boolean shown) {
        return new Renderer(form, look, zone, shown);
    }

    public OutputForm form() {
        return form;
    }

    public Look look() {
        return look;
    }

    public Renderer withForm(OutputForm other) {
        return new Renderer(other, look, zone, footers);
    }

    public Renderer withLook(Look other) {
        return new Renderer(form, other, zone, footers);
    }

    /**
     * The value as text: lines joined by {@code \n}, none at the end. Rows of a lazy listing are fetched here, so
     * this may take as long as the calls behind it and throw what they throw.
     */
    public String render(Object value) {
        return formOf().text(value, look);
    }

    /** The lines under the data, mostly one, such as {@code 2 of 2 · RequestId 7F0A… · 12 ms}, or {@code null} for none. */
    public String footer(Object value) {
        if (!footers || !(value instanceof Showable showable) || showable.footer() == null) {
            return null;
        }
        String footer = showable.footer();
        return look.remark(VisibleText.lines(look.unicode() ? footer : footer.replace("·", "|").replace("…", "..."), look));
    }

    private Form formOf() {
        return switch (form) {
            case TABLE -> new TableForm(zone);
            case JSON -> new JsonForm();
            case CSV -> new CsvForm();
            case YAML -> new YamlForm();
        };
    }
}
