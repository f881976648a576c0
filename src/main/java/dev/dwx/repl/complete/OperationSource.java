package dev.dwx.repl.complete;

import dev.dwx.catalog.ApiSummary;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Operations by their names, and by what is said about them. */
final class OperationSource implements CandidateSource {
    /** Far behind all that a value can be otherwise. */
    private static final int AS_A_VALUE = 10;
    private static final int SHORTEST_WORD = 3;
    private static final int MOST_SAID = 30;
    private static final List<String> HANDLE_MEMBERS = List.of("all(", "help()", "example()", "dryRun(", "explain(", "curl(", "python(", "java(",
            "cli(", "parameters");

    private final Operations operations;
    private final Deadline deadline;

    OperationSource(Operations operations, Deadline deadline) {
        this.operations = operations;
        this.deadline = deadline;
    }

    @Override
    public List<Proposal> at(CompletionContext context) {
        if (context instanceof CompletionContext.OperationName || context instanceof CompletionContext.BlockWord) {
            return named(context.prefix(), "", 0, true);
        }
        if (context instanceof CompletionContext.SearchWords words) {
            return searched(words.prefix());
        }
        if (context instanceof CompletionContext.PinnedOperation pinned) {
            return pinned(pinned);
        }
        if (context instanceof CompletionContext.HandleMember member) {
            return operations.find(member.callee()).isEmpty() ? List.of() : members(member.prefix());
        }
        if (context instanceof CompletionContext.ParameterName name && operations.find(name.callee()).isEmpty()) {
            return named(name.prefix(), "", 0, false);
        }
        boolean value = context instanceof CompletionContext.ParameterValue
                || context instanceof CompletionContext.WordArgument || context instanceof CompletionContext.ParameterKey;
        return value && context.replaced().equals(context.prefix()) && beginsBig(context.prefix())
                ? named(context.prefix(), "", AS_A_VALUE, false) : List.of();
    }

    private static boolean beginsBig(String prefix) {
        return !prefix.isEmpty() && Character.isUpperCase(prefix.charAt(0));
    }

    /** Names with a bracket behind, since a call is what they are nearly always for. */
    private List<Proposal> named(String prefix, String head, int further, boolean said) {
        if (prefix.isEmpty()) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>();
        List<Proposal> last = new ArrayList<>();
        int step = 1;
        for (ApiSummary summary : operations.names().values()) {
            if (deadline.passed(step++)) {
                break;
            }
            int rank = NameMatch.rank(summary.name(), prefix);
            if (rank != NameMatch.NONE) {
                Proposal proposal = proposal(summary, head, rank + further);
                if (summary.name().equals(prefix)) {
                    proposals.add(0, proposal);
                } else {
                    (isCurrent(summary) ? proposals : last).add(proposal);
                }
            }
        }
        // Of names that do not begin so, the shorter one is nearer to what was meant.
        Comparator<Proposal> nearer = Comparator.comparingInt(one -> one.rank() - further < NameMatch.WORDS ? 0 : one.shown().length());
        proposals.sort(nearer);
        last.sort(nearer);
        proposals.addAll(last);
        boolean word = prefix.length() >= SHORTEST_WORD || prefix.charAt(0) > 0x2e80;
        return proposals.isEmpty() && said && word ? said(prefix, head) : proposals;
    }

    private boolean isCurrent(ApiSummary summary) {
        return !summary.deprecated() && summary.version().equals(operations.preferred());
    }

    private List<Proposal> said(String words, String head) {
        List<Proposal> proposals = new ArrayList<>();
        List<Proposal> last = new ArrayList<>();
        for (ApiSummary summary : operations.search(ChineseWords.inEnglish(words), deadline::passed)) {
            (isCurrent(summary) ? proposals : last).add(proposal(summary, head, NameMatch.SAID));
        }
        proposals.addAll(last);
        return proposals.size() > MOST_SAID ? proposals.subList(0, MOST_SAID) : proposals;
    }

    /** The words are looked for, unless the last one begins a name: then it is the argument of the one before. */
    private List<Proposal> searched(String words) {
        int last = words.lastIndexOf(' ') + 1;
        return beginsBig(words.substring(last)) ? named(words.substring(last), words.substring(0, last), 0, false) : said(words, "");
    }

    private Proposal proposal(ApiSummary summary, String head, int rank) {
        String said = summary.summary() == null ? "" : summary.summary();
        String version = summary.version().equals(operations.preferred()) ? "" : summary.version();
        String mark = summary.deprecated() ? Texts.of("deprecated") : "";
        String marks = version.isEmpty() || mark.isEmpty() ? version + mark : version + ", " + mark;
        String note = marks.isEmpty() ? said : "(" + marks + ") " + said;
        return new Proposal(head + summary.name() + "(", summary.name(), note, Texts.of("operations"), rank);
    }

    private List<Proposal> pinned(CompletionContext.PinnedOperation pinned) {
        List<Proposal> proposals = new ArrayList<>();
        for (ApiSummary summary : operations.all()) {
            int rank = summary.version().startsWith(pinned.pin()) ? NameMatch.rank(summary.name(), pinned.prefix()) : NameMatch.NONE;
            if (rank != NameMatch.NONE) {
                proposals.add(new Proposal(summary.name() + "(", summary.name(), summary.summary(), null, rank));
            }
        }
        return proposals;
    }

    private static List<Proposal> members(String prefix) {
        List<Proposal> proposals = new ArrayList<>();
        for (String member : NameMatch.best(HANDLE_MEMBERS, prefix)) {
            proposals.add(Proposal.of(member, null, null, NameMatch.BEGINNING));
        }
        return proposals;
    }
}
