package dev.dwx.repl.complete;

import dev.dwx.flowspec.build.BlockWords;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;

/** The words of a block before all else; with nothing typed yet, they are what one wants to know. */
final class BlockSource implements CandidateSource {
    private static final int BEFORE_ALL = -1;

    @Override
    public List<Proposal> at(CompletionContext context) {
        if (!(context instanceof CompletionContext.BlockWord at)) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>();
        for (BlockWords.Word word : BlockWords.in(at.block()).orElse(List.of())) {
            int rank = NameMatch.rank(word.name(), at.prefix());
            if (rank != NameMatch.NONE) {
                proposals.add(new Proposal(word.name() + " ", word.name(), Texts.listed(word.help()), Texts.of("words of the block"),
                        rank == NameMatch.BEGINNING ? BEFORE_ALL : rank));
            }
        }
        return proposals;
    }
}
