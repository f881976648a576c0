package dev.dwx.repl.complete;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.Schema;
import dev.dwx.dsl.Verb;
import dev.dwx.dsl.Verbs;
import dev.dwx.flowspec.build.BlockWords;
import dev.dwx.repl.command.Command;
import dev.dwx.repl.command.Commands;
import dev.dwx.repl.show.Forms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What can stand at the cursor. Everything comes from the catalog and the command table: a key press never calls the
 * service and never runs code.
 */
public final class Candidates {
    /**
     * One proposal.
     *
     * @param text what replaces the word
     * @param shown what the list shows
     * @param note a remark beside it, or {@code null}
     */
    public record Proposal(String text, String shown, String note) {
    }

    private static final List<String> HANDLE_MEMBERS =
            List.of("help()", "all(", "example()", "dryRun(", "curl(", "parameters");

    private final Supplier<ApiCatalog> catalog;
    private final Commands commands;
    private ApiCatalog named;
    private Map<String, ApiSummary> names;

    public Candidates(Supplier<ApiCatalog> catalog, Commands commands) {
        this.catalog = catalog;
        this.commands = commands;
    }

    /** In the order in which they should be shown. */
    public List<Proposal> at(CompletionContext context) {
        if (context instanceof CompletionContext.OperationName name) {
            return name.prefix().isEmpty() ? List.of() : bareNames(name.prefix());
        }
        if (context instanceof CompletionContext.BlockWord word) {
            return words(word);
        }
        if (context instanceof CompletionContext.PinnedOperation pinned) {
            return pinned(pinned);
        }
        if (context instanceof CompletionContext.HandleMember member) {
            return find(member.callee()).isEmpty() ? List.of() : plain(NameMatch.best(HANDLE_MEMBERS, member.prefix()));
        }
        if (context instanceof CompletionContext.ParameterName parameter) {
            return parameters(parameter);
        }
        if (context instanceof CompletionContext.ParameterValue value) {
            return values(value);
        }
        if (context instanceof CompletionContext.CommandName command) {
            return commandNames(command.prefix());
        }
        if (context instanceof CompletionContext.CommandArgument argument) {
            return arguments(argument);
        }
        return List.of();
    }

    /** Verbs begin with a small letter and operations with a capital; both are offered, the verbs first. */
    private List<Proposal> bareNames(String prefix) {
        List<Proposal> proposals = new ArrayList<>();
        if (Character.isLowerCase(prefix.charAt(0))) {
            for (Verb verb : Verbs.all()) {
                if (verb.name().startsWith(prefix)) {
                    proposals.add(new Proposal(verb.name(), verb.name(), verb.help()));
                }
            }
        }
        return proposals.isEmpty() ? operations(prefix) : proposals;
    }

    /** The words of a block before all else; with nothing typed yet, they are what one wants to know. */
    private List<Proposal> words(CompletionContext.BlockWord at) {
        List<Proposal> proposals = new ArrayList<>();
        for (BlockWords.Word word : BlockWords.in(at.block()).orElse(List.of())) {
            if (word.name().startsWith(at.prefix())) {
                proposals.add(new Proposal(word.name() + " ", word.name(), word.help()));
            }
        }
        return !proposals.isEmpty() || at.prefix().isEmpty() ? proposals : bareNames(at.prefix());
    }

    private List<Proposal> operations(String prefix) {
        List<Proposal> proposals = new ArrayList<>();
        for (String name : NameMatch.best(names().keySet(), prefix)) {
            proposals.add(new Proposal(name, name, names().get(name).summary()));
        }
        return proposals;
    }

    private List<Proposal> pinned(CompletionContext.PinnedOperation pinned) {
        List<String> found = new ArrayList<>();
        for (ApiSummary summary : catalog.get().list()) {
            if (summary.version().startsWith(pinned.pin())) {
                found.add(summary.name());
            }
        }
        return plain(NameMatch.best(found, pinned.prefix()));
    }

