package dev.dwx.cli;

import dev.dwx.dsl.CallBudget;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Session;
import dev.dwx.flowspec.decompile.GroovyText;
import dev.dwx.render.Look;
import dev.dwx.repl.PromptText;
import dev.dwx.repl.ReplParts;
import dev.dwx.repl.line.Editing;
import dev.dwx.repl.command.Desk;
import dev.dwx.repl.command.SessionRecord;
import dev.dwx.repl.command.SystemCommands;
import dev.dwx.repl.tip.TipOfTheDay;
import dev.dwx.repl.tour.HeardCalls;
import dev.dwx.repl.tour.Tour;
import dev.dwx.settings.Settings;
import dev.dwx.time.BizDate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the prompt shows of the session, and what its commands reach of the rest of dwx. */
final class PromptWiring {

    private final Screen screen;
    private final Workbench workbench;
    private final SessionWiring wiring;
    private final UserSettings settings;
    private final SessionRecord record;
    private final HeardCalls heard;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile OptionalLong left = OptionalLong.empty();

    /** @param aside whether what this thread calls is none of the user's doing */
    PromptWiring(Screen screen, Workbench workbench, SessionWiring wiring, BooleanSupplier aside) {
        heard = new HeardCalls(aside);
        this.screen = screen;
        this.workbench = workbench;
        this.wiring = wiring;
        settings = workbench.settings();
        record = new SessionRecord(this::opening);
        wiring.overheard(heard::around);
    }

    /** Adds its parts. */
    ReplParts into(ReplParts parts, CatalogCommands catalog) {
        settings.whenChanged(this::settingsChanged);
        return parts.prompt(this::text)
                .editor(this::editor)
                .tour(this::tour)
                .record(record)
                .today(this::today)
                .version(this::version)
                .commands(desk -> new SystemCommands(desk, shell(), () -> String.join("\n", catalog.refresh().lines()), this::doctor).rows());
    }

    /** The command that starts the editor; blank for the small one. */
    String editor() {
        Settings.Value editor = settings.now().value("editor");
        return editor.isSet() ? editor.text() : Editing.of(workbench.environment());
    }

    /** Somebody at the prompt has agreed to something. */
    void confirmed(String what) {
        record.confirmed(what);
    }

    /** The tip of today, on the first start of the day; {@code null} otherwise. */
    String tip() {
        boolean off = workbench.options().quiet() || !settings.now().value("tips").isOn();
        return off ? null : new TipOfTheDay(workbench.places().tips()).of(today());
    }

    /** The API version that a bare name means first. */
    String version() {
        Session begun = wiring.session();
        return begun == null ? workbench.version() : begun.context().version();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(workbench.clock().instant(), wiring.zone());
    }

    private Tour tour(Desk desk) {
        return new Tour(desk, heard, wiring::toSandbox,
                () -> BizDate.yesterday(workbench.clock(), wiring.zone()).toInstant(wiring.zone()).toEpochMilli(),
                workbench.places().tour(), Path.of(""));
    }

    private void settingsChanged() {
        Session begun = wiring.session();
        if (begun != null) {
            begun.askAbout(settings.confirmed());
            begun.use(begun.context().withProfile(settings.now().profile()));
        }
    }

    private String shell() {
        return workbench.environment().getOrDefault("SHELL", "/bin/sh");
    }

    private String doctor() {
        try {
            new Doctor(screen, workbench).run();
        } finally {
            screen.flush();
        }
        return "";
    }

    private String text(Look look) {
        Context context = wiring.context();
        countInBackground();
        String begunIn = wiring.region() == null ? workbench.region() : wiring.region();
        boolean usual = context.region() == null || context.region().equals(begunIn);
        Invocation.Options options = workbench.options();
        String project = context.projectName() != null ? context.projectName()
                : context.projectId() == null ? null : context.projectId().toString();
        boolean begun = wiring.session() != null;
        return new PromptText(options.sandbox(), project, usual ? null : context.region(), context.profile(), context.environment(),
                context.readOnly(), begun ? context.rehearsal() != null : options.dryRun(), left)
                .text(look, settings.now().value("prompt").text().equals("short"));
    }

    /** The count of calls is in a file, and whose it is may have to be asked: never while somebody waits for the prompt. */
    private void countInBackground() {
        Session begun = wiring.session();
        if (begun == null || !counting.compareAndSet(false, true)) {
            return;
        }
        CallBudget budget = begun.budget();
        Thread thread = new Thread(() -> {
            try {
                left = budget.fewLeft();
            } catch (RuntimeException e) {
                left = OptionalLong.empty();
            } finally {
                counting.set(false);
            }
        }, "dwx count");
        thread.setDaemon(true);
        thread.start();
    }

    /** What puts a fresh session where this one is, in the language. */
    private String opening() {
        Context context = wiring.context();
        StringBuilder text = new StringBuilder();
        append(text, "region", context.region());
        append(text, "project", context.projectName());
        if (context.projectName() == null && context.projectId() != null) {
            text.append(text.length() == 0 ? "" : ", ").append("project: ").append(context.projectId());
        }
        append(text, "environment", context.environment());
        append(text, "version", context.version());
        return text.length() == 0 ? "" : "use " + text;
    }

    private static void append(StringBuilder text, String name, String value) {
        if (value != null) {
            text.append(text.length() == 0 ? "" : ", ").append(name).append(": ").append(GroovyText.quoted(value));
        }
    }
}
