package dev.dwx.cli;

import dev.dwx.dsl.CallBudget;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Session;
import dev.dwx.render.Look;
import dev.dwx.repl.PromptText;
import dev.dwx.repl.ReplParts;
import dev.dwx.repl.line.Editing;
import dev.dwx.repl.line.Typing;
import dev.dwx.repl.command.SessionRecord;
import dev.dwx.repl.command.SystemCommands;
import dev.dwx.repl.tip.TipOfTheDay;
import dev.dwx.settings.Settings;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the prompt shows of the session, and what its commands reach of the rest of dwx. */
final class PromptWiring {
    private static final String QUOTES = "'";

    private final Screen screen;
    private final Workbench workbench;
    private final SessionWiring wiring;
    private final UserSettings settings;
    private final SessionRecord record;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile OptionalLong left = OptionalLong.empty();

    PromptWiring(Screen screen, Workbench workbench, SessionWiring wiring) {
        this.screen = screen;
        this.workbench = workbench;
        this.wiring = wiring;
        settings = workbench.settings();
        record = new SessionRecord(this::opening);
    }

    /** Adds its parts. */
    ReplParts into(ReplParts parts, CatalogCommands catalog) {
        settings.whenChanged(this::settingsChanged);
        return parts.prompt(this::text)
                .typing(this::typing)
                .editor(this::editor)
                .record(record)
                .preferences(settings)
                .today(this::today)
                .commands(desk -> new SystemCommands(desk, shell(), () -> String.join("\n", catalog.refresh().lines()), this::doctor).rows());
    }

    private Typing typing() {
        Settings now = settings.now();
        return Typing.of(workbench.environment(), now.value("keys").text().equals("vi"), now.value("hints").isOn(), now.value("ghost").isOn());
    }

    private String editor() {
        Settings.Value editor = settings.now().value("editor");
        return editor.isSet() ? editor.text() : Editing.of(workbench.environment());
    }

    /** Somebody at the prompt has agreed to something. */
    void confirmed(String what) {
        record.confirmed(what);
    }

    /** The tip of today, on the first start of the day; {@code null} otherwise. */
    String tip() {
        boolean off = workbench.options().quiet() || settings.exists() && !settings.now().value("tips").isOn();
        return off ? null : new TipOfTheDay(workbench.places().tips()).of(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(workbench.clock().instant(), context().timeZone());
    }

    private Context context() {
        Session begun = wiring.session();
        return begun == null ? wiring.context(workbench.region()) : begun.context();
    }

    private void settingsChanged() {
        Session begun = wiring.session();
        if (begun != null) {
            begun.askAbout(settings.confirmed());
            begun.use(begun.context().withProfile(settings.now().profile()));
        }
    }

    /** Whether live values are wanted at the moment. */
    boolean live() {
        return settings.now().value("live").isOn();
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
        Context context = context();
        countInBackground();
        String begunIn = wiring.region() == null ? workbench.region() : wiring.region();
        boolean usual = context.region() == null || context.region().equals(begunIn);
        Invocation.Options options = workbench.options();
        String project = context.projectName() != null ? context.projectName()
                : context.projectId() == null ? null : context.projectId().toString();
        boolean begun = wiring.session() != null;
        return new PromptText(options.sandbox(), project, usual ? null : context.region(), context.profile(), context.environment(),
                context.readOnly(), begun ? context.rehearsal() != null : options.dryRun(), left)
                .text(look, settings.exists() && settings.now().value("prompt").text().equals("short"));
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
        Context context = context();
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
            text.append(text.length() == 0 ? "" : ", ").append(name).append(": ").append(QUOTES)
                    .append(value.replace("\\", "\\\\").replace(QUOTES, "\\'")).append(QUOTES);
        }
    }
}
