package dev.dwx.repl;

import dev.dwx.client.ApiException;
import dev.dwx.dsl.FailureTrace;
import dev.dwx.render.Look;
import dev.dwx.render.OutputForm;
import dev.dwx.render.Renderer;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp;

/**
 * The prompt: reads an input, runs it, shows what came, until the user leaves. Lines that begin with {@code :} are
 * commands, everything else is the language.
 */
public final class Repl {
    private static final int HISTORY_SHOWN = 50;

    private final Terminal terminal;
    private final ReplOptions options;
    private final WarmEvaluator evaluator;
    private final Commands commands;
    private final PromptReader reader;
    private final PrintWriter out;
    private Object lastValue;
    private Throwable lastError;
    private boolean leaving;
    private boolean troubleTold;
    private int inputs;
    private String typed = "";

    /**
     * @param terminal where the user sits; stays open
     * @param options what the prompt is made of
     */
    public Repl(Terminal terminal, ReplOptions options) {
        this.terminal = terminal;
        this.options = options;
        evaluator = new WarmEvaluator(options.evaluator());
        commands = new Commands(table());
        PromptHistory history = new PromptHistory(
                options.history() == null ? null : new HistoryFile(options.history()), options.redactor());
        reader = new PromptReader(terminal, history, new PromptCompleter(new Candidates(options.catalog(), commands)));
        out = terminal.writer();
    }

