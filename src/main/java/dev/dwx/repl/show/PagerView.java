package dev.dwx.repl.show;

import dev.dwx.render.StyledText;
import dev.dwx.repl.screen.Press;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A long text seen through a window: the lines that name the columns stay at the top, the last line of the window says where one is.
 * Every key gives another view; nothing here knows a terminal.
 *
 * @param lines all that has been read so far
 * @param headings lines at the top that stay
 * @param more whether there may be more to read
 * @param rows of the window, the last line among them
 * @param columns of the window
 * @param top the first line shown below the headings, from 0 behind them
 * @param left the first column shown
 * @param pattern what was looked for last, or empty
 * @param typed what is being typed to be looked for, or {@code null}
 * @param message said once in place of the keys, or empty
 */
record PagerView(List<String> lines, int headings, boolean more, int rows, int columns, int top, int left, String pattern, String typed,
        String message) {
    private static final int SIDEWAYS = 8;
    /** As many lines, and those in the window, say how far one can move sideways. */
    private static final int MEASURED = 2_000;

    /** At the top left. */
    static PagerView of(List<String> lines, int headings, boolean more, int rows, int columns) {
        return new PagerView(lines, Math.min(headings, Math.max(0, rows - 2)), more, rows, columns, 0, 0, "", null, "");
    }

    /** What a key leads to. */
    PagerView after(Press press) {
        if (typed != null) {
            return typing(press);
        }
        PagerView calm = message.isEmpty() ? this : said("");
        return switch (press.key()) {
            case UP -> calm.at(top - 1);
            case DOWN, ENTER -> calm.at(top + 1);
            case PAGE_UP -> calm.at(top - body());
            case PAGE_DOWN -> calm.at(top + body());
            case HOME -> calm.at(0);
            case END -> calm.at(lines.size());
            case LEFT -> calm.sideways(left - SIDEWAYS);
            case RIGHT -> calm.sideways(left + SIDEWAYS);
            case TEXT -> calm.afterText(press.text());
            default -> calm;
        };
    }

    private PagerView afterText(String text) {
        return switch (text) {
            case " ", "f" -> at(top + body());
            case "b" -> at(top - body());
            case "d" -> at(top + body() / 2);
            case "u" -> at(top - body() / 2);
            case "j" -> at(top + 1);
            case "k" -> at(top - 1);
            case "g", "<" -> at(0);
            case "G", ">" -> at(lines.size());
            case "h" -> sideways(left - SIDEWAYS);
            case "l" -> sideways(left + SIDEWAYS);
            case "/" -> new PagerView(lines, headings, more, rows, columns, top, left, pattern, "", "");
            case "n" -> found(pattern, top + 1, 1);
            case "N" -> found(pattern, top - 1, -1);
            default -> this;
        };
    }

    private PagerView typing(Press press) {
        return switch (press.key()) {
            case TEXT -> typed(typed + press.text());
            case BACKSPACE -> typed(typed.isEmpty() ? null : typed.substring(0, typed.offsetByCodePoints(typed.length(), -1)));
            case ESCAPE -> typed(null);
            case ENTER -> typed(null).found(typed.isEmpty() ? pattern : typed, top, 1);
            default -> this;
        };
    }

    private PagerView typed(String text) {
        return new PagerView(lines, headings, more, rows, columns, top, left, pattern, text, "");
    }

    /** With something to say in place of the keys, until the next one. */
    PagerView said(String text) {
        return new PagerView(lines, headings, more, rows, columns, top, left, pattern, typed, text);
    }

    /** Small letters find large ones, too; a large one finds only itself. */
    private PagerView found(String text, int from, int step) {
        if (text.isEmpty()) {
            return said(Texts.of("Nothing was looked for yet; / looks"));
        }
        PagerView looked = new PagerView(lines, headings, more, rows, columns, top, left, text, null, "");
        boolean exact = !text.equals(text.toLowerCase(Locale.ROOT));
        for (int line = Math.max(0, from); line + headings < lines.size() && line >= 0; line += step) {
            String plain = StyledText.plain(lines.get(line + headings));
            int at = (exact ? plain : plain.toLowerCase(Locale.ROOT)).indexOf(text);
            if (at >= 0) {
                int column = dev.dwx.render.DisplayWidth.of(plain.substring(0, at));
                boolean visible = column >= left && column + text.length() <= left + columns;
                return looked.at(line).sideways(visible ? left : column + text.length() <= columns ? 0 : column - columns / 3);
            }
        }
        return looked.said(step > 0 && more ? Texts.of("'{0}' is not in what was read so far; G reads on", text)
                : Texts.of("'{0}' is not there", text));
    }

    /** Lines of the window between headings and status. */
    int body() {
        return Math.max(1, rows - 1 - headings);
    }

    private int last() {
        return Math.max(0, lines.size() - headings - body());
    }

    private PagerView at(int line) {
        return new PagerView(lines, headings, more, rows, columns, Math.max(0, Math.min(line, last())), left, pattern, typed, message);
    }

    private PagerView sideways(int column) {
        int widest = 0;
        for (int i = 0; i < Math.min(lines.size(), MEASURED); i++) {
            widest = Math.max(widest, StyledText.width(lines.get(i)));
        }
        for (int i = Math.max(top, MEASURED); i < Math.min(lines.size(), top + headings + body()); i++) {
            widest = Math.max(widest, StyledText.width(lines.get(i)));
        }
        int to = Math.max(0, Math.min(column, widest - columns));
        return new PagerView(lines, headings, more, rows, columns, top, to, pattern, typed, message);
    }

    /** Whether the end of what has been read is on the screen. */
    boolean atEnd() {
        return top >= last();
    }

    /** The same place in a window of another size. */
    PagerView resized(int height, int width) {
        return new PagerView(lines, headings, more, height, width, top, left, pattern, typed, message).at(top).sideways(left);
    }

    /** The same place with other lines: more of them, or laid out anew. */
    PagerView with(List<String> other, int otherHeadings, boolean stillMore) {
        return new PagerView(other, Math.min(otherHeadings, Math.max(0, rows - 2)), stillMore, rows, columns, top, left, pattern, typed, message)
                .at(top).sideways(left);
    }

    /** The window, line by line; {@code rows} of them. */
    List<String> screen() {
        List<String> window = page();
        while (window.size() < headings + body()) {
            window.add("");
        }
        window.add(StyledText.window(status(), 0, columns));
        return window;
    }

    /** What stands on the screen of the text itself. */
    List<String> page() {
        List<String> page = new ArrayList<>();
        for (int i = 0; i < headings; i++) {
            page.add(StyledText.window(lines.get(i), left, columns));
        }
        for (int i = top + headings; i < Math.min(lines.size(), top + headings + body()); i++) {
            page.add(StyledText.window(marked(lines.get(i)), left, columns));
        }
        return page;
    }

    /** With what was looked for in reverse, where the line has no colour of its own. */
    private String marked(String line) {
        if (pattern.isEmpty() || line.indexOf('\u001b') >= 0) {
            return line;
        }
        boolean exact = !pattern.equals(pattern.toLowerCase(Locale.ROOT));
        int at = (exact ? line : line.toLowerCase(Locale.ROOT)).indexOf(pattern);
        int end = at + pattern.length();
        return at < 0 || end > line.length() ? line
                : line.substring(0, at) + "\u001b[7m" + line.substring(at, end) + "\u001b[27m" + line.substring(end);
    }

    private String status() {
        if (typed != null) {
            return "/" + typed;
        }
        if (!message.isEmpty()) {
            return message;
        }
        int all = lines.size() - headings;
        int end = Math.min(all, top + body());
        String of = all + (more ? "+" : "");
        String told = Texts.of("lines {0} to {1} of {2} · space b g G / n · arrows · w wide · r raw · q leaves", top + 1, end, of);
        return StyledText.width(told) <= columns ? told : Texts.of("lines {0} to {1} of {2} · q leaves", top + 1, end, of);
    }
}
