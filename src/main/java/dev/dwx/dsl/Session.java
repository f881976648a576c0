package dev.dwx.dsl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.OperationSearch;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.ApiException;
import dev.dwx.client.Requests;
import dev.dwx.dsl.lifecycle.Lifecycle;
import dev.dwx.dsl.pages.Pages;
import dev.dwx.dsl.parallel.Worker;
import dev.dwx.dsl.rehearsal.DryRun;
import dev.dwx.dsl.rehearsal.Explaining;
import dev.dwx.dsl.sandbox.LeapingTimer;
import dev.dwx.dsl.sandbox.SandboxControl;
import dev.dwx.dsl.sandbox.SandboxWord;
import dev.dwx.dsl.settle.Looks;
import dev.dwx.dsl.settle.Settlement;
import dev.dwx.dsl.traps.Traps;
import dev.dwx.dsl.undo.PreImages;
import dev.dwx.dsl.undo.Undo;
import dev.dwx.dsl.waiting.Timer;
import dev.dwx.dsl.watching.Stage;
import dev.dwx.safety.AuditLog;
import dev.dwx.safety.ConfirmationPolicy;
import dev.dwx.time.BizDate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What one user is at work with: the catalog, the way to the service, the context, and the rules of safety. The prompt, scripts and
 * notebooks share it; it knows no terminal. Usable by many threads.
 */
public final class Session {
    private final OperationNames names;
    private final Lookups lookups;
    private final ProjectNames projects;
    private final CallLine line;
    private final ContextScope scope;
    private final Clock clock;
    private final Shower shower;
    private final Notes notes;
    private final Progress progress;
    private final AuditLog audit;
    private final Undo undo;
    private final LeapingTimer timer;
    private final Stage stage;
    private final Consumer<Thread> cancel;
    private final Cases cases;
    private final CallBudget budget;
    private final Requests requests;
    private final SandboxControl sandbox;
    private final ContextBlocks blocks;
    private final Lifecycle lifecycle;
    private final Consent consent;

    Session(SessionParts parts) {
        sandbox = parts.sandbox;
        clock = parts.clock;
        shower = parts.shower;
        notes = parts.notes;
        names = new OperationNames(parts.catalog, parts.lookup, notes);
        progress = parts.progress;
        timer = new LeapingTimer(parts.timer, parts.sandbox);
        stage = parts.stage;
        cancel = parts.cancel;
        cases = parts.cases;
        requests = parts.requests;
        SimulatedIds simulatedIds = new SimulatedIds();
        Departure departure = new Departure(parts.caller, simulatedIds);
        lookups = new Lookups(names, departure);
        projects = new ProjectNames(lookups);
        scope = new ContextScope(parts.context);
        blocks = new ContextBlocks(scope, projects, requests, simulatedIds, clock, notes);
        budget = new CallBudget(parts.limits, scope::current, notes);
        List<Guard> guards = parts.guards == null ? Traps.all(lookups, notes, clock) : parts.guards;
        consent = new Consent(parts.policy, parts.confirmer, lookups, notes, progress);
        line = new CallLine(names, departure, new ContextFill(projects), guards, consent,
                new WriteJournal(parts.audit, new PreImages(parts.undo, lookups, notes, clock, parts.account), notes),
                new Settlement(lookups, parts.looks == null ? Looks.usual() : parts.looks, clock, notes), new Tries(notes, progress),
                clock, notes);
        audit = parts.audit;
        undo = new Undo(this, parts.undo, parts.account);
        lifecycle = new Lifecycle(this, parts.ledger, parts.account);
    }

    /**
     * Begins a session.
     *
     * @param catalog asked at each use, so that a refresh can put another in its place; not asked before it is needed
     * @param caller the way to the service
     */
    public static SessionParts with(Supplier<ApiCatalog> catalog, ApiCaller caller) {
        return new SessionParts(catalog, caller);
    }

    /** The context in force on this thread. */
    public Context context() {
        return scope.current();
    }

    /** Replaces the context in force; inside a block only until the block ends. */
    public void use(Context context) {
        scope.replace(context);
    }

    /** Makes a project, by name or id, the one that calls belong to. */
    public Context useProject(Object project) {
        Context next = projects.chosen(project, context());
        use(next);
        return next;
    }

    /** Runs work in another context and puts the former back, however the work ends. */
    public <T> T within(Context context, Supplier<T> work) {
        return scope.within(context, work);
    }

    /** Blocks that change the context of the calls inside them. */
    ContextBlocks blocks() {
        return blocks;
    }

    /** From here on, for the whole session, no write is sent. */
    public DryRun beginDryRun() {
        return blocks.beginDryRun();
    }

    /** From here on, every call of the session is explained. */
    public Explaining beginExplaining() {
        return blocks.beginExplaining();
    }

    /**
     * The id of the project that calls belong to, looked up where only its name is known; {@code null} without a project.
     *
     * @throws ApiException when there is no project of that name
     */
    public Long projectId() {
        Context context = context();
        return context.projectId() != null || context.projectName() == null ? context.projectId()
                : Long.valueOf(projects.find(context.projectName(), context).id());
    }

