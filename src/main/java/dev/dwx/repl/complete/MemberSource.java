package dev.dwx.repl.complete;

import dev.dwx.flowspec.decompile.GroovyText;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fields of results, and what is worth asking of a list: read off what variables hold and what the catalog says. */
final class MemberSource implements CandidateSource {
    private static final String[][] OF_LISTS = {
        {"collect { ", "collect"}, {"findAll { ", "findAll"}, {"find { ", "find"}, {"each { ", "each"}, {"groupBy { ", "groupBy"},
        {"countBy { ", "countBy"}, {"sort { ", "sort"}, {"any { ", "any"}, {"every { ", "every"}, {"size()", "size()"},
    };

    private final ValueWalk walk;

    MemberSource(ValueWalk walk) {
        this.walk = walk;
    }

    @Override
    public List<Proposal> at(CompletionContext context) {
        if (!(context instanceof CompletionContext.Member at)) {
            return List.of();
        }
        Seen seen = walk.of(at.chain(), at.before());
        if (seen == null) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>();
        Seen fielded = !seen.answer() && seen.isList() && seen.element(null) != null ? seen.element(null) : seen;
        add(proposals, fielded.fields(), Texts.of("fields"), at.prefix(), Set.of());
        add(proposals, seen.ownNames(), Texts.of("fields"), at.prefix(), fielded.fields().keySet());
        if (seen.isList()) {
            for (String[] method : OF_LISTS) {
                int rank = NameMatch.rank(method[1], at.prefix());
                if (rank != NameMatch.NONE) {
                    proposals.add(new Proposal(method[0], method[1], null, Texts.of("of the list"), rank));
                }
            }
        }
        return proposals;
    }

    private static void add(List<Proposal> proposals, Map<String, String> names, String kind, String prefix, Set<String> except) {
        names.forEach((name, type) -> {
            int rank = except.contains(name) ? NameMatch.NONE : NameMatch.rank(name, prefix);
            if (rank != NameMatch.NONE) {
                proposals.add(new Proposal(written(name), name, type, kind, rank));
            }
        });
    }

    /** A key that is no name stands in quotes behind a dot. */
    private static String written(String name) {
        boolean plain = !name.isEmpty() && !Character.isDigit(name.charAt(0));
        for (int i = 0; i < name.length(); i++) {
            plain &= Characters.isNamePart(name.charAt(i));
        }
        return plain ? name : GroovyText.quoted(name);
    }
}
