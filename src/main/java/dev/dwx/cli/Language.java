package dev.dwx.cli;

import dev.dwx.catalog.ApiSummary;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Cases;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.GroovyEvaluator;
import dev.dwx.dsl.Session;
import dev.dwx.dsl.Shower;
import dev.dwx.render.Look;
import dev.dwx.render.OutputForm;
import dev.dwx.render.Renderer;
import dev.dwx.repl.Repl;
import dev.dwx.repl.ReplParts;
import dev.dwx.repl.SystemTerminal;
import dev.dwx.repl.TerminalConfirmer;
import dev.dwx.repl.TypedInput;
import dev.dwx.repl.command.CommandTexts;
import dev.dwx.repl.show.Forms;
import dev.dwx.repl.show.PromptShower;
import dev.dwx.repl.watch.TerminalStage;
import dev.dwx.safety.ConfirmationRequest;
import dev.dwx.safety.Confirmer;
import dev.dwx.safety.NotConfirmedException;
import dev.dwx.safety.Redactor;
import dev.dwx.script.FailureText;
import dev.dwx.script.RunOutcome;
import dev.dwx.script.ScriptRunner;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** The commands that run the language: the prompt, scripts, and text from the command line. */
final class Language {
    private final Screen screen;
    private final Workbench workbench;
    private final Invocation.Options options;
    private final SessionWiring wiring;

    Language(Screen screen, Workbench workbench) {
        this.screen = screen;
        this.workbench = workbench;
        options = workbench.options();
        wiring = new SessionWiring(screen, workbench);
    }

    /** With somebody who runs the tests of a script. */
    Language testing(Cases own) {
        wiring.testing(own);
        return this;
    }

    /** The language for one script that is a test. */
    GroovyEvaluator testEvaluator() {
        Renderer renderer = renderer(Look.PLAIN).withFooters(false);
        return evaluator((form, value) -> {
            screen.out().println(Forms.of(form, renderer).render(value));
            return null;
        }, Confirmer.NOBODY, true);
    }

    ExitCode run(Invocation invocation) throws IOException {
        if (!options.sandbox()) {
            // A wrong name is told before anything is run.
            Connection.edition(workbench.environment());
        }
        if (invocation.command() == Command.PROMPT) {
            return prompt();
        }
        CallWords call = invocation.command() == Command.CALL 
                ? CallWords.of(invocation.operands(), workbench.catalog(), workbench.version(), System.in) : null;
        // A cassette that cannot be used ends the run before it begins.
        workbench.tape();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Renderer renderer = renderer(screen.look(options.noColor()))
                .withFooters(screen.errorIsTerminal() && !options.quiet());
        Shower shower = (form, value) -> {
            screen.out().println(Forms.of(form, renderer).render(value));
            return null;
        };
        Supplier<GroovyEvaluator> evaluator = Once.of(() -> evaluator(shower, Confirmer.NOBODY, true));
        ScriptRunner runner = new ScriptRunner(
                evaluator,
                (name, value) -> evaluator.get().variables().put(name, value),
                renderer,
                new FailureText(options.stacktrace()),
                Redactor::text,
                thrown -> {
                    failure.set(thrown);
                    return cause(thrown, NotConfirmedException.class) == null ? null : RunOutcome.REFUSED;
                },
                screen.out(),
                screen.err());
        RunOutcome outcome = switch (invocation.command()) {
            case EVAL -> runner.runText(invocation.source(), "-e", invocation.operands());
            case CALL -> runner.runText(call.source(), "call", call.values());
            default -> invocation.source().equals("-")
                    ? runner.runStream(System.in, "stdin", invocation.operands())
                    : runner.runFile(Path.of(invocation.source()), invocation.operands());
        };
        wiring.endDryRun();
        boolean missing = outcome == RunOutcome.USAGE && invocation.source() != null && !Files.exists(Path.of(invocation.source()));
        ExitCode code = missing ? ExitCode.NOT_FOUND : code(outcome, failure.get());
        return outcome == RunOutcome.OK && drifted() ? ExitCode.SCRIPT_ERROR : code;
    }

    /** Says how a replayed run differed from its recording, where it came to its end all the same. */
    private boolean drifted() {
        List<String> drift = workbench.tape().drift(true);
        drift.forEach(screen.err()::println);
        return !drift.isEmpty();
    }

    private static ExitCode code(RunOutcome outcome, Throwable failure) {
        ApiException call = failure == null ? null : cause(failure, ApiException.class);
        return switch (outcome) {
            case OK, OUTPUT_CLOSED -> ExitCode.OK;
            case REFUSED -> ExitCode.NOT_CONFIRMED;
            case USAGE -> ExitCode.SCRIPT_ERROR;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case API_ERROR -> call == null ? ExitCode.CALL_REFUSED : ExitCodes.of(call);
            case SCRIPT_ERROR -> call == null ? ExitCode.SCRIPT_ERROR : ExitCodes.of(call);
        };
    }

