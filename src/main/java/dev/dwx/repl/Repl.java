package dev.dwx.repl;

import dev.dwx.client.ApiException;
import dev.dwx.dsl.Checked;
import dev.dwx.render.Look;
import dev.dwx.render.OutputForm;
import dev.dwx.render.Renderer;
import dev.dwx.render.Showable;
import dev.dwx.repl.command.AboutCommands;
import dev.dwx.repl.command.Command;
import dev.dwx.repl.command.Commands;
import dev.dwx.repl.command.ContextCommands;
import dev.dwx.repl.command.Desk;
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
import dev.dwx.repl.show.Assignment;
import dev.dwx.repl.show.PromptShower;
import dev.dwx.repl.show.Results;
import dev.dwx.repl.show.Shown;
import dev.dwx.repl.show.TimeHint;
import dev.dwx.repl.tour.Tour;
import dev.dwx.texts.Texts;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Terminal terminal;
    private final ReplParts parts;
    private final WarmEvaluator evaluator;
    private final SessionCommands standing;
    private final List<List<Command>> more;
    private final Commands commands;
    private final SessionWords words;
    private final Candidates candidates;
    private final PromptReader reader;
    private final PrintWriter out;
    private final Map<String, Evaluation<?>> left = new LinkedHashMap<>();
    private final List<Function<Typed, String>> onlookers = new ArrayList<>();
    private Object lastValue;
    private Throwable lastError;
    private boolean leaving;
    private boolean troubleTold;
    private final PromptShower shower;
    private final Results results = new Results("Out");
    private final Results lines = new Results("In");
    private final TimeHint times;
    private int inputs;
    private String typed = "";

    /**
     * @param terminal where the user sits; stays open
     * @param parts what the prompt is made of
     */
    public Repl(Terminal terminal, ReplParts parts) {
        this.terminal = terminal;
        this.parts = parts;
        evaluator = new WarmEvaluator(parts.evaluator, parts.progress);
        Editing editing = new Editing(terminal, parts.editor);
        AboutCommands about = new AboutCommands(this, this::commands, parts.catalog, parts.texts.describe());
        standing = new SessionCommands(this, parts.texts, this::commands, about);
        more = List.of(about.rows(), new ContextCommands(this, parts.preferences).rows(), new WorkCommands(this, parts.today, System::nanoTime).rows(),
                new SettingCommands(parts.preferences).rows(), new EditCommand(this, editing).rows());
        commands = new Commands(table());
        candidates = Candidates.of(parts.catalog, this::commands, parts.live, parts.session, parts.preferences::now);
        PromptHistory history = new PromptHistory(
                parts.history == null ? null : new HistoryFile(parts.history), line -> parts.redactor.apply(SettingCommands.withoutSecret(line)));
        words = new SessionWords(parts.catalog, commands, evaluator::knows);
        reader = new PromptReader(terminal, history, new PromptCompleter(candidates), words, parts.typing,
                parts.renderer.look().colour(), editing);
        out = terminal.writer();
        shower = parts.shower != null ? parts.shower : new PromptShower(terminal, this::renderer, System.out, () -> true);
        times = new TimeHint(parts.renderer);
        reader.key("dwx-raw", this::redraw, KeyMap.key(terminal, InfoCmp.Capability.key_f2), KeyMap.ctrl('X') + "r");
    }

    /** Runs until the user leaves by Ctrl-D, {@code :quit}, or by closing the terminal. Nothing a user types makes it throw. */
    public void run() {
        // Between reading and running, Ctrl-C must not end the process.
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> {
        });
        try {
            print(parts.banner);
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
        left.entrySet().removeIf(one -> {
            boolean ended = !one.getValue().running();
            if (ended) {
                note(Texts.of("{0}, which was left running, has ended.", one.getKey()));
            }
            return ended;
        });
    }

    private void step() {
        tellEnded();
        String input;
        try {
            words.renew();
            input = parts.progress.without(() -> reader.read(parts.prompt.apply(look())));
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
            show(evaluate(() -> new Outcome(null, said(command))), null);
        } else if (!text.isEmpty()) {
            String name = "In[" + ++inputs + "]";
            typed = input;
            parts.record.begins();
            came = evaluate(() -> outcomeOf(input, name));
            if (came != null) {
                parts.record.worked(parts.redactor.apply(input));
            }
            show(came, came == null ? null : came.value());
        }
        tell(new Typed(text, came == null ? null : came.value(), lastError == before ? null : lastError));
        reader.beginOnFreshLines();
    }

    /** What a command says; lines to be copied are left as they are. */
    private Shown said(String command) {
        String text = commands.run(command);
        return Commands.copied(command) ? new Shown(text, null) : shower.page(text, renderer());
    }

    private void tell(Typed typed) {
        for (Function<Typed, String> onlooker : onlookers) {
            try {
                print(onlooker.apply(typed));
            } catch (RuntimeException e) {
                note(parts.redactor.apply(String.valueOf(e.getMessage())));
            }
        }
    }

    /** Runs on the evaluation's thread: fetching the rows of a lazy listing can be stopped, too. */
    private Outcome outcomeOf(String input, String name) throws InterruptedException {
        lines.add(inputs, parts.redactor.apply(input));
        parts.variables.accept("In", lines);
        parts.variables.accept("Out", results);
        shower.begin(input);
        Object given = evaluator.get().evaluate(input, name);
        Object value = PromptShower.plain(given);
        Renderer renderer = times.watching(renderer());
        String kept = Assignment.in(input);
        boolean named = kept != null && value != null;
        if (value != null) {
            remember(value);
        }
        Shown shown = named ? Shown.kept(kept, value, renderer) : shower.shown(given, renderer);
        return new Outcome(value, named ? shown : times.hinted(shown.numbered(inputs, renderer), look()));
    }

    private void remember(Object value) {
        if (value != results && value != lines) {
            results.add(inputs, value);
        }
        parts.variables.accept("_", value);
        for (int before = 1; before <= 2 && results.last(before) != null; before++) {
            parts.variables.accept("_".repeat(before + 1), results.last(before));
        }
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

    private Outcome evaluate(Callable<Outcome> work) {
        Evaluation<Outcome> evaluation = new Evaluation<>(work, parts.cancel);
        evaluation.run(terminal, this::note);
        parts.progress.clear();
        System.out.flush();
        System.err.flush();
        if (!evaluation.finished()) {
            left.put("In[" + inputs + "]", evaluation);
            note(Texts.of("In[{0}] is left running. It is told when it ends; :quit ends it with dwx.", inputs));
            return null;
        }
        if (evaluation.failure() != null) {
            failed(evaluation.failure(), evaluation.interrupted());
            return null;
        }
        return evaluation.value();
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
        if (interrupted && isInterruption(failure)) {
            note(Texts.of("Interrupted."));
            if (!leavesInDoubt(failure)) {
                return;
            }
        }
        try {
            parts.variables.accept("_e", failure.getCause() == null ? failure : failure.getCause());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        String text = withoutEcho(parts.redactor.apply(parts.failureText.apply(failure)));
        print(look().colour() ? "\u001b[31m" + text + "\u001b[39m" : text);
    }

    /** One line that was typed stands just above its error: it is said again only where a caret has to point into it. */
    private String withoutEcho(String text) {
        String place = "In[" + inputs + "]: line 1, column ";
        String echo = "  " + typed.stripTrailing() + "\n";
        int end = text.indexOf('\n') + 1;
        if (!text.startsWith(place) || !text.startsWith(echo, end)) {
            return text;
        }
        String atTheBeginning = echo + "  ^\n";
        return text.substring(text.startsWith(atTheBeginning, end) ? end + atTheBeginning.length() : end);
    }

    /** An error that came while the user was stopping the work is the stop itself, in whatever clothes. */
    private static boolean isInterruption(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean interrupted = cause instanceof InterruptedException
                    || cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException)
                    || cause instanceof ClosedByInterruptException
                    || cause instanceof CancellationException
                    || cause instanceof ThreadDeath;
            if (interrupted) {
                return true;
            }
        }
        return false;
    }

    /** Whether a call was under way that the service may have done nevertheless: the user must hear of it. */
    private static boolean leavesInDoubt(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException call) {
                return call.stage() == ApiException.Stage.UNKNOWN_OUTCOME;
            }
        }
        return false;
    }

    private void tellHistoryTrouble() {
        if (!troubleTold && reader.history().trouble() != null) {
            troubleTold = true;
            note(reader.history().trouble());
        }
    }

    private void note(String text) {
        print(look().remark(text));
    }

    private void print(String text) {
        if (text != null && !text.isEmpty()) {
            out.println(text);
        }
        out.flush();
    }

    private Look look() {
        Look look = parts.renderer.look().withWidth(reader.width());
        if ("off".equals(parts.preferences.session("colour"))) {
            look = new Look(look.width(), false, look.unicode());
        }
        return reader.dumb() ? new Look(look.width(), false, false) : look;
    }

    private List<Command> table() {
        List<Command> rows = new ArrayList<>(standing.rows());
        more.forEach(rows::addAll);
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
        String form = parts.preferences.session("output");
        Renderer renderer = parts.renderer.withLook(look());
        return form == null ? renderer : renderer.withForm(OutputForm.of(form));
    }

    @Override
    public Object evaluate(String source) {
        return evaluate(source, ":command");
    }

    @Override
    public List<Checked> check(String source, String name) {
        try {
            return evaluator.get().check(source, name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public Map<String, Object> variables() {
        return parts.named.get();
    }

    @Override
    public SessionRecord record() {
        return parts.record;
    }

    @Override
    public Object evaluate(String source, String name) {
        try {
            return evaluator.get().evaluate(source, name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
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