    private List<Proposal> parameters(CompletionContext.ParameterName at) {
        Optional<ApiOperation> operation = find(at.callee());
        if (operation.isEmpty()) {
            return at.prefix().isEmpty() ? List.of() : operations(at.prefix());
        }
        Map<String, ApiParameter> open = new LinkedHashMap<>();
        for (boolean required : new boolean[] {true, false}) {
            for (ApiParameter parameter : operation.get().parameters()) {
                if (parameter.required() == required && !at.given().contains(parameter.name())) {
                    open.put(parameter.name(), parameter);
                }
            }
        }
        List<Proposal> proposals = new ArrayList<>();
        for (String name : NameMatch.best(open.keySet(), at.prefix())) {
            ApiParameter parameter = open.get(name);
            String type = typeOf(operation.get().resolve(parameter.schema()));
            proposals.add(new Proposal(name + ": ", name, parameter.required() ? type + ", required" : type));
        }
        return proposals;
    }

    private static String typeOf(Schema schema) {
        return schema.type() == null ? "any" : schema.type();
    }

    private List<Proposal> values(CompletionContext.ParameterValue at) {
        Optional<ApiOperation> operation = find(at.callee());
        Optional<ApiParameter> parameter = operation.flatMap(found -> found.parameter(at.parameter()));
        if (parameter.isEmpty()) {
            return at.quote().isEmpty() && !at.prefix().isEmpty() ? operations(at.prefix()) : List.of();
        }
        Schema schema = operation.get().resolve(parameter.get().schema());
        if (schema.isBoolean()) {
            return at.quote().isEmpty() ? plain(NameMatch.best(List.of("true", "false"), at.prefix())) : List.of();
        }
        boolean text = !schema.isInteger() && !schema.isNumber();
        if (schema.isArray() || text == false && !at.quote().isEmpty()) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>();
        String quote = text ? at.quote().isEmpty() ? "'" : at.quote() : "";
        String opening = at.quote().isEmpty() ? quote : "";
        for (String value : NameMatch.best(schema.enumeration(), at.prefix())) {
            proposals.add(new Proposal(opening + value + quote, value, null));
        }
        return proposals;
    }

    private List<Proposal> commandNames(String prefix) {
        List<Proposal> proposals = new ArrayList<>();
        for (Command command : commands.all()) {
            if (command.name().startsWith(prefix)) {
                proposals.add(new Proposal(command.name(), ":" + command.name(), command.title()));
            }
        }
        return proposals;
    }

    private List<Proposal> arguments(CompletionContext.CommandArgument at) {
        Optional<Command> command = commands.find(at.command());
        if (command.isEmpty()) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>();
        if (command.get().argument() == Command.Argument.TOPIC) {
            proposals.addAll(commandNames(at.prefix()));
        }
        if (command.get().argument() == Command.Argument.FORM) {
            return plain(NameMatch.best(Forms.words(), at.prefix()));
        }
        boolean names = command.get().argument() == Command.Argument.TOPIC
                || command.get().argument() == Command.Argument.OPERATION;
        if (names && !at.prefix().isEmpty()) {
            proposals.addAll(operations(at.prefix()));
        }
        return proposals;
    }

    private static List<Proposal> plain(List<String> texts) {
        List<Proposal> proposals = new ArrayList<>();
        for (String text : texts) {
            proposals.add(new Proposal(text, text, null));
        }
        return proposals;
    }

    private Optional<ApiOperation> find(CompletionContext.Callee callee) {
        for (String version : catalog.get().versions()) {
            if (callee.pin() == null || version.startsWith(callee.pin())) {
                Optional<ApiOperation> found = catalog.get().find(version, callee.operation());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Each name once, in the newest version that has it; read again when a refresh has brought another catalog. */
    private Map<String, ApiSummary> names() {
        ApiCatalog current = catalog.get();
        if (named != current) {
            Map<String, ApiSummary> all = new LinkedHashMap<>();
            for (ApiSummary summary : current.list()) {
                all.putIfAbsent(summary.name(), summary);
            }
            names = all;
            named = current;
        }
        return names;
    }
}
