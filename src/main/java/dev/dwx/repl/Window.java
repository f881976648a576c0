package dev.dwx.repl;

import dev.dwx.render.Look;
import dev.dwx.render.OutputForm;
import dev.dwx.render.Renderer;
import dev.dwx.repl.command.Preferences;
import dev.dwx.repl.screen.FullScreen;
import dev.dwx.settings.Settings;
import org.jline.terminal.Terminal;

/**
 * How values look in the prompt's window at the moment: its size, and what the user has set. Everything that shows something asks
 * here each time, so that a change of either shows at once.
 */
public final class Window {
    private static final int USUAL_WIDTH = 80;

    private final Terminal terminal;
    private final Renderer usual;
    private final Preferences preferences;

    /** @param usual form and looks where nothing else is set */
    public Window(Terminal terminal, Renderer usual, Preferences preferences) {
        this.terminal = terminal;
        this.usual = usual;
        this.preferences = preferences;
    }

    Terminal terminal() {
        return terminal;
    }

    Preferences preferences() {
        return preferences;
    }

    /** What the window can do, with the columns that it has now. */
    public Look look() {
        int columns = terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_WIDTH;
        boolean dumb = FullScreen.isDumb(terminal);
        return new Look(columns, colour() && !dumb, usual.look().unicode() && !dumb);
    }

    /** Whether colour is wanted. */
    boolean colour() {
        return usual.look().colour() && preferences.now().value("colour").isOn();
    }

    /** Shows values in the form that is set, in no more columns than are set. */
    public Renderer renderer() {
        Settings.Value form = preferences.now().value("output");
        Look look = look();
        int most = Integer.parseInt(preferences.now().value("width").text());
        Renderer renderer = usual.withLook(most > 0 && most < look.width() ? look.withWidth(most) : look);
        return form.origin() == Settings.Origin.DEFAULT ? renderer : renderer.withForm(OutputForm.of(form.text()));
    }

    /** Shows values as a table, whatever form is set. */
    public Renderer tables() {
        return renderer().withForm(OutputForm.TABLE);
    }

    /** Whether what is taller than the window goes through the pager. */
    public boolean paging() {
        return preferences.now().value("pager").isOn();
    }
}
