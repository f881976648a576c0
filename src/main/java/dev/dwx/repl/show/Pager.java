package dev.dwx.repl.show;

import dev.dwx.render.Layout;
import dev.dwx.render.Renderer;
import dev.dwx.repl.screen.FullScreen;
import dev.dwx.repl.screen.Press;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.function.Function;
import org.jline.terminal.Terminal;

/** Shows a sheet that is taller than the window, until the user leaves; rows that nobody scrolls to are not read. */
final class Pager {
    private final Terminal terminal;
    private final Sheet sheet;
    /** A renderer for a width. */
    private final Function<Integer, Renderer> renderers;
    private boolean wide;
    private boolean raw;
    private boolean told;

    Pager(Terminal terminal, Sheet sheet, Function<Integer, Renderer> renderers) {
        this.terminal = terminal;
        this.sheet = sheet;
        this.renderers = renderers;
        wide = sheet.tooWide(renderers.apply(terminal.getWidth()));
    }

    /** @return the lines that stood on the screen last, for who wants to look at them while typing on */
    List<String> run() {
        try (FullScreen screen = new FullScreen(terminal)) {
            Layout first = layout(screen.columns());
            PagerView view = PagerView.of(first.lines(), first.headings(), sheet.more(), screen.rows(), screen.columns());
            while (true) {
                screen.draw(view.screen());
                if (!told && sheet.note() != null && view.typed() == null) {
                    told = true;
                    view = view.said(sheet.note());
                    screen.draw(view.screen());
                }
                Press press = screen.key();
                boolean typing = view.typed() != null;
                if (press.key() == Press.Key.CTRL_C || !typing && (press.leaves() || press.key() == Press.Key.ESCAPE)) {
                    return view.page();
                }
                view = next(view, press, typing, screen);
            }
        }
    }

    private PagerView next(PagerView view, Press press, boolean typing, FullScreen screen) {
        if (press.key() == Press.Key.RESIZED) {
            Layout layout = layout(screen.columns());
            return view.resized(screen.rows(), screen.columns()).with(layout.lines(), layout.headings(), sheet.more());
        }
        if (!typing && (press.types("w") || press.types("r") || press.key() == Press.Key.F2)) {
            wide ^= press.types("w");
            raw ^= !press.types("w");
            return laidOut(view, screen);
        }
        boolean toTheEnd = !typing && (press.types("G") || press.types(">") || press.key() == Press.Key.END);
        PagerView after = view.after(press);
        if (sheet.more() && after.atEnd() && !typing) {
            // One step beyond what is there reads one step; only the end itself reads everything.
            do {
                screen.draw((toTheEnd ? after.said(Texts.of("reading on: {0} rows so far · Ctrl-C stops", sheet.count())) : after).screen());
                sheet.readOn();
            } while (toTheEnd && sheet.more() && !Thread.currentThread().isInterrupted());
            screen.spoilt();
            after = laidOut(after, screen);
            return toTheEnd ? after.after(press) : after;
        }
        return after;
    }

    private PagerView laidOut(PagerView view, FullScreen screen) {
        Layout layout = layout(screen.columns());
        return view.with(layout.lines(), layout.headings(), sheet.more());
    }

    private Layout layout(int columns) {
        Renderer renderer = renderers.apply(columns);
        return sheet.layout(raw ? renderer.raw() : renderer, wide);
    }
}
