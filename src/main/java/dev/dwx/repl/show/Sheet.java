package dev.dwx.repl.show;

import dev.dwx.render.Folding;
import dev.dwx.render.Layout;
import dev.dwx.render.LongRows;
import dev.dwx.render.OutputForm;
import dev.dwx.render.Reading;
import dev.dwx.render.Renderer;
import dev.dwx.render.Showable;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * A value on its way to the window: laid out as often as it is asked for, and of a lazy listing as many rows read as somebody
 * wants to see. What has been read is not read again.
 */
final class Sheet {
    /** As many as a person reads without asking for more. */
    static final int AT_ONCE = 100;
    private static final int VERY_WIDE = 100_000;

    private final Object value;
    private final List<String> ready;
    private final Reading reading;
    private final List<Object> read = new ArrayList<>();
    private boolean more;
    private Object shown;
    private Layout last;

    Sheet(Object value) {
        this(value, null);
    }

    private Sheet(Object value, List<String> ready) {
        this.value = value;
        this.ready = ready;
        reading = value instanceof Showable showable && showable.isLazy() ? showable.reading() : null;
        if (reading != null) {
            readOn();
        }
    }

    /** A text that is drawn already, such as a page of help. */
    static Sheet drawn(String text) {
        return new Sheet(text, text.lines().toList());
    }

    /** What is shown: the value, or the rows of it that have been read. Very many rows are laid out where somebody looks at them. */
    Object shown() {
        if (shown == null) {
            shown = LongRows.of(reading == null ? value : new Rows(List.copyOf(read), footer()));
        }
        return shown;
    }

    /** What has not been shown in full so far, or {@code null}. */
    String note() {
        return last == null ? null : last.note().get();
    }

    /** How many rows of a lazy listing have been read. */
    int count() {
        return read.size();
    }

    boolean more() {
        return more;
    }

    /** Reads some more rows; returns when they are there. */
    void readOn() {
        read.addAll(reading.next(AT_ONCE));
        more = reading.more();
        shown = null;
    }

    Layout layout(Renderer renderer, boolean wide) {
        last = laidOut(renderer, wide);
        return last;
    }

    private Layout laidOut(Renderer renderer, boolean wide) {
        if (wide) {
            return ready != null ? new Layout(ready, 0) : renderer.withLook(renderer.look().withWidth(VERY_WIDE)).layout(shown());
        }
        Layout layout = ready != null ? new Layout(ready, 0) : renderer.layout(shown());
        boolean text = renderer.form() == OutputForm.TABLE || renderer.form() == OutputForm.VERTICAL || ready != null;
        return text && layout.headings() == 0 && !(shown instanceof LongRows) ? new Layout(Folding.of(layout.lines(), renderer.look().width()), 0) : layout;
    }

    /** Whether it is rows that have no room side by side, so that a wide window to move over is better than blocks. */
    boolean tooWide(Renderer renderer) {
        return renderer.form() == OutputForm.TABLE && layout(renderer, false).headings() == 0 && layout(renderer, true).headings() > 0;
    }

    String footer() {
        if (reading == null) {
            return value instanceof Showable showable ? showable.footer() : null;
        }
        int count = read.size();
        if (!more) {
            return count + " of " + count;
        }
        return reading.total() == null ? Texts.of("the first {0}; .toList() has all, .count() says how many", count)
                : Texts.of("the first {0} of {1}; .toList() has all, .count() says how many", count, reading.total());
    }

    /** Rows of a lazy listing that are there. */
    private record Rows(List<Object> rows, String footer) implements Showable {
        @Override
        public boolean isListing() {
            return true;
        }

        @Override
        public Object value() {
            return rows;
        }
    }
}
