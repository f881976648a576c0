package dev.dwx.cli;

import dev.dwx.client.ApiCaller;
import dev.dwx.client.CallWatcher;
import dev.dwx.client.credentials.CredentialException;
import dev.dwx.dsl.Cases;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Progress;
import dev.dwx.dsl.Session;
import dev.dwx.dsl.SessionParts;
import dev.dwx.dsl.Shower;
import dev.dwx.dsl.lifecycle.Ledger;
import dev.dwx.dsl.rehearsal.DryRun;
import dev.dwx.dsl.watching.Stage;
import dev.dwx.render.Look;
import dev.dwx.render.Renderer;
import dev.dwx.safety.AuditLog;
import dev.dwx.safety.ConfirmationPolicy;
import dev.dwx.safety.Confirmer;
import dev.dwx.safety.Redactor;
import dev.dwx.safety.UndoStore;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes the session that a command works in: all that its options and the environment say becomes a part of it here. */
final class SessionWiring {
    private static final long SEEDED_PROJECT = 10001;
    private static final String SEEDED_PROJECT_NAME = "orders_dw";

    private final Screen screen;
    private final Workbench workbench;
    private final Invocation.Options options;
    private volatile Session session;
    private volatile String region;
    private Cases cases = Cases.IN_LINE;
    private boolean testing;
    private Stage stage = Stage.NONE;
    private volatile DryRun rehearsal;
    private final List<UnaryOperator<ApiCaller>> listeners = new ArrayList<>();

    SessionWiring(Screen screen, Workbench workbench) {
        this.screen = screen;
        this.workbench = workbench;
        options = workbench.options();
    }

    /** With somebody who runs the tests of a script; what tests write leaves no trace. */
    void testing(Cases own) {
        cases = own;
        testing = true;
    }

    /** With somebody more between the session and the service, who makes a caller that listens to another. */
    void overheard(UnaryOperator<ApiCaller> by) {
        listeners.add(by);
    }

    /** With a screen on which something is watched in place. */
    void stage(Stage own) {
        stage = own;
    }

    /** The session that was begun last, or {@code null} before there is one. */
    Session session() {
        return session;
    }

    /** The context of the session, or the one that it will begin with. */
    Context context() {
        Session begun = session;
        return begun == null ? context(workbench.region()) : begun.context();
    }

    /** Shows values in the form that is asked for, times in the session's zone, which a script may have moved to another region. */
    Renderer renderer(Look look) {
        return new Renderer(workbench.form(), look).withZone(this::zone);
    }

    /** The zone that times are shown in. */
    ZoneId zone() {
        return context().timeZone();
    }

    /** The region that the session began in, or {@code null} before there is one. */
    String region() {
        return region;
    }

    /**
     * Begins the session.
     *
     * @param strict whether what is only doubtful is an error: so in scripts
     */
    Session begin(Shower shower, Confirmer confirmer, boolean strict) {
        session = (options.replay() == null ? live(strict) : replayed(strict))
                .policy((options.yes() ? ConfirmationPolicy.YES : ConfirmationPolicy.ASK).with(workbench.settings().confirmed()))
                .confirmer(confirmer)
                .notes(this::note)
                .progress(options.quiet() ? Progress.NONE : screen.progress())
                .shower(shower)
                .stage(stage)
                .cases(cases)
                .begin();
        region = session.context().region();
        if (options.explain()) {
            session.beginExplaining();
        }
        if (options.dryRun()) {
            rehearsal = session.beginDryRun();
        }
        return session;
    }

