package dev.dwx.repl.complete;

import dev.dwx.dsl.Verb;
import dev.dwx.dsl.Verbs;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;

/** The language's own words. */
final class VerbSource implements CandidateSource {
    @Override
    public List<Proposal> at(CompletionContext context) {
        boolean bare = context instanceof CompletionContext.OperationName || context instanceof CompletionContext.BlockWord;
        if (!bare || context.prefix().isEmpty()) {
            return List.of();
        }
        boolean small = Character.isLowerCase(context.prefix().charAt(0));
        List<Proposal> proposals = new ArrayList<>();
        for (Verb verb : Verbs.all()) {
            int rank = NameMatch.rank(verb.name(), context.prefix());
            if (rank == NameMatch.BEGINNING || small && rank > NameMatch.BEGINNING) {
                proposals.add(Proposal.of(verb.name(), Texts.listed(verb.help()), Texts.of("words"), rank));
            }
        }
        return proposals;
    }
}
