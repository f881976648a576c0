package dev.dwx.repl;

import dev.dwx.dsl.Evaluator;
import dev.dwx.render.Renderer;
import dev.dwx.render.Showable;
import dev.dwx.repl.command.AboutCommands;
import dev.dwx.repl.command.Colonless;
import dev.dwx.repl.command.Command;
import dev.dwx.repl.command.Commands;
import dev.dwx.repl.command.ContextCommands;
import dev.dwx.repl.command.Desk;
import dev.dwx.repl.command.Preferences;
import dev.dwx.repl.command.SessionCommands;
import dev.dwx.repl.command.Typed;
import dev.dwx.repl.command.SessionRecord;
import dev.dwx.repl.command.SettingCommands;
import dev.dwx.repl.command.Shorthand;
import dev.dwx.repl.command.WorkCommands;
import dev.dwx.repl.complete.Candidates;
import dev.dwx.repl.complete.PromptCompleter;
import dev.dwx.repl.line.EditCommand;
import dev.dwx.repl.line.Editing;
import dev.dwx.repl.line.HistoryFile;
import dev.dwx.repl.line.PromptHistory;
import dev.dwx.repl.line.PromptReader;
import dev.dwx.repl.line.SessionWords;
import dev.dwx.repl.line.Typing;
import dev.dwx.repl.show.Assignment;
import dev.dwx.repl.show.PromptShower;
import dev.dwx.repl.show.Shown;
import dev.dwx.repl.show.TimeHint;
import dev.dwx.repl.tour.Tour;
import dev.dwx.texts.Texts;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp;

/**
 * The prompt: reads an input, runs it, shows what came, until the user leaves. Lines that begin with {@code :} are
 * commands, everything else is the language.
 */
public final class Repl implements Desk {
    private final Window window;
    private final Terminal terminal;
    private final ReplParts parts;
    private final WarmEvaluator evaluator;
    private final SessionCommands standing;
    private final Commands commands;
    private final SessionWords words;
    private final Candidates candidates;
    private final PromptReader reader;
    private final PrintWriter out;
    private final List<Left> left = new ArrayList<>();
    private final List<Function<Typed, String>> onlookers = new ArrayList<>();
    private Object lastValue;
    private Throwable lastError;
    private boolean leaving;
    private boolean troubleTold;
    private final PromptShower shower;
    private final NumberedInputs inputs = new NumberedInputs();
    private final TimeHint times = new TimeHint();
    private String typed = "";

    /** @param parts what the prompt is made of; its terminal stays open */
    public Repl(ReplParts parts) {
        this.parts = parts;
        window = parts.window;
        terminal = window.terminal();
        Preferences preferences = window.preferences();
        evaluator = new WarmEvaluator(parts.evaluator, parts.progress);
        Editing editing = new Editing(terminal, parts.editor);
        AboutCommands about = new AboutCommands(this, this::commands, parts.catalog, parts.texts.describe());
        onlookers.add(new Colonless(this::commands));
        standing = new SessionCommands(this, parts.texts, this::commands, about);
        commands = new Commands(table(List.of(standing.rows(), about.rows(), new ContextCommands(this, preferences).rows(),
                new WorkCommands(this, parts.today, System::nanoTime).rows(), new SettingCommands(this, preferences).rows(),
                new EditCommand(this, editing).rows())));
        candidates = Candidates.of(parts.catalog, parts.version, this::commands, parts.live, evaluator::variables, preferences::now);
        PromptHistory history = new PromptHistory(
                parts.history == null ? null : new HistoryFile(parts.history), line -> parts.redactor.apply(SettingCommands.withoutSecret(line)));
        words = new SessionWords(parts.catalog, parts.version, commands, evaluator::knows);
        reader = new PromptReader(terminal, history, new PromptCompleter(candidates), words,
                () -> Typing.of(preferences.now(), window.look().colour()), editing);
        out = terminal.writer();
        shower = parts.shower != null ? parts.shower
                : new PromptShower(terminal, window::renderer, System.out, window::paging, parts.progress);
        reader.key("dwx-raw", this::redraw, KeyMap.key(terminal, InfoCmp.Capability.key_f2), KeyMap.ctrl('X') + "r");
    }

