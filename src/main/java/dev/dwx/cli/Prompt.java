package dev.dwx.cli;

import dev.dwx.catalog.ApiSummary;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.GroovyEvaluator;
import dev.dwx.dsl.Session;
import dev.dwx.render.Look;
import dev.dwx.repl.Repl;
import dev.dwx.repl.ReplParts;
import dev.dwx.repl.SystemTerminal;
import dev.dwx.repl.TerminalConfirmer;
import dev.dwx.repl.TypedInput;
import dev.dwx.repl.Window;
import dev.dwx.repl.command.CommandTexts;
import dev.dwx.repl.show.PromptShower;
import dev.dwx.repl.watch.TerminalStage;
import dev.dwx.safety.ConfirmationRequest;
import dev.dwx.safety.Confirmer;
import dev.dwx.safety.Redactor;
import dev.dwx.script.FailureText;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jline.terminal.Terminal;

/** The prompt at this process's terminal. */
final class Prompt {
    private final Screen screen;
    private final Workbench workbench;
    private final SessionWiring wiring;
    private final PromptWiring wired;
    private final LiveWiring live;

    /** @param wiring makes its session */
    Prompt(Screen screen, Workbench workbench, SessionWiring wiring) {
        this.screen = screen;
        this.workbench = workbench;
        this.wiring = wiring;
        live = new LiveWiring(workbench, wiring::session);
        wired = new PromptWiring(screen, workbench, wiring, live::isReading);
        wiring.overheard(live::begin);
    }

    ExitCode run() throws IOException {
        try (Terminal terminal = SystemTerminal.open(
                workbench.environment().get("TERM"), workbench.places().cache().resolve("native"))) {
            run(terminal);
        }
        return ExitCode.OK;
    }

    /** Runs at a terminal until the user leaves. */
    void run(Terminal terminal) {
        Window window = new Window(terminal, wiring.renderer(new Look(terminal.getWidth(), true, true)), workbench.settings());
        PromptShower shower = new PromptShower(terminal, window::renderer, System.out, window::paging, screen.progress());
        screen.progress().columns(terminal::getWidth);
        wiring.stage(new TerminalStage(terminal, window::tables, wiring::zone, screen.progress()::behind, screen.progress()::lastHeld));
        TerminalConfirmer asking = new TerminalConfirmer(terminal);
        Confirmer confirmer = request -> ask(asking, request);
        Once<GroovyEvaluator> evaluator = Once.of(() -> {
            GroovyEvaluator made = new GroovyEvaluator(wiring.begin(shower, confirmer, false));
            // After the prompt is drawn, and on a thread of its own; what it finds is there at the next look.
            workbench.discovery().refreshInBackgroundIfStale(report -> { });
            return made;
        });
        CatalogCommands catalog = new CatalogCommands(workbench.discovery(), workbench.clock());
        ReplParts repl = ReplParts.of(window, workbench::catalog, evaluator)
                .banner(banner())
                .redactor(Redactor::text)
                .failureText(new FailureText(workbench.options().stacktrace())::of)
                .shower(shower)
                .history(workbench.places().history())
                .cancel(this::cancel)
                .live(live.values())
                .progress(screen.progress())
                .texts(texts(window, catalog, evaluator));
        InputStream before = System.in;
        System.setIn(new TypedInput(terminal));
        try {
            new Repl(wired.into(repl, catalog)).run();
        } finally {
            System.setIn(before);
        }
        wiring.endDryRun();
    }

    private CommandTexts texts(Window window, CatalogCommands catalog, Once<GroovyEvaluator> evaluator) {
        return new CommandTexts(
                words -> window.renderer().render(catalog.apis(words.isBlank() ? List.of() : List.of(words.split("\\s+")))),
                name -> catalog.describe(name, wired.version(), window.look().width()).orElseGet(() -> catalog.unknown(name, ":apis WORDS")),
                () -> contextText(evaluator.get().session().context()) + live.status(),
                () -> evaluator.get().session().budget().toString());
    }

    private void cancel(Thread thread) {
        Session begun = wiring.session();
        if (begun != null) {
            begun.cancel(thread);
        }
    }

    private String ask(TerminalConfirmer terminal, ConfirmationRequest request) {
        List<String> lines = request.lines();
        String question = lines.get(lines.size() - 1) + " ";
        String summary = String.join("\n", lines.subList(0, lines.size() - 1));
        String typed = screen.progress().without(() -> terminal.ask(summary, question));
        if (typed.equals(request.expected())) {
            wired.confirmed(request.operation() + ", confirmed at the prompt");
        }
        return typed;
    }

    private String banner() {
        List<ApiSummary> all = workbench.catalog().list();
        Context context = wiring.context();
        StringBuilder text = new StringBuilder("dwx ").append(Version.TEXT);
        if (workbench.options().sandbox()) {
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
        String tip = wired.tip();
        return tip == null ? text.toString() : text.append('\n').append(tip).toString();
    }

    private static String contextText(Context context) {
        return Texts.of("region    {0}\nproject   {1}\nversion   {2}\nzone      {3}", context.region(),
                context.projectLabel() == null ? "none" : context.projectLabel(), context.version(), context.timeZone());
    }
}
