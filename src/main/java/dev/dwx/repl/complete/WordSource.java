package dev.dwx.repl.complete;

import dev.dwx.flowspec.build.Place;
import dev.dwx.flowspec.build.SpecWord;
import dev.dwx.flowspec.build.SpecWords;
import dev.dwx.flowspec.lint.SpecVocabulary;
import dev.dwx.repl.complete.CompletionContext.Literal;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Arguments of the language's own words: of verbs, and of words in blocks. */
final class WordSource implements CandidateSource {
    private final Values values;

    WordSource(Values values) {
        this.values = values;
    }

    @Override
    public List<Proposal> at(CompletionContext context) {
        if (!(context instanceof CompletionContext.WordArgument at)) {
            return List.of();
        }
        Map<String, String> table = WordArguments.of(at.word(), at.block());
        List<Proposal> proposals = new ArrayList<>();
        if (at.nameable()) {
            for (String name : table.keySet()) {
                boolean named = Character.isLetter(name.charAt(0));
                int rank = !named || at.given().contains(name) ? NameMatch.NONE : NameMatch.rank(name, at.prefix());
                if (rank != NameMatch.NONE) {
                    proposals.add(new Proposal(name + ": ", name, null, Texts.of("options"), rank));
                }
            }
        }
        String kind = at.name() != null ? table.get(at.name()) : table.getOrDefault(String.valueOf(at.place()), table.get("*"));
        SpecWord word = at.name() != null || at.place() != 0 ? null : specWord(at);
        if (word != null && !word.choices().isEmpty()) {
            return Values.words(word.choices(), at.literal(), true);
        }
        if (word != null && word.form() == SpecWord.Form.FLAG) {
            return Values.truths(at.literal());
        }
        proposals.addAll(kind == null ? List.of() : of(kind, at));
        return proposals;
    }

    private static SpecWord specWord(CompletionContext.WordArgument at) {
        if (at.block() == null) {
            return null;
        }
        Place place = Place.NODE;
        for (Place one : Place.values()) {
            place = one.word().equals(at.block()) ? one : place;
        }
        return SpecWords.named(place, at.word()).orElse(null);
    }

    private List<Proposal> of(String kind, CompletionContext.WordArgument at) {
        Literal literal = at.literal();
        if (kind.startsWith("=")) {
            return Values.words(List.of(kind.substring(1).replace("'", "").split(",")), literal, true);
        }
        return switch (WordArguments.Kind.valueOf(kind)) {
            case NODE -> values.liveNames("GetNode", "Id", Map.of(), literal);
            case TASK -> values.liveNames("GetTask", "Id", Map.of(), literal);
            case WORKFLOW -> values.liveNames("GetWorkflowDefinition", "Id", Map.of(), literal);
            case PUBLISHED -> {
                List<Proposal> both = new ArrayList<>(values.liveNames("GetWorkflowDefinition", "Id", Map.of(), literal));
                both.addAll(values.liveNames("GetNode", "Id", Map.of(), literal));
                yield both;
            }
            case PROJECT -> values.liveNames("GetProject", "Id", Map.of(), literal);
            case DATASOURCE -> values.liveNames("GetDataSource", "Id", Map.of(), literal);
            case RESOURCE_GROUP -> values.liveNames("GetResourceGroup", "Id", Map.of(), literal);
            case OWNER -> values.liveNames("ListNodes", "Owner", Map.of(), literal);
            case INSTANCE -> values.liveNames("GetTaskInstance", "Id", Map.of(), literal);
            case REGION -> values.regions(literal);
            case OPERATION -> values.operationNames(literal);
            case DATE -> Values.dates(literal);
            case LENGTH -> Values.words(List.of("30s", "5m", "10m", "30m", "1h", "2h"), literal, true);
            case TRUTH -> Values.truths(literal);
            case NODE_TYPE -> Values.words(SpecVocabulary.commands(), literal, true);
            case LANGUAGE -> Values.words(SpecVocabulary.languages(), literal, true);
            case DOCUMENT_KIND -> Values.words(SpecVocabulary.kinds(), literal, true);
            case SIBLING -> siblings(at);
            case FILE, FOLDER, ANY -> List.of();
        };
    }

    /** The other nodes of the flow that is being typed, and then those of the project. */
    private List<Proposal> siblings(CompletionContext.WordArgument at) {
        List<Proposal> proposals = new ArrayList<>(Values.words(FlowNodes.in(at.before()), at.literal(), true));
        proposals.addAll(values.liveNames("GetNode", "Id", Map.of(), at.literal()));
        return proposals;
    }
}