    private static <T extends Throwable> T cause(Throwable thrown, Class<T> type) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return type.cast(one);
            }
        }
        return null;
    }

    private ExitCode prompt() throws IOException {
        try (Terminal terminal = SystemTerminal.open(
                workbench.environment().get("TERM"), workbench.places().cache().resolve("native"))) {
            prompt(terminal);
        }
        return ExitCode.OK;
    }

    /** Runs the prompt at a terminal until the user leaves. */
    void prompt(Terminal terminal) {
        Renderer renderer = renderer(new Look(terminal.getWidth(), screen.colour() && !options.noColor(), true));
        PromptShower shower = new PromptShower(terminal, () -> renderer.withLook(renderer.look().withWidth(terminal.getWidth())), System.out,
                () -> !"off".equalsIgnoreCase(workbench.environment().getOrDefault("DWX_PAGER", "")));
        screen.progress().columns(terminal::getWidth);
        wiring.stage(new TerminalStage(terminal, () -> renderer.withForm(OutputForm.TABLE), this::zone, screen.progress()::behind,
                screen.progress()::lastHeld));
        PromptWiring wired = new PromptWiring(screen, workbench, wiring);
        TerminalConfirmer asking = new TerminalConfirmer(terminal);
        LiveWiring live = new LiveWiring(workbench, wiring::session, wired::live);
        wiring.overheard(live::begin);
        Once<GroovyEvaluator> evaluator = Once.of(() -> {
            GroovyEvaluator made = evaluator(shower, request -> ask(asking, request, wired), false);
            // After the prompt is drawn, and on a thread of its own; what it finds is there at the next look.
            workbench.discovery().refreshInBackgroundIfStale(report -> { });
            return made;
        });
        CatalogCommands catalog = new CatalogCommands(workbench.discovery(), workbench.clock());
        ReplParts repl = ReplParts.of(workbench::catalog, evaluator)
                .banner(banner(wired.tip()))
                .variables((name, value) -> evaluator.get().variables().put(name, value))
                .session(() -> evaluator.now() == null ? Map.of() : evaluator.now().variables())
                .redactor(Redactor::text)
                .failureText(new FailureText(options.stacktrace())::of)
                .renderer(renderer)
                .shower(shower)
                .named(() -> evaluator.get().variables())
                .history(workbench.places().history())
                .cancel(this::cancel)
                .live(live.values())
                .progress(screen.progress())
                .tour(wiring::tour)
                .texts(new CommandTexts(
                        words -> renderer.withLook(renderer.look().withWidth(terminal.getWidth()))
                                .render(catalog.apis(words.isBlank() ? List.of() : List.of(words.split("\\s+")))),
                        name -> catalog.describe(name, workbench.version(), terminal.getWidth())
                                .orElseGet(() -> catalog.unknown(name)),
                        () -> contextText(evaluator.get().session().context()) + live.status(),
                        () -> evaluator.get().session().budget().toString()));
        InputStream before = System.in;
        System.setIn(new TypedInput(terminal));
        try {
            new Repl(terminal, wired.into(repl, catalog)).run();
        } finally {
            System.setIn(before);
        }
        wiring.endDryRun();
    }

    private void cancel(Thread thread) {
        Session begun = wiring.session();
        if (begun != null) {
            begun.cancel(thread);
        }
    }

    private String ask(TerminalConfirmer terminal, ConfirmationRequest request, PromptWiring wired) {
        List<String> lines = request.lines();
        String question = lines.get(lines.size() - 1) + " ";
        String summary = String.join("\n", lines.subList(0, lines.size() - 1));
        String typed = screen.progress().without(() -> terminal.ask(summary, question));
        if (typed.equals(request.expected())) {
            wired.confirmed(request.operation() + ", confirmed at the prompt");
        }
        return typed;
    }

    private String banner(String tip) {
        List<ApiSummary> all = workbench.catalog().list();
        Context context = wiring.context(workbench.region());
        StringBuilder text = new StringBuilder("dwx ").append(Version.TEXT);
        if (options.sandbox()) {
            text.append(" · sandbox");
        }
        if (context.region() != null) {
            text.append(" · ").append(context.region());
        }
        if (context.projectLabel() != null) {
            text.append(" · project ").append(context.projectLabel());
        }
        text.append(" · ").append(all.size()).append(" APIs ").append(CatalogCommands.byVersion(all));
        for (String notice : workbench.notices()) {
            text.append('\n').append(notice);
        }
        if (tip != null) {
            text.append('\n').append(tip);
        }
        return text.toString();
    }

    private static String contextText(Context context) {
        return Texts.of("region    {0}\nproject   {1}\nversion   {2}\nzone      {3}", context.region(),
                context.projectLabel() == null ? "none" : context.projectLabel(), context.version(), context.timeZone());
    }

    private GroovyEvaluator evaluator(Shower shower, Confirmer confirmer, boolean strict) {
        return new GroovyEvaluator(wiring.begin(shower, confirmer, strict));
    }

    private Renderer renderer(Look look) {
        return new Renderer(workbench.form(), look).withZone(this::zone);
    }

    /** The zone that times are shown in: the session's, which a script may have moved to another region. */
    private ZoneId zone() {
        Session begun = wiring.session();
        return begun == null ? wiring.context(workbench.region()).timeZone() : begun.context().timeZone();
    }
}
