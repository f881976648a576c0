package dev.dwx.repl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.dsl.Evaluator;
import dev.dwx.dsl.Progress;
import dev.dwx.render.Look;
import dev.dwx.repl.command.Command;
import dev.dwx.repl.command.Desk;
import dev.dwx.repl.command.CommandTexts;
import dev.dwx.repl.command.SessionRecord;
import dev.dwx.repl.line.Editing;
import dev.dwx.repl.line.PromptReader;
import dev.dwx.repl.live.LiveValues;
import dev.dwx.repl.show.PromptShower;
import dev.dwx.repl.tour.Tour;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a {@link Repl} is made of; every setter returns this object. All that is dear is behind a supplier or a function
 * and is not touched before the prompt is on the screen.
 */
public final class ReplParts {
    final Window window;
    final Supplier<ApiCatalog> catalog;
    final Supplier<? extends Evaluator> evaluator;
    final List<Function<Desk, List<Command>>> commands = new ArrayList<>();
    String banner = "";
    UnaryOperator<String> redactor = UnaryOperator.identity();
    Function<Throwable, String> failureText = Throwable::toString;
    Path history;
    PromptShower shower;
    CommandTexts texts = CommandTexts.NONE;
    Consumer<Thread> cancel = thread -> { };
    Progress progress = Progress.NONE;
    Function<Desk, Tour> tour;
    LiveValues live = LiveValues.NONE;
    Supplier<String> editor = () -> Editing.of(System.getenv());
    Function<Look, String> prompt = look -> PromptReader.PROMPT;
    SessionRecord record = new SessionRecord(() -> "");
    Supplier<LocalDate> today = () -> LocalDate.EPOCH;
    Supplier<String> version = () -> ApiCatalog.V2024;

    private ReplParts(Window window, Supplier<ApiCatalog> catalog, Supplier<? extends Evaluator> evaluator) {
        this.window = window;
        this.catalog = catalog;
        this.evaluator = evaluator;
    }

    /**
     * A prompt with everything optional left out.
     *
     * @param window where the user sits, with what they have set
     * @param catalog which operations there are; asked for at the first completion
     * @param evaluator builds the language; asked for once, on a thread of its own, after the first prompt is drawn
     */
    public static ReplParts of(Window window, Supplier<ApiCatalog> catalog, Supplier<? extends Evaluator> evaluator) {
        return new ReplParts(window, catalog, evaluator);
    }

    /** Lines above the first prompt; none unless set. */
    public ReplParts banner(String text) {
        banner = text;
        return this;
    }

    /** Takes secrets out of a text, for history and error texts. */
    public ReplParts redactor(UnaryOperator<String> taker) {
        redactor = taker;
        return this;
    }

    /** What a user reads of an error. */
    public ReplParts failureText(Function<Throwable, String> text) {
        failureText = text;
        return this;
    }

    /** How values come to the screen; unless set, they are printed, and long ones go through the pager. */
    public ReplParts shower(PromptShower given) {
        shower = given;
        return this;
    }

    /** File of typed lines, or {@code null} for none. */
    public ReplParts history(Path file) {
        history = file;
        return this;
    }

    /** What the service is known to hold, for completion; nothing unless set. */
    public ReplParts live(LiveValues values) {
        live = values;
        return this;
    }

    /** Texts that commands show. */
    public ReplParts texts(CommandTexts given) {
        texts = given;
        return this;
    }

    /** Further rows for the table of commands. */
    public ReplParts commands(Function<Desk, List<Command>> rows) {
        commands.add(rows);
        return this;
    }

    /** The tour for newcomers; none unless set. */
    public ReplParts tour(Function<Desk, Tour> walked) {
        tour = walked;
        return this;
    }

    /** What breaks off the call that a thread waits for, when the user presses Ctrl-C. */
    public ReplParts cancel(Consumer<Thread> canceller) {
        cancel = canceller;
        return this;
    }

    /** The line that says what is waited for; it stays away while somebody types. */
    public ReplParts progress(Progress line) {
        progress = line;
        return this;
    }

    /** What stands before an input, asked before each with what the window can show; it ends in {@code dwx> }. */
    public ReplParts prompt(Function<Look, String> text) {
        prompt = text;
        return this;
    }

    /** The command that starts the user's editor, asked each time; blank for a small one. */
    public ReplParts editor(Supplier<String> command) {
        editor = command;
        return this;
    }

    /** Where what worked is kept, for {@code :save}. */
    public ReplParts record(SessionRecord kept) {
        record = kept;
        return this;
    }

    /** The API version that a bare name means first, asked at each key; the current one unless set. */
    public ReplParts version(Supplier<String> preferred) {
        version = preferred;
        return this;
    }

    /** The day as the user counts it. */
    public ReplParts today(Supplier<LocalDate> day) {
        today = day;
        return this;
    }
}
