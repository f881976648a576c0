package dev.dwx.repl.show;

import dev.dwx.render.Renderer;
import dev.dwx.repl.screen.FullScreen;
import dev.dwx.repl.screen.Press;
import org.jline.terminal.Terminal;

/** Lets a user walk through a value on the whole window; pages of a lazy listing are read when the cursor comes to their end. */
final class BrowserLoop {
    private final Terminal terminal;
    private final Sheet sheet;
    private final boolean lazy;
    private final Renderer renderer;

    BrowserLoop(Terminal terminal, Object value, Renderer renderer) {
        this.terminal = terminal;
        sheet = new Sheet(value);
        lazy = sheet.shown() != value;
        this.renderer = renderer;
    }

    /**
     * Runs until the user leaves.
     *
     * @param name what gets the value in the language
     * @return the path that the user took, or {@code null}
     */
    String run(String name) {
        String path = lazy ? name + ".toList()" : name;
        try (FullScreen screen = new FullScreen(terminal)) {
            BrowserView view = BrowserView.of(root(path), screen.rows(), wide(screen));
            while (true) {
                screen.draw(view.screen());
                Press press = screen.key();
                boolean typing = view.typed() != null;
                if (press.key() == Press.Key.CTRL_C || !typing && (press.leaves() || press.key() == Press.Key.ESCAPE)) {
                    return view.taken();
                }
                view = press.key() == Press.Key.RESIZED ? view.resized(screen.rows(), wide(screen)) : view.after(press);
                if (!typing && sheet.more() && view.atEnd()) {
                    sheet.readOn();
                    screen.spoilt();
                    view = view.with(root(path));
                }
            }
        }
    }

    private Place root(String path) {
        return Place.of("", path, Renderer.data(sheet.shown()));
    }

    private Renderer wide(FullScreen screen) {
        return renderer.withLook(renderer.look().withWidth(screen.columns()));
    }
}