    /** Runs until the user leaves by Ctrl-D, {@code :quit}, or by closing the terminal. Nothing a user types makes it throw. */
    public void run() {
        // Between reading and running, Ctrl-C must not end the process.
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> {
        });
        try {
            print(shower.folded(parts.banner));
            reader.whenDrawn(this::warm);
            while (!leaving) {
                step();
            }
        } finally {
            restore(before);
        }
    }

    /** What the first key press needs is made while the user still thinks. */
    private void warm() {
        evaluator.warm();
        words.warm();
        Thread warming = new Thread(candidates::warm, "warm-completion");
        warming.setDaemon(true);
        warming.start();
    }

    private void restore(Terminal.SignalHandler before) {
        try {
            terminal.handle(Terminal.Signal.INT, before);
            terminal.flush();
        } catch (IllegalStateException e) {
            // The window was closed; nobody is there to restore it for.
        }
    }

    /** Says of what was left running that it has ended. */
    private void tellEnded() {
        left.removeIf(one -> {
            boolean ended = !one.work().running();
            if (ended) {
                note(Texts.of("{0}, which was left running, has ended.", one.name()));
            }
            return ended;
        });
    }

    /** What goes on although the user has the prompt again. */
    private record Left(String name, Evaluation<?> work) {
    }

    private void step() {
        tellEnded();
        String input;
        try {
            words.renew();
            input = parts.progress.without(() -> reader.read(parts.prompt.apply(window.look())));
        } catch (UserInterruptException e) {
            return;
        } catch (EndOfFileException e) {
            leaving = true;
            return;
        }
        tellHistoryTrouble();
        String text = input.strip();
        Throwable before = lastError;
        Outcome came = null;
        if (Shorthand.leaves(text)) {
            leaving = true;
        } else if (Shorthand.command(text) != null) {
            String command = Shorthand.command(text);
            parts.record.begins();
            show(evaluate(() -> new Outcome(null, said(command)), text.split("\\s", 2)[0]), null);
        } else if (!text.isEmpty()) {
            String name = inputs.next();
            typed = input;
            parts.record.begins();
            came = evaluate(() -> outcomeOf(input, name), name);
            if (came != null) {
                parts.record.worked(parts.redactor.apply(input), inputs.values());
            }
            show(came, came == null ? null : came.value());
        }
        tell(new Typed(text, came == null ? null : came.value(), lastError == before ? null : lastError));
        reader.beginOnFreshLines();
    }

    /** What a command says; lines to be copied are left as they are. */
    private Shown said(String command) {
        String text = commands.run(command);
        return Commands.copied(command) || Commands.isData(command) && !shower.isTall(text) ? new Shown(text, null) : shower.page(text, renderer());
    }

    private void tell(Typed typed) {
        for (Function<Typed, String> onlooker : onlookers) {
            try {
                print(shower.folded(onlooker.apply(typed)));
            } catch (RuntimeException e) {
                note(parts.redactor.apply(String.valueOf(e.getMessage())));
            }
        }
    }

    /** Runs on the evaluation's thread: fetching the rows of a lazy listing can be stopped, too. */
    private Outcome outcomeOf(String input, String name) throws InterruptedException {
        Evaluator session = evaluator.get();
        inputs.begin(parts.redactor.apply(input), session);
        shower.begin(input);
        Object given = session.evaluate(input, name);
        Object value = PromptShower.plain(given);
        Renderer renderer = times.watching(renderer());
        String kept = Assignment.in(input);
        boolean named = kept != null && value != null;
        if (value != null) {
            inputs.keep(value, session);
        }
        Shown shown = named ? Shown.kept(kept, value, renderer) : shower.shown(given, renderer);
        return new Outcome(value, named ? shown : times.hinted(shown.numbered(inputs.number(), renderer), window.look()));
    }

    /** The last value once more, its times as the numbers that came; at the next press as they were. */
    private void redraw() {
        if (lastValue != null && !(lastValue instanceof Showable showable && showable.isLazy())) {
            Renderer renderer = renderer();
            reader.above(times.turned() ? renderer.raw().render(lastValue) : renderer.render(lastValue));
        }
    }

    private record Outcome(Object value, Shown shown) {
    }

    /** @param name what remarks call the work */
    private Outcome evaluate(Callable<Outcome> work, String name) {
        Evaluation<Outcome> evaluation = new Evaluation<>(work, parts.cancel);
        evaluation.run(terminal, this::note);
        parts.progress.clear();
        System.out.flush();
        System.err.flush();
        if (!evaluation.finished()) {
            left.add(new Left(name, evaluation));
            note(evaluation.blocked() ? Texts.of("{0} waits for what another thread holds, and is left to that: it ends when it gets it.", name)
                    : Texts.of("{0} is left running. It is told when it ends; :quit ends it with dwx.", name));
            return null;
        }
        if (evaluation.failure() != null) {
            failed(evaluation.failure(), evaluation.interrupted());
            return null;
        }
        Outcome outcome = evaluation.value();
        if (evaluation.unheard()) {
            boolean nothing = outcome.value() == null || outcome.value() instanceof CharSequence text && text.length() == 0;
            note(nothing ? Texts.of("Interrupted.")
                    : Texts.of("Interrupted, but it came to an end; what follows may be a part only:"));
        }
        return outcome;
    }

    private void show(Outcome outcome, Object value) {
        if (outcome == null) {
            return;
        }
        lastValue = value == null ? lastValue : value;
        print(outcome.shown().text());
        print(outcome.shown().footer());
        if (shower.leftAt() != null && value != null) {
            print(shower.leftAt());
            reader.history().add(shower.leftAt());
        }
    }

    private void failed(Throwable failure, boolean interrupted) {
        lastError = failure;
        if (interrupted) {
            boolean stop = Endings.isStop(failure);
            note(stop ? Texts.of("Interrupted.") : Texts.of("Interrupted. It ended with this error:"));
            if (stop && !Endings.leavesInDoubt(failure)) {
                return;
            }
        }
        evaluator.set("_e", failure.getCause() == null ? failure : failure.getCause());
        String text = shower.folded(Endings.withoutEcho(parts.redactor.apply(parts.failureText.apply(failure)), inputs.name(), typed));
        print(window.look().colour() ? "\u001b[31m" + text + "\u001b[39m" : text);
    }

    private void tellHistoryTrouble() {
        if (!troubleTold && reader.history().trouble() != null) {
            troubleTold = true;
            note(reader.history().trouble());
        }
    }

    private void note(String text) {
        print(window.look().remark(shower.folded(text)));
    }

    private void print(String text) {
        if (text != null && !text.isEmpty()) {
            out.println(text);
        }
        out.flush();
    }

    private List<Command> table(List<List<Command>> own) {
        List<Command> rows = new ArrayList<>();
        own.forEach(rows::addAll);
        for (Function<Desk, List<Command>> more : parts.commands) {
            rows.addAll(more.apply(this));
        }
        if (parts.tour != null) {
            Tour tour = parts.tour.apply(this);
            rows.addAll(tour.rows());
            onlookers.add(tour::after);
        }
        return rows;
    }

    private Commands commands() {
        return commands;
    }

    @Override
    public Terminal terminal() {
        return terminal;
    }

    @Override
    public Renderer renderer() {
        return window.renderer();
    }

    @Override
    public String shown(Object value, Renderer renderer) {
        Shown shown = shower.shown(value, renderer);
        return shown.footer() == null ? shown.text() : shown.text().isEmpty() ? shown.footer() : shown.text() + "\n" + shown.footer();
    }

    @Override
    public Evaluator language() {
        try {
            return evaluator.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public SessionRecord record() {
        return parts.record;
    }

    @Override
    public Object lastValue() {
        return lastValue;
    }

    @Override
    public Throwable lastError() {
        return lastError;
    }

    @Override
    public List<History.Entry> typed() {
        List<History.Entry> entries = new ArrayList<>();
        reader.history().forEach(entries::add);
        return entries;
    }

    @Override
    public String redacted(String text) {
        return parts.redactor.apply(text);
    }

    @Override
    public void propose(String text) {
        reader.propose(text);
    }

    @Override
    public void leave() {
        leaving = true;
    }
}
