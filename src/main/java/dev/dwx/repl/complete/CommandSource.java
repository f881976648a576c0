package dev.dwx.repl.complete;

import dev.dwx.dsl.Verb;
import dev.dwx.dsl.Verbs;
import dev.dwx.repl.command.Command;
import dev.dwx.repl.show.Forms;
import dev.dwx.repl.command.Commands;
import dev.dwx.repl.complete.CompletionContext.Literal;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The {@code :} commands and what follows them, as their table says. */
final class CommandSource implements CandidateSource {
    private final Supplier<Commands> commands;
    private final Values values;

    CommandSource(Supplier<Commands> commands, Values values) {
        this.commands = commands;
        this.values = values;
    }

    @Override
    public List<Proposal> at(CompletionContext context) {
        if (context instanceof CompletionContext.CommandName name) {
            return names(name.prefix());
        }
        Optional<Command> command = context instanceof CompletionContext.CommandArgument at ? commands.get().find(at.command()) : Optional.empty();
        return command.map(found -> arguments(found.argument(), context.prefix())).orElse(List.of());
    }

    private List<Proposal> names(String prefix) {
        List<Proposal> proposals = new ArrayList<>();
        for (Command command : commands.get().all()) {
            int rank = command.aliases().contains(prefix) ? NameMatch.BEGINNING : NameMatch.rank(command.name(), prefix);
            if (rank != NameMatch.NONE) {
                proposals.add(new Proposal(command.name(), ":" + command.name(), command.title(), null, rank));
            }
        }
        return proposals;
    }

    /** The one place that knows what goes with each kind of argument. */
    private List<Proposal> arguments(Command.Argument kind, String prefix) {
        Literal word = new Literal("", prefix, false);
        return switch (kind) {
            case TOPIC -> {
                List<Proposal> topics = new ArrayList<>(names(prefix));
                for (Verb verb : prefix.isEmpty() ? List.<Verb>of() : Verbs.all()) {
                    if (verb.name().startsWith(prefix)) {
                        topics.add(Proposal.of(verb.name(), verb.help(), Texts.of("words"), NameMatch.BEGINNING));
                    }
                }
                topics.addAll(values.operationNames(word));
                yield topics;
            }
            case OPERATION -> values.operationNames(word);
            case FORM -> Values.words(Forms.words(), word, false);
            default -> List.of();
        };
    }
}
