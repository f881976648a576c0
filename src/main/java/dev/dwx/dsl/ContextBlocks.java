package dev.dwx.dsl;

import dev.dwx.client.Requests;
import dev.dwx.dsl.rehearsal.DryRun;
import dev.dwx.dsl.rehearsal.Explaining;
import dev.dwx.dsl.rehearsal.RehearsalReport;
import dev.dwx.safety.Allowance;
import dev.dwx.texts.Texts;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The blocks of the language that change the context of the calls inside them, and put it back however they end. */
final class ContextBlocks {
    private final ContextScope scope;
    private final ProjectNames projects;
    private final Requests requests;
    private final SimulatedIds simulatedIds;
    private final Clock clock;
    private final Notes notes;

    ContextBlocks(ContextScope scope, ProjectNames projects, Requests requests, SimulatedIds simulatedIds, Clock clock, Notes notes) {
        this.scope = scope;
        this.projects = projects;
        this.requests = requests;
        this.simulatedIds = simulatedIds;
        this.clock = clock;
        this.notes = notes;
    }

    <T> T inProject(Object project, Supplier<T> work) {
        return scope.within(projects.chosen(project, scope.current()), work);
    }

    <T> T inRegion(String region, Supplier<T> work) {
        Context before = scope.current();
        Context context = before.withRegion(region);
        // A project belongs to one region.
        return scope.within(region.equals(before.region()) ? context : context.withProject(null, null), work);
    }

    <T> T confirmed(Allowance permission, Supplier<T> work) {
        try (Allowance allowance = permission) {
            return scope.within(scope.current().withAllowance(allowance), work);
        }
    }

    /** {@code lint(off: ['outputs']) { … }}: rules of FlowSpec documents that may be broken inside. */
    <T> T linted(Map<String, Object> rules, Supplier<T> work) {
        Set<String> off = new LinkedHashSet<>(scope.current().lintOff());
        Object given = rules.get("off");
        if (rules.size() != 1 || given == null) {
            throw new IllegalArgumentException(Texts.of("lint says which rules are off: lint(off: ['outputs']) { … }"));
        }
        for (Object rule : given instanceof Iterable<?> many ? many : List.of(given)) {
            off.add(String.valueOf(rule));
        }
        return scope.within(scope.current().withLintOff(off), work);
    }

    /** Runs work without sending its writes; gives what it found. */
    RehearsalReport rehearsed(Supplier<Object> work) {
        DryRun run = dryRun(scope.current().rehearsal());
        Object value = null;
        try {
            value = scope.within(scope.current().withRehearsal(run), work);
        } finally {
            run.ends(value);
        }
        return run.report();
    }

    /** From here on no write is sent. */
    DryRun beginDryRun() {
        DryRun run = dryRun(null);
        scope.replace(scope.current().withRehearsal(run));
        return run;
    }

    private DryRun dryRun(Rehearsal outer) {
        return new DryRun(requests, simulatedIds, clock, notes, outer);
    }

    /** Runs work and says of each of its calls what was sent and where the time went. */
    <T> T explained(Supplier<T> work) {
        Explaining explaining = explaining(scope.current().explanation());
        try {
            return scope.within(scope.current().withExplanation(explaining), work);
        } finally {
            explaining.ends();
        }
    }

    /** From here on every call is explained. */
    Explaining beginExplaining() {
        Explaining explaining = explaining(null);
        scope.replace(scope.current().withExplanation(explaining));
        return explaining;
    }

    private Explaining explaining(Explanation outer) {
        return new Explaining(requests, notes, System::nanoTime, outer);
    }
}
