package dev.dwx.render;

import java.time.ZoneId;
import java.util.List;
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
     * Shows milliseconds since 1970 as local times, in the forms for people only: the others are for programs.
     *
     * @param zones the zone in force, asked when there is a time to show
     */
    public Renderer withZone(Supplier<ZoneId> zones) {
        return new Renderer(form, look, zones, footers);
    }

    /** The same, hearing of it when a time is shown as the local one. */
    public Renderer whenTimesAreShown(Runnable heard) {
        return zone == null ? this : withZone(() -> {
            heard.run();
            return zone.get();
        });
    }

    /** Shows times as the numbers that came. */
    public Renderer raw() {
        return withZone(null);
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

    /** The same as lines; nothing for an empty text. A table of {@link LongRows} is laid out where somebody looks at it. */
    public Layout layout(Object value) {
        if (value instanceof LongRows many && form == OutputForm.TABLE && look.terminal()) {
            return many.layout(look, zone);
        }
        String text = render(value);
        List<String> lines = text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
        List<Object> rows = lines.size() < 2 || value instanceof Drawn || form == OutputForm.VERTICAL ? null : Listing.rowsOf(value);
        boolean records = rows != null && !rows.isEmpty() && Listing.allMaps(rows);
        int headings = !records ? 0 : switch (form) {
            case TABLE -> headedBy(lines, rows) ? 1 : 0;
            case CSV -> 1;
            case MD -> 2;
            default -> 0;
        };
        return new Layout(lines, headings);
    }

    /** A table has a line for each row; a block for each row has more. */
    private static boolean headedBy(List<String> lines, List<Object> rows) {
        return lines.size() > rows.size() && !lines.contains("");
    }

    /** A value as maps with text keys, lists and scalars; of a listing its rows. Nothing in it is the value's own. */
    public static Object data(Object value) {
        List<Object> rows = Listing.rowsOf(value);
        return rows == null ? PlainValue.of(value) : rows;
    }

    /** A scalar of such data as it stands under a field: a time as the local time, nothing as {@code null}. Of several lines, perhaps. */
    public String scalar(String key, Object plain) {
        Object shown = plain == null ? "null" : new LocalTimes(zone).in(key, plain);
        return VisibleText.lines(Fields.scalar(shown), look).replace("\t", "    ");
    }

    /** What a map or list of such data holds, in a few words. */
    public String summary(Object plain) {
        return VisibleText.line(Folded.summary(plain, look), look);
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
            case VERTICAL -> new VerticalForm(new LocalTimes(zone));
            case TREE -> new TreeForm(new LocalTimes(zone));
            case MD -> new MarkdownForm(new LocalTimes(zone));
            case JSON -> new JsonForm();
            case CSV -> new CsvForm();
            case YAML -> new YamlForm();
        };
    }
}
