package dev.dwx.dsl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.OperationSearch;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.undo.PreImages;
import dev.dwx.dsl.undo.Undo;
import dev.dwx.client.limits.CallCounts;
import dev.dwx.dsl.pages.Pages;
import dev.dwx.dsl.sandbox.SandboxControl;
import dev.dwx.dsl.sandbox.SandboxWord;
import dev.dwx.dsl.parallel.Worker;
import dev.dwx.dsl.settle.Looks;
import dev.dwx.dsl.settle.Settlement;
import dev.dwx.client.Requests;
import dev.dwx.dsl.rehearsal.DryRun;
import dev.dwx.dsl.rehearsal.Explaining;
import dev.dwx.dsl.rehearsal.RehearsalReport;
import dev.dwx.dsl.traps.Traps;
import dev.dwx.dsl.waiting.Timer;
import dev.dwx.safety.Allowance;
import dev.dwx.safety.AuditLog;
import dev.dwx.safety.ConfirmationPolicy;
import dev.dwx.safety.Confirmer;
import dev.dwx.safety.UndoStore;
import dev.dwx.time.BizDate;
import groovy.lang.Closure;
import groovy.lang.MissingMethodException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Timer timer;
    private final Consumer<Thread> cancel;
    private final Cases cases;
    private final CallBudget budget;
    private final Requests requests;
    private final SimulatedIds simulatedIds = new SimulatedIds();

    private final SandboxControl sandbox;

    private Session(Parts parts) {
        sandbox = parts.sandbox;
        clock = parts.clock;
        shower = parts.shower;
        notes = parts.notes;
        names = new OperationNames(parts.catalog, parts.lookup, notes);
        progress = parts.progress;
        timer = parts.timer;
        cancel = parts.cancel;
        cases = parts.cases;
        requests = parts.requests;
        Departure departure = new Departure(parts.caller, simulatedIds);
        lookups = new Lookups(names, departure);
        projects = new ProjectNames(lookups);
        scope = new ContextScope(parts.context);
        budget = new CallBudget(parts.limits, scope::current, notes);
        List<Guard> guards = parts.guards == null ? Traps.all(lookups, notes, clock) : parts.guards;
        line = new CallLine(names, departure, new ContextFill(projects), guards,
                new Consent(parts.policy, parts.confirmer, lookups, notes, progress),
                new WriteJournal(parts.audit, new PreImages(parts.undo, lookups, notes, clock, parts.account), notes),
                new Settlement(lookups, parts.looks == null ? Looks.usual() : parts.looks, clock, notes), new Tries(notes, progress),
                clock, notes);
        audit = parts.audit;
        undo = new Undo(this, parts.undo, parts.account);
    }

    /**
     * Begins a session.
     *
     * @param catalog asked at each use, so that a refresh can put another in its place; not asked before it is needed
     * @param caller the way to the service
     */
    public static Parts with(Supplier<ApiCatalog> catalog, ApiCaller caller) {
        return new Parts(catalog, caller);
    }

    /** What a session is made of; every setter returns this object. */
    public static final class Parts {
        private final Supplier<ApiCatalog> catalog;
        private final ApiCaller caller;
        private OperationLookup lookup = OperationLookup.NONE;
        private ConfirmationPolicy policy = ConfirmationPolicy.ASK;
        private Confirmer confirmer = Confirmer.NOBODY;
        private AuditLog audit = AuditLog.NONE;
        private UndoStore undo = UndoStore.NONE;
        private Supplier<String> account = () -> null;
        private Notes notes = Notes.NONE;
        private Progress progress = Progress.NONE;
        private CallCounts limits = CallCounts.NONE;
        private Looks looks;
        private Requests requests = Requests.usual();
        private List<Guard> guards;
        private Context context = Context.of("cn-shanghai");
        private Clock clock = Clock.systemUTC();
        private Timer timer = Timer.SYSTEM;
        private Consumer<Thread> cancel = thread -> { };
        private Cases cases = Cases.IN_LINE;
        private Shower shower = (form, value) -> value;
        private SandboxControl sandbox = SandboxControl.NONE;

        private Parts(Supplier<ApiCatalog> catalog, ApiCaller caller) {
            this.catalog = catalog;
            this.caller = caller;
        }

        /** Where a name is looked for once that the catalog does not have; nowhere unless set. */
        public Parts lookup(OperationLookup value) {
            lookup = value;
            return this;
        }

        /** Asks for every destructive call unless set. */
        public Parts policy(ConfirmationPolicy value) {
            policy = value;
            return this;
        }

        /** Nobody unless set. */
        public Parts confirmer(Confirmer value) {
            confirmer = value;
            return this;
        }

        public Parts audit(AuditLog value) {
            audit = value;
            return this;
        }

        /**
         * Where what writes change is kept; nowhere unless set.
         *
         * @param who the access key id in use, masked
         */
        public Parts undo(UndoStore value, Supplier<String> who) {
            undo = value;
            account = who;
            return this;
        }

        public Parts notes(Notes value) {
            notes = value;
            return this;
        }

        /** Shown to nobody unless set. */
        public Parts progress(Progress value) {
            progress = value;
            return this;
        }

        /** What calls would send; to the regions' own endpoints unless set. */
        public Parts requests(Requests value) {
            requests = value;
            return this;
        }

        /** What looks at every call, in this order; the known traps unless set. */
        public Parts guards(List<Guard> value) {
            guards = List.copyOf(value);
            return this;
        }

        /** How the outcome of a write is looked for whose answer was lost; a few times within some seconds unless set. */
        public Parts looks(Looks value) {
            looks = value;
            return this;
        }

        /** How the account stands, for what asks before it makes many calls; free unless set. */
        public Parts limits(CallCounts value) {
            limits = value;
            return this;
        }

        /** Runs the tests of a script; each where it stands unless set. */
        public Parts cases(Cases value) {
            cases = value;
            return this;
        }

        public Parts context(Context value) {
            context = value;
            return this;
        }

        public Parts clock(Clock value) {
            clock = value;
            return this;
        }

        /** The machine's unless set. */
        public Parts timer(Timer value) {
            timer = value;
            return this;
        }

        /** What breaks off the call that a thread is waiting for; nothing unless set. */
        public Parts cancel(Consumer<Thread> value) {
            cancel = value;
            return this;
        }

        public Parts shower(Shower value) {
            shower = value;
            return this;
        }

        /** The sandbox that calls go to; none unless set. */
        public Parts sandbox(SandboxControl value) {
            sandbox = value;
            return this;
        }

        public Session begin() {
            return new Session(this);
        }
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
        Context next = inProjectContext(project);
        use(next);
        return next;
    }

    /** Runs work in another context and puts the former back, however the work ends. */
    public <T> T within(Context context, Supplier<T> work) {
        return scope.within(context, work);
    }

    <T> T inProject(Object project, Supplier<T> work) {
        return scope.within(inProjectContext(project), work);
    }

    <T> T inRegion(String region, Supplier<T> work) {
        Context context = context().withRegion(region);
        // A project belongs to one region.
        return scope.within(region.equals(context().region()) ? context : context.withProject(null, null), work);
    }

    <T> T confirmed(Allowance permission, Supplier<T> work) {
        try (Allowance allowance = permission) {
            return scope.within(context().withAllowance(allowance), work);
        }
    }

    /** Runs work without sending its writes; gives what it found. */
    RehearsalReport rehearsed(Supplier<Object> work) {
        DryRun run = new DryRun(requests, simulatedIds, clock, notes, context().rehearsal());
        Object value = null;
        try {
            value = scope.within(context().withRehearsal(run), work);
        } finally {
            run.ends(value);
        }
        return run.report();
    }

    /** From here on, for the whole session, no write is sent. */
    public DryRun beginDryRun() {
        DryRun run = new DryRun(requests, simulatedIds, clock, notes, null);
        use(context().withRehearsal(run));
        return run;
    }

    <T> T linted(Map<String, Object> rules, Supplier<T> work) {
        Set<String> off = new LinkedHashSet<>(context().lintOff());
        Object given = rules.get("off");
        if (rules.size() != 1 || given == null) {
            throw new IllegalArgumentException("lint says which rules are off: lint(off: ['outputs']) { … }");
        }
        for (Object rule : given instanceof Iterable<?> many ? many : List.of(given)) {
            off.add(String.valueOf(rule));
        }
        return scope.within(context().withLintOff(off), work);
    }

    /** Runs work and says of each of its calls what was sent and where the time went. */
    <T> T explained(Supplier<T> work) {
        Explaining explaining = new Explaining(requests, notes, System::nanoTime, context().explanation());
        try {
            return scope.within(context().withExplanation(explaining), work);
        } finally {
            explaining.ends();
        }
    }

    /** From here on, every call of the session is explained. */
    public Explaining beginExplaining() {
        Explaining explaining = new Explaining(requests, notes, System::nanoTime, null);
        use(context().withExplanation(explaining));
        return explaining;
    }

    private Context inProjectContext(Object project) {
        Context context = context();
        String text = String.valueOf(project).strip();
        NumberCheck.Outcome id = NumberCheck.whole(project instanceof Number ? project : text, "int64");
        if (id.number() != null) {
            return context.withProject(id.number().longValue(), null);
        }
        if (id.problem() != null) {
            throw new IllegalArgumentException("The project " + id.problem() + ".");
        }
        ProjectNames.Project found = projects.find(text, context);
        return context.withProject(found.id(), found.name());
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

    /** All pages of a listing. */
    Pages pages(ApiOperation operation, Map<String, Object> arguments) {
        return new Listings(this).all(operation, arguments);
    }

    Timer timer() {
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
        return new SandboxWord(sandbox);
    }

    /** The line on the screen; a thread of a batch has none, since the batch has it. */
    Progress progress() {
        return Worker.isCurrent() ? Progress.NONE : progress;
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

    SimulatedIds simulatedIds() {
        return simulatedIds;
    }

    /** Reads that dwx makes by itself. */
    public Lookups lookups() {
        return lookups;
    }

    /** The call as it would be sent; nothing is sent but what finds a project's id. */
    PlannedCall plan(ApiOperation operation, Map<String, Object> arguments, boolean bare) {
        return line.plan(operation, arguments, context(), bare);
    }

    /** A call of a name that neither a script nor its variables know. */
    Object dispatch(String name, Object[] arguments, Object caller) {
        if (name.isEmpty() || !Character.isUpperCase(name.charAt(0))) {
            String right = names.wrongCase(name);
            if (right != null) {
                throw names.unknown(null, context().version(), name);
            }
            Class<?> type = caller instanceof Class<?> named ? named : caller.getClass();
            throw new MissingMethodException(name, type, arguments);
        }
        return call(null, name, named(name, arguments));
    }

    /** The value of a bare name that is no variable. */
    Object property(String name, Object owner, List<String> variables) {
        if (!name.isEmpty() && Character.isUpperCase(name.charAt(0))) {
            Optional<OperationHandle> handle = handle(null, name);
            if (handle.isPresent()) {
                return handle.get();
            }
        }
        throw new UnknownName(name, owner, UnknownName.near(name, variables, this));
    }

    /**
     * The named arguments of a call.
     *
     * @throws ApiException when something else was given
     */
    Map<String, Object> named(String name, Object[] arguments) {
        Map<String, Object> named = new LinkedHashMap<>();
        if (arguments.length == 0) {
            return named;
        }
        if (arguments.length == 1 && arguments[0] instanceof Map<?, ?> map) {
            map.forEach((key, value) -> named.put(String.valueOf(key), value));
            return named;
        }
        Object first = arguments[0] instanceof Map && arguments.length > 1 ? arguments[1] : arguments[0];
        String given = first == null ? "null" : first instanceof Closure ? "a closure" : TypeWords.given(first);
        throw ApiException.of(ApiException.Stage.NOT_SENT, name, context().version()).code("dwx.BadArguments")
                .why("arguments are named, and " + given + " has no name")
                .next("write " + name + "(Name: value, …); type " + name + " to see what it takes").build();
    }
}
