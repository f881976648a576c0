package dev.dwx.repl.show;

import dev.dwx.dsl.flow.Flow;
import dev.dwx.render.DisplayWidth;
import dev.dwx.render.Renderer;
import dev.dwx.render.Showable;
import dev.dwx.render.VisibleText;
import java.util.Collection;
import java.util.Map;

/**
 * What the prompt prints for a value.
 *
 * @param text the data, empty for none
 * @param footer a line under it, or {@code null}
 */
public record Shown(String text, String footer) {
    public static final Shown NOTHING = new Shown("", null);

    private static final String ELLIPSIS = "...";
    private static final int MOST = 100;

    /** The whole value; {@code null} prints nothing. */
    public static Shown whole(Object value, Renderer renderer) {
        return value == null ? NOTHING : new Shown(renderer.render(value), renderer.footer(value));
    }

    /**
     * One line for a value that was given a name: the user keeps it and did not ask to see it, but wants to know that
     * something came.
     */
    public static Shown kept(String name, Object value, Renderer renderer) {
        String line = name + ": " + summary(value);
        String text = VisibleText.line(line, renderer.look());
        int width = renderer.look().width();
        if (width > ELLIPSIS.length()) {
            text = DisplayWidth.cut(text, width, ELLIPSIS);
        }
        return new Shown("", renderer.look().remark(text));
    }

    /** A value in one line that fits, without its name: for lists of variables. */
    public static String line(Object value, Renderer renderer) {
        String text = VisibleText.line(value instanceof CharSequence ? "'" + value + "'" : summary(value), renderer.look());
        return text.length() > MOST ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MOST))) + "..." : text;
    }

    static String summary(Object value) {
        if (value instanceof Showable showable && showable.isLazy()) {
            return value.toString();
        }
        if (value instanceof Showable showable && showable.isListing()) {
            String footer = showable.footer();
            int first = footer == null ? -1 : footer.indexOf(" · ");
            boolean counted = footer != null && !footer.isEmpty() && Character.isDigit(footer.charAt(0));
            return counted ? footer.substring(0, first < 0 ? footer.length() : first)
                    : count(showable.rows().size(), "entry", "entries");
        }
        Object inner = value instanceof Showable showable ? showable.value() : value;
        if (inner instanceof Throwable error && error.getMessage() != null) {
            return error.getMessage();
        }
        if (inner instanceof Flow flow) {
            return flow.summary();
        }
        if (inner instanceof Map<?, ?> map) {
            return count(map.size(), "field", "fields");
        }
        if (inner instanceof Collection<?> list) {
            return count(list.size(), "element", "elements");
        }
        return String.valueOf(inner);
    }

    /** With the number by which the value is kept, in the weaker colour, where there is a line to say it on. */
    public Shown numbered(int number, Renderer renderer) {
        return footer == null ? this : new Shown(text, footer + renderer.look().remark((renderer.look().unicode() ? " · [" : " | [") + number + "]"));
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
