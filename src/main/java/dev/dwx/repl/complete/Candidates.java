package dev.dwx.repl.complete;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.repl.command.Commands;
import dev.dwx.repl.command.TypedPath;
import dev.dwx.repl.live.LiveValues;
import dev.dwx.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What can stand at the cursor, from all sources, the best kind of match alone. A key press never calls the service, never runs
 * code of the user's, and never waits longer than the budget for a source that has to wait for something.
 */
public final class Candidates {
    /** How long an answer may take. */
    static final Duration BUDGET = Duration.ofMillis(50);

    private final List<CandidateSource> sources;
    private final InTime inTime;

    /** @param sources in the order in which what they have is shown, among equals */
    Candidates(List<CandidateSource> sources, Duration budget) {
        this(sources, new Deadline(budget, System::nanoTime));
    }

    private Candidates(List<CandidateSource> sources, Deadline deadline) {
        this.sources = List.copyOf(sources);
        inTime = new InTime(deadline);
    }

    /**
     * The sources of a prompt.
     *
     * @param version the API version that a bare name means first
     * @param commands the table of {@code :} commands
     * @param live what the service is known to hold
     * @param variables what the session's variables hold; asked at each key press, and must not wait
     * @param settings what the user has set
     */
    public static Candidates of(Supplier<ApiCatalog> catalog, Supplier<String> version, Supplier<Commands> commands, LiveValues live,
            Supplier<Map<String, Object>> variables, Supplier<Settings> settings) {
        return of(catalog, version, commands, live, variables, settings, new Deadline(BUDGET, System::nanoTime));
    }

    static Candidates of(Supplier<ApiCatalog> catalog, Supplier<String> version, Supplier<Commands> commands, LiveValues live,
            Supplier<Map<String, Object>> variables, Supplier<Settings> settings, Deadline deadline) {
        Operations operations = new Operations(catalog, version);
        Values values = new Values(operations, live, deadline);
        List<CandidateSource> language = List.of(
                new VariableSource(variables),
                new VerbSource(),
                new BlockSource(),
                new OperationSource(operations, deadline),
                new ParameterSource(operations),
                new ValueSource(operations, values),
                new WordSource(values),
                new MemberSource(new ValueWalk(operations, variables)));
        List<CandidateSource> all = new ArrayList<>(language);
        all.add(new CommandSource(commands, values, settings, new Candidates(language, deadline)::at));
        all.add(new FileSource(commands, TypedPath.home()));
        return new Candidates(all, deadline);
    }

    /** In the order in which they should be shown. */
    List<Proposal> at(CompletionContext context) {
        int best = Integer.MAX_VALUE;
        List<Proposal> all = inTime.ask(sources, context);
        for (Proposal proposal : all) {
            best = Math.min(best, proposal.rank());
        }
        List<Proposal> proposals = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        for (Proposal proposal : all) {
            if (proposal.rank() == best && texts.add(proposal.text())) {
                proposals.add(proposal);
            }
        }
        return proposals;
    }

    /** Reads what the first key press would have to read otherwise; takes a while. */
    public void warm() {
        for (String text : List.of("Li", "ListNodes(", "ListNodes(Name: '", "x.", "failed ta")) {
            at(CompletionContext.of(text, text.length()));
        }
    }
}
