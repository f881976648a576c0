package dev.dwx.dsl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.Requests;
import dev.dwx.client.limits.CallCounts;
import dev.dwx.dsl.lifecycle.Ledger;
import dev.dwx.dsl.sandbox.SandboxControl;
import dev.dwx.dsl.settle.Looks;
import dev.dwx.dsl.waiting.Timer;
import dev.dwx.dsl.watching.Stage;
import dev.dwx.safety.AuditLog;
import dev.dwx.safety.ConfirmationPolicy;
import dev.dwx.safety.Confirmer;
import dev.dwx.safety.UndoStore;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a {@link Session} is made of; every setter returns this object. */
public final class SessionParts {
    final Supplier<ApiCatalog> catalog;
    final ApiCaller caller;
    OperationLookup lookup = OperationLookup.NONE;
    ConfirmationPolicy policy = ConfirmationPolicy.ASK;
    Confirmer confirmer = Confirmer.NOBODY;
    AuditLog audit = AuditLog.NONE;
    UndoStore undo = UndoStore.NONE;
    Supplier<String> account = () -> null;
    Ledger ledger = Ledger.ofProcess();
    Notes notes = Notes.NONE;
    Progress progress = Progress.NONE;
    CallCounts limits = CallCounts.NONE;
    Looks looks;
    Requests requests = Requests.usual();
    List<Guard> guards;
    Context context = Context.of("cn-shanghai");
    Clock clock = Clock.systemUTC();
    Timer timer = Timer.SYSTEM;
    Stage stage = Stage.NONE;
    Consumer<Thread> cancel = thread -> { };
    Cases cases = Cases.IN_LINE;
    Shower shower = (form, value) -> value;
    SandboxControl sandbox = SandboxControl.NONE;

    SessionParts(Supplier<ApiCatalog> catalog, ApiCaller caller) {
        this.catalog = catalog;
        this.caller = caller;
    }

    /** Where a name is looked for once that the catalog does not have; nowhere unless set. */
    public SessionParts lookup(OperationLookup value) {
        lookup = value;
        return this;
    }

    /** Asks for every destructive call unless set. */
    public SessionParts policy(ConfirmationPolicy value) {
        policy = value;
        return this;
    }

    /** Nobody unless set. */
    public SessionParts confirmer(Confirmer value) {
        confirmer = value;
        return this;
    }

    public SessionParts audit(AuditLog value) {
        audit = value;
        return this;
    }

    /**
     * Where what writes change is kept; nowhere unless set.
     *
     * @param who the access key id in use, masked
     */
    public SessionParts undo(UndoStore value, Supplier<String> who) {
        undo = value;
        account = who;
        return this;
    }

    /** Where is kept what is under way, so that it can be gone on with after a cut; with this process unless set. */
    public SessionParts ledger(Ledger value) {
        ledger = value;
        return this;
    }

    public SessionParts notes(Notes value) {
        notes = value;
        return this;
    }

    /** Shown to nobody unless set. */
    public SessionParts progress(Progress value) {
        progress = value;
        return this;
    }

    /** What calls would send; to the regions' own endpoints unless set. */
    public SessionParts requests(Requests value) {
        requests = value;
        return this;
    }

    /** What looks at every call, in this order; the known traps unless set. */
    public SessionParts guards(List<Guard> value) {
        guards = List.copyOf(value);
        return this;
    }

    /** How the outcome of a write is looked for whose answer was lost; a few times within some seconds unless set. */
    public SessionParts looks(Looks value) {
        looks = value;
        return this;
    }

    /** How the account stands, for what asks before it makes many calls; free unless set. */
    public SessionParts limits(CallCounts value) {
        limits = value;
        return this;
    }

    /** Runs the tests of a script; each where it stands unless set. */
    public SessionParts cases(Cases value) {
        cases = value;
        return this;
    }

    public SessionParts context(Context value) {
        context = value;
        return this;
    }

    public SessionParts clock(Clock value) {
        clock = value;
        return this;
    }

    /** The machine's unless set. */
    public SessionParts timer(Timer value) {
        timer = value;
        return this;
    }

    /** The screen on which something is watched in place; none unless set. */
    public SessionParts stage(Stage value) {
        stage = value;
        return this;
    }

    /** What breaks off the call that a thread is waiting for; nothing unless set. */
    public SessionParts cancel(Consumer<Thread> value) {
        cancel = value;
        return this;
    }

    public SessionParts shower(Shower value) {
        shower = value;
        return this;
    }

    /** The sandbox that calls go to; none unless set. */
    public SessionParts sandbox(SandboxControl value) {
        sandbox = value;
        return this;
    }

    public Session begin() {
        return new Session(this);
    }
}
