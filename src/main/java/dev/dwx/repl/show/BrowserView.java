package dev.dwx.repl.show;

import dev.dwx.render.DisplayWidth;
import dev.dwx.render.Renderer;
import dev.dwx.render.StyledText;
import dev.dwx.repl.screen.Press;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A value as a tree through which the arrow keys walk. Every key gives another view; nothing here knows a terminal.
 *
 * @param root the whole value, always open
 * @param open paths of the places that are open
 * @param selected which of the visible lines the cursor is on
 * @param top the first visible line in the window
 * @param rows of the window, the status line among them
 * @param renderer looks and zone, as wide as the window
 * @param raw whether times are the numbers that came
 * @param pattern what was looked for last, or empty
 * @param typed what is being typed to be looked for, or {@code null}
 * @param taken the path that the user asked for, or {@code null}
 * @param message said once in place of the keys, or empty
 */
record BrowserView(Place root, Set<String> open, int selected, int top, int rows, Renderer renderer, boolean raw, String pattern, String typed,
        String taken, String message) {
    private static final int STEP = 2;
    private static final int LEAST_ROOM = 16;

    /** With the whole value's first level open. */
    static BrowserView of(Place root, int rows, Renderer renderer) {
        return new BrowserView(root, Set.of(), 0, 0, rows, renderer, false, "", null, null, "");
    }

    /**
     * One line of the tree.
     *
     * @param part the number of a line of an opened text, or -1 for the place itself
     */
    private record Line(Place place, int depth, int part, String text) {
    }

    BrowserView after(Press press) {
        if (typed != null) {
            return typing(press);
        }
        BrowserView calm = said("");
        List<Line> lines = lines();
        return switch (press.key()) {
            case UP -> calm.at(selected - 1, lines.size());
            case DOWN -> calm.at(selected + 1, lines.size());
            case PAGE_UP -> calm.at(selected - body(), lines.size());
            case PAGE_DOWN -> calm.at(selected + body(), lines.size());
            case HOME -> calm.at(0, lines.size());
            case END -> calm.at(lines.size(), lines.size());
            case RIGHT, ENTER -> lines.isEmpty() ? calm : calm.opened(lines.get(selected), press.key() == Press.Key.ENTER);
            case LEFT -> lines.isEmpty() ? calm : calm.closed(lines);
            case F2 -> calm.withRaw(!raw);
            case TEXT -> calm.afterText(press.text(), lines);
            default -> calm;
        };
    }

    private BrowserView afterText(String text, List<Line> lines) {
        return switch (text) {
            case " ", "f" -> at(selected + body(), lines.size());
            case "b" -> at(selected - body(), lines.size());
            case "j" -> at(selected + 1, lines.size());
            case "k" -> at(selected - 1, lines.size());
            case "l" -> after(Press.of(Press.Key.RIGHT));
            case "h" -> after(Press.of(Press.Key.LEFT));
            case "g" -> at(0, lines.size());
            case "G" -> at(lines.size(), lines.size());
            case "r" -> withRaw(!raw);
            case "/" -> withTyped("");
            case "n" -> found(pattern, true);
            case "N" -> found(pattern, false);
            case "y" -> lines.isEmpty() ? this : taking(lines.get(selected).place().path());
            default -> this;
        };
    }

    private BrowserView typing(Press press) {
        return switch (press.key()) {
            case TEXT -> withTyped(typed + press.text());
            case BACKSPACE -> withTyped(typed.isEmpty() ? null : typed.substring(0, typed.offsetByCodePoints(typed.length(), -1)));
            case ESCAPE -> withTyped(null);
            case ENTER -> withTyped(null).found(typed.isEmpty() ? pattern : typed, true);
            default -> this;
        };
    }

    /** Opens a map, a list, or a text that has no room on its line; Enter closes what is open. */
    private BrowserView opened(Line line, boolean toggles) {
        String path = line.place().path();
        if (open.contains(path)) {
            return toggles ? closing(path) : at(selected + 1, lines().size());
        }
        boolean opens = line.place().isContainer() ? !line.place().inside().isEmpty() : isLong(line.place(), line.depth());
        if (!opens) {
            return this;
        }
        Set<String> more = new HashSet<>(open);
        more.add(path);
        return withOpen(more);
    }

    private BrowserView closing(String path) {
        Set<String> fewer = new HashSet<>(open);
        fewer.remove(path);
        return withOpen(fewer);
    }

    /** Closes what is open; of what is not, goes to what it is in. */
    private BrowserView closed(List<Line> lines) {
        Line line = lines.get(selected);
        if (line.part() < 0 && open.contains(line.place().path())) {
            return closing(line.place().path());
        }
        for (int i = selected - 1; i >= 0; i--) {
            if (lines.get(i).depth() < line.depth() || line.part() >= 0 && lines.get(i).part() < 0) {
                return at(i, lines.size());
            }
        }
        return this;
    }

    /** The next place whose name or value has the text, wherever it is; what it is in is opened. */
    private BrowserView found(String text, boolean forward) {
        if (text.isEmpty()) {
            return said(Texts.of("Nothing was looked for yet; / looks"));
        }
        List<Line> lines = lines();
        String here = lines.isEmpty() ? "" : lines.get(selected).place().path();
        Search search = new Search(text, here, forward);
        search.walk(root, new ArrayList<>());
        if (search.found == null) {
            return withPattern(text).said(Texts.of("'{0}' is not there", text));
        }
        Set<String> more = new HashSet<>(open);
        more.addAll(search.above);
        BrowserView shown = withPattern(text).withOpen(more);
        List<Line> now = shown.lines();
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).place().path().equals(search.found)) {
                return shown.at(i, now.size());
            }
        }
        return shown;
    }

    /** Walks everything in the order of the screen; what comes behind the cursor counts first, then all from the beginning. */
    private final class Search {
        private final String text;
        private final boolean exact;
        private final String here;
        private final boolean forward;
        private boolean past;
        private boolean sure;
        private String found;
        private List<String> above = List.of();

        Search(String text, String here, boolean forward) {
            this.text = text;
            this.here = here;
            this.forward = forward;
            exact = !text.equals(text.toLowerCase(Locale.ROOT));
        }

        void walk(Place place, List<String> within) {
            for (Place one : place.inside()) {
                if (sure) {
                    return;
                }
                boolean matches = has(one.key()) || !one.isContainer() && has(shownRenderer().scalar(one.key(), one.value()));
                if (one.path().equals(here)) {
                    past = true;
                    sure = !forward && found != null;
                    matches &= found == null;
                } else if (matches && forward && past) {
                    sure = true;
                }
                if (matches && (sure && forward || found == null || !forward)) {
                    found = one.path();
                    above = List.copyOf(within);
                }
                List<String> inner = new ArrayList<>(within);
                inner.add(one.path());
                walk(one, inner);
            }
        }

        private boolean has(String value) {
            return (exact ? value : value.toLowerCase(Locale.ROOT)).contains(text);
        }
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        add(lines, root, 0);
        return lines;
    }

    private void add(List<Line> lines, Place within, int depth) {
        for (Place place : within.inside()) {
            lines.add(new Line(place, depth, -1, null));
            if (open.contains(place.path()) && place.isContainer()) {
                add(lines, place, depth + 1);
            } else if (open.contains(place.path())) {
                int part = 0;
                for (String text : wrapped(place, depth + 1)) {
                    lines.add(new Line(place, depth + 1, part++, text));
                }
            }
        }
    }

    /** The text of a place, line by line, broken where the window ends. */
    private List<String> wrapped(Place place, int depth) {
        List<String> parts = new ArrayList<>();
        int room = Math.max(LEAST_ROOM, renderer.look().width() - depth * STEP - STEP);
        for (String line : shownRenderer().scalar(place.key(), place.value()).split("\n", -1)) {
            String rest = line;
            do {
                String piece = DisplayWidth.cut(rest, room, "");
                parts.add(piece);
                rest = rest.substring(piece.length());
            } while (!rest.isEmpty());
        }
        return parts;
    }

    private boolean isLong(Place place, int depth) {
        String text = shownRenderer().scalar(place.key(), place.value());
        int used = depth * STEP + STEP + DisplayWidth.of(place.key()) + 2;
        return text.indexOf('\n') >= 0 || used + DisplayWidth.of(text) > renderer.look().width();
    }

    private Renderer shownRenderer() {
        return raw ? renderer.raw() : renderer;
    }

    /** The window, line by line; {@code rows} of them. */
    List<String> screen() {
        List<String> window = new ArrayList<>();
        List<Line> lines = lines();
        int width = renderer.look().width();
        for (int i = top; i < top + body(); i++) {
            String text = i < lines.size() ? text(lines.get(i)) : "";
            window.add(i == selected && i < lines.size() ? "\u001b[7m" + StyledText.window(StyledText.plain(text), 0, width) + "\u001b[27m"
                    : StyledText.window(text, 0, width));
        }
        window.add(StyledText.window(status(lines), 0, width));
        return window;
    }

    private String text(Line line) {
        Place place = line.place();
        String lead = " ".repeat(line.depth() * STEP);
        if (line.part() >= 0) {
            return lead + "  " + line.text();
        }
        boolean unicode = renderer.look().unicode();
        boolean opened = open.contains(place.path());
        boolean opens = place.isContainer() ? !place.inside().isEmpty() : isLong(place, line.depth());
        String mark = !opens ? "  " : opened ? unicode ? "▾ " : "- " : unicode ? "▸ " : "+ ";
        String begin = lead + mark + renderer.look().strong(place.key()) + "  ";
        String value = place.isContainer() ? renderer.look().remark(summary(place)) : oneLine(place);
        int room = renderer.look().width() - StyledText.width(begin);
        return begin + (StyledText.width(value) <= room ? renderer.look().status(place.key(), value)
                : StyledText.window(value, 0, Math.max(0, room - (unicode ? 1 : 3))) + (unicode ? "…" : "..."));
    }

    private String oneLine(Place place) {
        return shownRenderer().scalar(place.key(), place.value()).replace("\n", renderer.look().unicode() ? "↵" : "\\n");
    }

    private String summary(Place place) {
        String held = place.fromText() ? " " + Texts.of("(JSON in a text)") : "";
        return renderer.summary(place.value()) + held;
    }

    private String status(List<Line> lines) {
        if (typed != null) {
            return "/" + typed;
        }
        if (!message.isEmpty()) {
            return message;
        }
        String path = lines.isEmpty() ? root.path() : lines.get(selected).place().path();
        return path + "   " + Texts.of("Enter opens · / finds · y takes the path · r raw · q leaves");
    }

    int body() {
        return Math.max(1, rows - 1);
    }

    /** Whether the cursor is on the last line. */
    boolean atEnd() {
        return selected >= lines().size() - 1;
    }

    private BrowserView at(int line, int count) {
        int to = Math.max(0, Math.min(line, count - 1));
        int first = to < top ? to : to >= top + body() ? to - body() + 1 : top;
        return new BrowserView(root, open, to, Math.max(0, Math.min(first, Math.max(0, count - body()))), rows, renderer, raw, pattern, typed, taken,
                message);
    }

    private BrowserView withOpen(Set<String> paths) {
        BrowserView view = new BrowserView(root, paths, selected, top, rows, renderer, raw, pattern, typed, taken, message);
        return view.at(selected, view.lines().size());
    }

    private BrowserView withRaw(boolean numbers) {
        return new BrowserView(root, open, selected, top, rows, renderer, numbers, pattern, typed, taken, message);
    }

    private BrowserView withPattern(String text) {
        return new BrowserView(root, open, selected, top, rows, renderer, raw, text, null, taken, "");
    }

    private BrowserView withTyped(String text) {
        return new BrowserView(root, open, selected, top, rows, renderer, raw, pattern, text, taken, "");
    }

    private BrowserView taking(String path) {
        return new BrowserView(root, open, selected, top, rows, renderer, raw, pattern, typed, path,
                Texts.of("{0} is in the history when you leave", path));
    }

    private BrowserView said(String text) {
        return new BrowserView(root, open, selected, top, rows, renderer, raw, pattern, typed, taken, text);
    }

    /** The same place in a window of another size. */
    BrowserView resized(int height, Renderer wide) {
        BrowserView view = new BrowserView(root, open, selected, top, height, wide, raw, pattern, typed, taken, message);
        return view.at(selected, view.lines().size());
    }

    /** The same place when more of the value has been read. */
    BrowserView with(Place more) {
        return new BrowserView(more, open, selected, top, rows, renderer, raw, pattern, typed, taken, message);
    }
}
