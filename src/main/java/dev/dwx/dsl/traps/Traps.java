package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.Lookups;
import dev.dwx.dsl.Notes;
import dev.dwx.dsl.PlannedCall;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Every trap that dwx knows, as one guard: nothing of it is loaded before the first call. */
public final class Traps implements Guard {
    private final TrapTools tools;
    private volatile List<Guard> guards;

    private Traps(TrapTools tools) {
        this.tools = tools;
    }

    /**
     * The guards of a session.
     *
     * @param lookups reads that explain
     * @param notes where remarks go
     */
    public static List<Guard> all(Lookups lookups, Notes notes, Clock clock) {
        return List.of(new Traps(new TrapTools(lookups, new TrapNotes(notes), clock)));
    }

    /** The name that an operation has now, or {@code null} when it was never renamed. */
    public static String renamed(String name) {
        return FormerForms.renamed(name);
    }

    /**
     * The arguments of a call that is only looked at, as they will be checked when it is made: with what will be filled in, and
     * {@code unknown} for what only the service can tell. Nothing is asked and nothing remarked.
     *
     * @throws ApiException of stage {@code NOT_SENT} when the call will be refused here
     */
    public static Map<String, Object> expected(ApiOperation operation, Map<String, Object> arguments, Context context, Object unknown) {
        TrapTools tools = new TrapTools(null, new TrapNotes(Notes.NONE), Clock.systemUTC());
        Map<String, Object> now = SourceNames.expected(operation, arguments, unknown);
        for (Guard guard : List.of(new WorkflowRuns(tools), new AdHocTasks(tools), new FileTypes(tools))) {
            now = guard.given(operation, now, context);
        }
        return now;
    }

    private List<Guard> guards() {
        List<Guard> known = guards;
        if (known == null) {
            synchronized (this) {
                known = guards;
                if (known == null) {
                    known = made();
                    guards = known;
                }
            }
        }
        return known;
    }

    private List<Guard> made() {
        return List.of(new FormerForms(), new WorkflowRuns(tools), new AdHocTasks(tools), new SourceNames(tools), new GroupNames(tools), new FileTypes(tools),
                new BusinessDates(tools), new NodeIds(tools), new KnownIds(tools), new SpecDocuments(tools), new FileTrack(tools), new PipelineRuns(tools), new SyncJobs(),
                new QualityTasks(tools), new TableNames(tools), new Outcomes(tools), new TextsInAnswers(tools));
    }

    @Override
    public Map<String, Object> given(ApiOperation operation, Map<String, Object> arguments, Context context) {
        Map<String, Object> now = arguments;
        for (Guard guard : guards()) {
            now = guard.given(operation, now, context);
        }
        return now;
    }

    @Override
    public PlannedCall before(PlannedCall call) {
        PlannedCall now = call;
        for (Guard guard : guards()) {
            now = guard.before(now);
        }
        return now;
    }

    @Override
    public void after(PlannedCall call, ApiAnswer answer) {
        for (Guard guard : guards()) {
            try {
                guard.after(call, answer);
            } catch (RuntimeException e) {
                // A remark that cannot be made must not hide what the call gave.
                continue;
            }
        }
    }

    @Override
    public ApiException failed(PlannedCall call, ApiException failure) {
        ApiException told = failure;
        for (Guard guard : guards()) {
            try {
                told = guard.failed(call, told);
            } catch (RuntimeException e) {
                // What the service said counts for more than what could be added to it.
                continue;
            }
        }
        return told;
    }
}