    /** Runs until the user leaves by Ctrl-D, {@code :quit}, or by closing the terminal. Nothing a user types makes it throw. */
    public void run() {
        // Between reading and running, Ctrl-C must not end the process.
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> {
        });
        try {
            print(options.banner());
            reader.whenDrawn(evaluator::warm);
            while (!leaving) {
                step();
            }
        } finally {
            restore(before);
        }
    }

    private void restore(Terminal.SignalHandler before) {
        try {
            terminal.handle(Terminal.Signal.INT, before);
            terminal.flush();
        } catch (IllegalStateException e) {
            // The window was closed; nobody is there to restore it for.
        }
    }

    private void step() {
        String input;
        try {
            input = reader.read(options.prompt().get());
        } catch (UserInterruptException e) {
            return;
        } catch (EndOfFileException e) {
            leaving = true;
            return;
        }
        tellHistoryTrouble();
        String text = input.strip();
        if (text.equals("exit") || text.equals("quit")) {
            leaving = true;
        } else if (text.equals("help")) {
            print(help(""));
        } else if (text.startsWith(":")) {
            show(evaluate(() -> new Outcome(null, new Shown(commands.run(text), null))), null);
        } else if (!text.isEmpty()) {
            String name = "In[" + ++inputs + "]";
            typed = input;
            Outcome outcome = evaluate(() -> outcomeOf(input, name));
            show(outcome, outcome == null ? null : outcome.value());
        }
        reader.beginOnFreshLines();
    }

    /** Runs on the evaluation's thread: fetching the rows of a lazy listing can be stopped, too. */
    private Outcome outcomeOf(String input, String name) throws InterruptedException {
        Object value = evaluator.get().evaluate(input, name);
        Renderer renderer = renderer();
        String kept = Assignment.in(input);
        boolean named = kept != null && value != null;
        Shown shown = named ? Shown.kept(kept, value, renderer) : Shown.whole(value, renderer);
        if (value != null) {
            options.variables().accept("_", value);
        }
        return new Outcome(value, shown);
    }

    private record Outcome(Object value, Shown shown) {
    }

    private Outcome evaluate(Callable<Outcome> work) {
        Evaluation<Outcome> evaluation = new Evaluation<>(work, options.cancel());
        evaluation.run(terminal, this::note);
        System.out.flush();
        System.err.flush();
        if (!evaluation.finished()) {
            note(Evaluation.LEFT_RUNNING);
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
    }

    private void failed(Throwable failure, boolean interrupted) {
        lastError = failure;
        if (interrupted && isInterruption(failure)) {
            note("Interrupted.");
            if (!leavesInDoubt(failure)) {
                return;
            }
        }
        try {
            options.variables().accept("_e", failure.getCause() == null ? failure : failure.getCause());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        String text = withoutEcho(options.redactor().apply(options.failureText().apply(failure)));
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
                    || cause instanceof CancellationException;
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
        Look look = options.renderer().look().withWidth(reader.width());
        return reader.dumb() ? new Look(look.width(), false, false) : look;
    }

    private Renderer renderer() {
        return options.renderer().withLook(look());
    }

    private List<Command> table() {
        List<Command> rows = new ArrayList<>();
        rows.add(new Command("help", List.of("h", "?"), Command.Argument.TOPIC, "[topic]",
                "what can be typed; with a name, more of it", "The topic is language, verbs, dates, a command, a verb or an operation.", this::help));
        rows.add(new Command("apis", List.of("a"), Command.Argument.WORDS, "[words]",
                "operations that fit the words", "Searches names, descriptions and categories, English and Chinese.",
                options.apis()::apply));
        rows.add(new Command("describe", List.of("d"), Command.Argument.OPERATION, "NAME",
                "an operation's card: what it takes and gives", "", options.describe()::apply));
        rows.add(new Command("ctx", List.of("context"), Command.Argument.NONE, "",
                "where calls go: region, project, version", "", argument -> options.context().get()));
        rows.add(new Command("limits", List.of(), Command.Argument.NONE, "",
                "calls of a second, a day and a month: what is allowed and what is used", "", argument -> options.limits().get()));
        rows.add(new Command("last", List.of("l"), Command.Argument.FORM, "[form]",
                "the last value again, as table, json, csv or yaml", "The value itself is in the variable _.", this::last));
        rows.add(new Command("error", List.of("e"), Command.Argument.NONE, "",
                "the last error with its whole trace", "The error itself is in the variable _e.", argument -> error()));
        rows.add(new Command("undo", List.of("u"), Command.Argument.WORDS, "[last|digits]",
                "the last writes; with the digits of one, takes it back",
                "What the service allows is restored, what it does not is said. preImage('digits') has what was kept.",
                word -> spoken(word.isEmpty() ? "undo" : "undo(" + quoted(word) + ")")));
        rows.add(new Command("audit", List.of(), Command.Argument.WORDS, "[words]",
                "the newest writes of the audit log, or those with the words in them",
                "audit(since: '2h', failed: true) looks for more; dwx audit --verify checks the log.",
                words -> spoken("audit(" + (words.isEmpty() ? "" : quoted(words)) + ")")));
        rows.add(new Command("history", List.of(), Command.Argument.WORDS, "[words]",
                "lines typed before", "The newest " + HISTORY_SHOWN + ", or those with the words in them.", this::history));
        rows.add(new Command("clear", List.of("cls"), Command.Argument.NONE, "", "an empty screen", "", argument -> clear()));
        rows.add(new Command("quit", List.of("q", "exit"), Command.Argument.NONE, "", "leave; so do Ctrl-D and exit", "",
                argument -> {
                    leaving = true;
                    return "";
                }));
        return rows;
    }

    private String help(String topic) {
        if (topic.isEmpty()) {
            return commands.overview();
        }
        Optional<String> help = commands.help(topic);
        return help.orElseGet(() -> options.describe().apply(topic));
    }

    /** A command that is a word of the language: the same answer, shown the same way. */
    private String spoken(String source) {
        try {
            return renderer().render(evaluator.get().evaluate(source, ":command"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** {@code a b} as {@code 'a', 'b'}. */
    private static String quoted(String words) {
        List<String> texts = new ArrayList<>();
        for (String word : words.strip().split("\\s+")) {
            texts.add("'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'");
        }
        return String.join(", ", texts);
    }

    private String last(String form) {
        if (lastValue == null) {
            return "There is no value yet";
        }
        if (form.isEmpty()) {
            return renderer().render(lastValue);
        }
        try {
            return renderer().withForm(OutputForm.of(form)).render(lastValue);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private String error() {
        if (lastError == null) {
            return "There was no error yet";
        }
        return options.redactor().apply(FailureTrace.of(lastError));
    }

    private String history(String words) {
        List<String> lines = new ArrayList<>();
        for (History.Entry entry : reader.history()) {
            if (entry.line().contains(words)) {
                lines.add(entry.line());
            }
        }
        int from = words.isEmpty() ? Math.max(0, lines.size() - HISTORY_SHOWN) : 0;
        return String.join("\n", lines.subList(from, lines.size()));
    }

    private String clear() {
        terminal.puts(InfoCmp.Capability.clear_screen);
        terminal.flush();
        return "";
    }
}
