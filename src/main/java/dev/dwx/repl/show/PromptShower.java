package dev.dwx.repl.show;

import dev.dwx.dsl.Progress;
import dev.dwx.dsl.Shower;
import dev.dwx.dsl.SourceScan;
import dev.dwx.render.Folding;
import dev.dwx.render.Layout;
import dev.dwx.render.Renderer;
import dev.dwx.render.Showable;
import dev.dwx.repl.screen.FullScreen;
import java.io.PrintStream;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/**
 * How values come to the screen of the prompt: printed when they fit, through the pager when they are taller than the window, in
 * the form that was asked for. Called on the evaluation's thread, so that Ctrl-C stops what it reads.
 */
public final class PromptShower implements Shower {
    private final Terminal terminal;
    private final Supplier<Renderer> renderer;
    private final PrintStream out;
    private final BooleanSupplier paging;
    private final Progress progress;
    private volatile String input = "";
    private volatile String leftAt;

    /**
     * @param renderer forms and looks, with the window's width as it is now
     * @param out where what a script prints goes
     * @param paging whether long values go through the pager; asked each time
     * @param progress the line that says what is waited for; it stays away from a window that is shown whole
     */
    public PromptShower(Terminal terminal, Supplier<Renderer> renderer, PrintStream out, BooleanSupplier paging, Progress progress) {
        this.terminal = terminal;
        this.renderer = renderer;
        this.out = out;
        this.paging = paging;
        this.progress = progress;
    }

    /** What is about to be run. */
    public void begin(String source) {
        input = source;
        leftAt = null;
    }

    /** The way to the place at which {@code browse} was left and that the user asked for, or {@code null}. */
    public String leftAt() {
        return leftAt;
    }

    @Override
    public Object show(String form, Object value) {
        if (form.equals("browse") && FullScreen.possible(terminal)) {
            out.flush();
            leftAt = progress.without(() -> new BrowserLoop(terminal, value, renderer.get()).run(start()));
            return isWhole(form) ? new Formed(form, value) : null;
        }
        String word = form.equals("browse") ? "tree" : form;
        if (isWhole(form)) {
            return new Formed(word, value);
        }
        Renderer shown = Forms.of(word, renderer.get());
        out.println(shown.render(value));
        String footer = value instanceof Showable showable && showable.isLazy() ? shown.footer(value) : null;
        if (footer != null) {
            out.println(footer);
        }
        return null;
    }

    /** What the path to a place in a browsed value begins with. */
    private String start() {
        String source = input.strip();
        String argument = isWhole("browse") ? source.substring("browse".length()).strip() : "_";
        boolean name = !argument.isEmpty() && argument.chars().allMatch(Character::isJavaIdentifierPart);
        return name ? argument : "_";
    }

    /** Whether the verb is all there is to the input, so that what it gives is what the input gives. */
    private boolean isWhole(String form) {
        String source = input.strip();
        boolean verb = source.startsWith(form) && source.length() > form.length()
                && (source.charAt(form.length()) == ' ' || source.charAt(form.length()) == '(');
        return verb && SourceScan.of(source).lastStatement().strip().equals(source);
    }

    /** The value as the input's own: what was asked for in a form is what is in it. */
    public static Object plain(Object value) {
        return value instanceof Formed formed ? formed.value() : value;
    }

    /** Shows the value of an input, or gives what is to be printed of it. */
    public Shown shown(Object value, Renderer given) {
        if (value == null || value instanceof Formed formed && formed.form().equals("browse")) {
            return Shown.NOTHING;
        }
        Object inner = plain(value);
        Renderer form = value instanceof Formed formed ? Forms.of(formed.form(), given) : given;
        if (!paging.getAsBoolean() || !FullScreen.possible(terminal)) {
            return Shown.whole(inner, form);
        }
        Sheet sheet = new Sheet(inner);
        Layout layout = sheet.layout(form, false);
        String footer = form.footer(sheet.shown());
        if (layout.lines().size() + (footer == null ? 0 : 1) < terminal.getHeight() && !sheet.more()) {
            // A text of one's own is printed as it is, so that it can be copied.
            return inner instanceof CharSequence ? Shown.whole(inner, form) : new Shown(String.join("\n", layout.lines()), footer);
        }
        paged(sheet, form);
        String below = form.footer(sheet.shown());
        String note = sheet.note() == null ? null : form.look().remark(sheet.note());
        return new Shown("", note == null ? below : below == null ? note : note + "\n" + below);
    }

    /** Whether a text has more lines than the window. */
    public boolean isTall(String text) {
        return text != null && text.lines().count() >= terminal.getHeight();
    }

    /** Shows what a command says: folded at words, and through the pager when it is taller than the window. */
    public Shown page(String text, Renderer given) {
        if (text == null || text.isEmpty() || !paging.getAsBoolean() || !FullScreen.possible(terminal)) {
            return new Shown(text, null);
        }
        Sheet sheet = Sheet.drawn(text);
        List<String> lines = sheet.layout(given, false).lines();
        if (lines.size() < terminal.getHeight()) {
            return new Shown(String.join("\n", lines), null);
        }
        paged(sheet, given);
        return Shown.NOTHING;
    }

    /** What is said beside values, such as an error: folded at words where the window can be drawn on. */
    public String folded(String text) {
        return text == null || !FullScreen.possible(terminal) ? text : Folding.of(text, terminal.getWidth());
    }

    private void paged(Sheet sheet, Renderer form) {
        out.flush();
        int most = form.look().width() < terminal.getWidth() ? form.look().width() : Integer.MAX_VALUE;
        Pager pager = new Pager(terminal, sheet, columns -> form.withLook(form.look().withWidth(Math.min(columns, most))));
        // The page that was looked at last stays above the next input.
        progress.without(pager::run).forEach(out::println);
    }
}
