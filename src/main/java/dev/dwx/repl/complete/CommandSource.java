package dev.dwx.repl.complete;

import dev.dwx.dsl.Verb;
import dev.dwx.dsl.Verbs;
import dev.dwx.repl.command.Command;
import dev.dwx.repl.command.Commands;
import dev.dwx.repl.command.Recipe;
import dev.dwx.repl.complete.CompletionContext.Literal;
import dev.dwx.repl.show.Forms;
import dev.dwx.settings.Setting;
import dev.dwx.settings.Settings;
import dev.dwx.settings.SettingsTable;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The {@code :} commands and what follows them, as their table says. */
final class CommandSource implements CandidateSource {
    private final Supplier<Commands> commands;
    private final Values values;
    private final Supplier<Settings> settings;
    private final Function<CompletionContext, List<Proposal>> language;
    private List<Recipe> recipes;

    /** @param language what completes a line of the language */
    CommandSource(Supplier<Commands> commands, Values values, Supplier<Settings> settings, Function<CompletionContext, List<Proposal>> language) {
        this.commands = commands;
        this.values = values;
        this.settings = settings;
        this.language = language;
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

    /** The one place that knows what goes with each kind of argument; files have a source of their own. */
    private List<Proposal> arguments(Command.Argument kind, String prefix) {
        Literal word = new Literal("", prefix, false);
        return switch (kind) {
            case NONE, WORDS, FILE, SHELL -> List.of();
            case TOPIC, NAME -> topics(kind == Command.Argument.TOPIC, word);
            case EXAMPLE -> examples(word);
            case OPERATION -> values.operationNames(word);
            case FORM -> Values.words(Forms.words(), word, false);
            case PROJECT -> bare(values.liveNames("GetProject", "Id", Map.of(), word));
            case REGION -> bare(values.regions(word));
            case VERSION -> Values.words(List.of("2024", "2020"), word, false);
            case PROFILE -> Values.words(new ArrayList<>(settings.get().profiles()), word, false);
            case SETTING -> setting(prefix);
            case SANDBOX -> Values.words(List.of("fault", "calm", "faults", "stale", "clock", "requests", "limits", "reset"), word, false);
            case INPUT -> input(prefix);
        };
    }

    private List<Proposal> topics(boolean commandsToo, Literal word) {
        List<Proposal> topics = new ArrayList<>(commandsToo ? names(word.text()) : List.of());
        for (Verb verb : word.text().isEmpty() ? List.<Verb>of() : Verbs.all()) {
            if (verb.name().startsWith(word.text())) {
                topics.add(Proposal.of(verb.name(), Texts.listed(verb.help()), Texts.of("words"), NameMatch.BEGINNING));
            }
        }
        topics.addAll(values.operationNames(word));
        return topics;
    }

    private List<Proposal> examples(Literal word) {
        if (recipes == null) {
            recipes = Recipe.all();
        }
        List<Proposal> examples = new ArrayList<>();
        for (Recipe recipe : recipes) {
            int rank = NameMatch.rank(recipe.name(), word.text());
            if (rank != NameMatch.NONE) {
                examples.add(Proposal.of(recipe.name(), recipe.about(), Texts.of("example scripts"), rank));
            }
        }
        examples.addAll(word.text().isEmpty() ? List.of() : topics(false, word));
        return examples;
    }

    /** The name of a setting, then one of its values. */
    private List<Proposal> setting(String prefix) {
        int blank = prefix.indexOf(' ');
        List<Proposal> proposals = new ArrayList<>();
        if (blank >= 0) {
            String value = prefix.substring(blank + 1).stripLeading();
            String head = prefix.substring(0, prefix.length() - value.length());
            SettingsTable.named(prefix.substring(0, blank)).ifPresent(
                    setting -> proposals.addAll(behind(head, Values.words(setting.values(), new Literal("", value, false), false))));
            return proposals;
        }
        for (Setting setting : SettingsTable.all()) {
            int rank = NameMatch.rank(setting.name(), prefix);
            if (rank != NameMatch.NONE) {
                proposals.add(new Proposal(setting.name() + " ", setting.name(), setting.meaning(), null, rank));
            }
        }
        return proposals;
    }

    /** A line of the language behind a command is completed like any other. */
    private List<Proposal> input(String prefix) {
        CompletionContext inside = CompletionContext.of(prefix, prefix.length());
        return behind(prefix.substring(0, prefix.length() - inside.replaced().length()), language.apply(inside));
    }

    private static List<Proposal> behind(String head, List<Proposal> proposals) {
        List<Proposal> behind = new ArrayList<>();
        for (Proposal one : proposals) {
            behind.add(new Proposal(head + one.text(), one.shown(), one.note(), one.kind(), one.rank()));
        }
        return behind;
    }

    /** A command's argument stands without quotes. */
    private static List<Proposal> bare(List<Proposal> proposals) {
        List<Proposal> bare = new ArrayList<>();
        for (Proposal one : proposals) {
            bare.add(new Proposal(one.shown(), one.shown(), one.note(), one.kind(), one.rank()));
        }
        return bare;
    }
}