    private SessionParts live(boolean strict) {
        Connection connection = workbench.connection();
        Context context = context(connection.region()).withStrict(strict);
        ApiCaller caller = options.record() == null ? connection.client()
                : workbench.tape().record(connection.client(), Path.of(options.record()), context, endpointKind(), workbench.clock());
        for (UnaryOperator<ApiCaller> listener : listeners) {
            caller = listener.apply(caller);
        }
        ApiCaller way = caller;
        return Session.with(workbench::catalog, way)
                .lookup(workbench.discovery()::lookUp)
                .audit(testing ? AuditLog.NONE : new AuditLog(off("DWX_AUDIT") ? null : workbench.places().audit(),
                        workbench.clock(), () -> keyId(connection)))
                .undo(undo(), () -> account(connection))
                .ledger(ledger())
                .context(context)
                .clock(workbench.clock())
                .limits(connection.limits())
                .requests(connection.wire())
                .cancel(way::cancel)
                .sandbox(SandboxControls.of(connection.endpoints().override(), workbench.certificates()));
    }

    /** Nothing is sent, so there is nothing to connect to, to count or to keep a log of. */
    private SessionParts replayed(boolean strict) {
        Tape tape = workbench.tape();
        return Session.with(workbench::catalog, tape.caller())
                .context(completed(tape.context(options)).withStrict(strict))
                .clock(tape.clock())
                .timer(new ReplayTimer());
    }

    /** Whether calls go to a sandbox: one inside this process, or one on this machine. */
    boolean toSandbox() {
        return options.sandbox() || options.replay() == null && !"service".equals(endpointKind())
                && workbench.connection().endpoints().override().isLoopback();
    }

    private String endpointKind() {
        return options.sandbox() ? "sandbox" : workbench.connection().endpoints().override() == null ? "service" : "other";
    }

    /** A recording holds what its script asks for, and not the reads that undo would make besides. */
    private UndoStore undo() {
        return testing || off("DWX_UNDO") || options.record() != null ? UndoStore.NONE
                : new UndoStore(workbench.places().undo(), workbench.clock());
    }

    /** What a sandbox inside this process has under way ends with it. */
    private Ledger ledger() {
        return testing || options.sandbox() && options.data() == null || options.record() != null ? Ledger.ofProcess()
                : Ledger.in(workbench.places().underWay());
    }

    private boolean off(String variable) {
        return "off".equalsIgnoreCase(workbench.environment().getOrDefault(variable, "").strip());
    }

    /** Whose writes undo knows. A sandbox inside this process ends with it, and so does what was written there. */
    private String account(Connection connection) {
        return options.sandbox() && options.data() == null ? "sandbox of process " + ProcessHandle.current().pid() + workbench.begun()
                : Redactor.keyId(keyId(connection));
    }

    private static String keyId(Connection connection) {
        try {
            return connection.credentials().current().accessKeyId();
        } catch (CredentialException e) {
            return null;
        }
    }

    /** The context that a session in this region begins with. */
    Context context(String region) {
        Context context = Context.of(region).withVersion(workbench.version());
        if (options.zone() != null) {
            context = context.withZone(options.zone());
        }
        return completed(options.sandbox() ? context.withProject(SEEDED_PROJECT, SEEDED_PROJECT_NAME) : context);
    }

    /** With what holds for every kind of run. */
    private Context completed(Context begun) {
        Context context = begun.withReadOnly(options.readOnly())
                .withWatcher(options.quiet() ? CallWatcher.NONE : new CallDisplay(screen::note, screen.out()::flush));
        if (options.form() != null) {
            context = context.withOutput(options.form());
        }
        if (options.profile() != null) {
            context = context.withProfile(options.profile());
        }
        if (workbench.settings().environmentOfCalls() != null) {
            context = context.withEnvironment(workbench.settings().environmentOfCalls());
        }
        if (options.project() != null) {
            boolean id = options.project().chars().allMatch(Character::isDigit) && options.project().length() < 19;
            context = id ? context.withProject(Long.valueOf(options.project()), null)
                    : context.withProject(null, options.project());
        }
        return context;
    }

    private void note(String text) {
        if (!options.quiet()) {
            screen.note(text);
        }
    }

    /** Says at the end of a rehearsed run what it would have done. */
    void endDryRun() {
        if (rehearsal != null) {
            rehearsal.ends(null);
        }
    }
}