    /** From here on, for the whole session, these writes want a yes as well. */
    public void askAbout(ConfirmationPolicy.Writes more) {
        consent.askAbout(more);
    }

    /** What carries objects through their life: publishing, runs, logs. */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    /**
     * Gets a person's consent to work of dwx's own that no single call would be asked about.
     *
     * @param what lines that say what would be done
     * @param words what is to be typed
     * @param ids the objects that it is done to
     * @throws dev.dwx.safety.NotConfirmedException when nobody agrees
     */
    public void agree(String operation, List<String> what, String words, List<Object> ids) {
        if (!context().readOnly()) {
            consent.agree(operation, context(), what, words, ids);
        }
    }

    /** What the catalog says now. */
    public ApiCatalog catalog() {
        return names.catalog();
    }

    /** The handle of an operation, or nothing when the name is unknown; asks no live source. */
    public Optional<OperationHandle> handle(String pinned, String name) {
        return names.find(pinned, context().version(), name, false)
                .map(operation -> new OperationHandle(this, operation, pinned == null));
    }

    /**
     * Calls an operation by its name.
     *
     * @param pinned API version, or {@code null} for the context's first and then the other
     * @throws ApiException when the call was refused, here or by the service
     * @throws dev.dwx.safety.NotConfirmedException when it takes something away and nobody allowed it
     */
    public ApiResult call(String pinned, String name, Map<String, Object> arguments) {
        return call(operation(pinned, name), arguments, pinned == null);
    }

    ApiOperation operation(String pinned, String name) {
        String preferred = context().version();
        return names.find(pinned, preferred, name, true)
                .orElseThrow(() -> names.unknown(pinned, preferred, name));
    }

    /** Any operation that the catalog knows. */
    public Optional<ApiOperation> known(String version, String name) {
        return names.known(version, name);
    }

    /** Calls an operation as a script does. */
    public ApiResult call(ApiOperation operation, Map<String, Object> arguments, boolean bare) {
        return line.call(operation, arguments, context(), bare);
    }

    /** A call of work that tells itself what comes of it: a look of a wait, a step of a deployment. */
    public ApiResult look(ApiOperation operation, Map<String, Object> arguments) {
        return line.call(operation, arguments, context().withAwaiting(true), false);
    }

    /** All pages of a listing. */
    public Pages pages(ApiOperation operation, Map<String, Object> arguments) {
        return new Listings(this).all(operation, arguments);
    }

    /** Lets time pass. */
    public Timer timer() {
        return timer;
    }

    /** Sends a call that no catalog describes. */
    ApiResult unchecked(ApiOperation operation, Map<String, Object> arguments) {
        return line.unchecked(operation, arguments, context());
    }

    Optional<ApiOperation> otherVersion(ApiOperation operation) {
        return names.known(OperationNames.other(operation.version()), operation.name());
    }

    /** Operations that words, a part of a name or a category find, the best first. */
    public List<ApiSummary> search(String words) {
        return new OperationSearch(catalog().list()).find(words);
    }

    BizDate yesterday() {
        return BizDate.yesterday(clock, context().timeZone());
    }

    BizDate today() {
        return BizDate.today(clock, context().timeZone());
    }

    public Clock clock() {
        return clock;
    }

    Object show(String form, Object value) {
        return shower.show(form, value);
    }

    public void note(String text) {
        notes.note(text);
    }

    SandboxWord sandbox() {
        return new SandboxWord(sandbox, timer);
    }

    /** The line on the screen; a thread of a batch has none, since the batch has it. */
    public Progress progress() {
        return Worker.isCurrent() ? Progress.NONE : progress;
    }

    /** The screen on which something is watched in place. */
    public Stage stage() {
        return stage;
    }

    /** Breaks off the call that a thread is waiting for. */
    public void cancel(Thread thread) {
        cancel.accept(thread);
    }

    /** What has been written, and the way back. */
    public Undo undo() {
        return undo;
    }

    /** Where writes leave their trace. */
    public AuditLog audit() {
        return audit;
    }

    /** What a loop asks before it makes many calls. */
    public CallBudget budget() {
        return budget;
    }

    Cases cases() {
        return cases;
    }

    OperationNames names() {
        return names;
    }

    /** What calls would send. */
    Requests requests() {
        return requests;
    }

    /** Reads that dwx makes by itself. */
    public Lookups lookups() {
        return lookups;
    }

    /** The call as it would be sent; nothing is sent but what finds a project's id. */
    PlannedCall plan(ApiOperation operation, Map<String, Object> arguments, boolean bare) {
        return line.plan(operation, arguments, context(), bare);
    }

    /**
     * The named arguments of a call.
     *
     * @throws ApiException when something else was given
     */
    Map<String, Object> named(String name, Object[] arguments) {
        return NamedArguments.of(name, context().version(), arguments);
    }
}
