package dev.dwx.cli;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.Edition;
import dev.dwx.catalog.RegionEndpoint;
import dev.dwx.cli.shell.ShellWords;
import dev.dwx.cli.shell.ShellWords.Operand;
import dev.dwx.render.OutputForm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/**
 * {@code dwx completion SHELL}: prints the script that completes the command line in a shell. The script holds all names itself, so
 * that a press of Tab starts no Java.
 */
final class CompletionCommand {
    private final Screen screen;
    private final ApiCatalog catalog;

    CompletionCommand(Screen screen, ApiCatalog catalog) {
        this.screen = screen;
        this.catalog = catalog;
    }

    ExitCode run(String shell) {
        screen.out().print(words(catalog).script(shell));
        return ExitCode.OK;
    }

    /** All that the command line knows. */
    static ShellWords words(ApiCatalog catalog) {
        List<ShellWords.Word> commands = new ArrayList<>();
        for (Command command : Command.values()) {
            if (command.ordinal() >= Command.CALL.ordinal()) {
                commands.add(new ShellWords.Word(command.word(), command.summary(), operand(command)));
            }
        }
        List<ShellWords.Switch> options = new ArrayList<>();
        add(options, OptionTables.common(), null, catalog);
        add(options, OptionTables.sandbox(), Command.SANDBOX, catalog);
        add(options, OptionTables.test(), Command.TEST, catalog);
        add(options, OptionTables.audit(), Command.AUDIT, catalog);
        add(options, OptionTables.decompile(), Command.DECOMPILE, catalog);
        Set<String> topics = new LinkedHashSet<>(HelpPages.TOPICS);
        commands.forEach(command -> topics.remove(command.name()));
        return new ShellWords(Version.TEXT, commands, options, List.copyOf(topics), operations(catalog));
    }

    private static Operand operand(Command command) {
        return switch (command) {
            case CALL -> Operand.CALL;
            case DESCRIBE, APIS -> Operand.OPERATION;
            case RUN, CHECK, TEST -> Operand.SCRIPT;
            case LINT, DECOMPILE -> Operand.DOCUMENT;
            case COMPLETION -> Operand.SHELL;
            case HELP -> Operand.TOPIC;
            default -> Operand.NOTHING;
        };
    }

    private static void add(List<ShellWords.Switch> all, Options table, Command of, ApiCatalog catalog) {
        for (Option option : table.getOptions()) {
            List<String> choices = switch (option.getLongOpt()) {
                case "output" -> OutputForm.words();
                case "region" -> regions(catalog);
                case "api-version" -> ApiCatalog.KNOWN_VERSIONS;
                case "network" -> List.of("public", "vpc");
                case "transport" -> List.of("tea", "sdk");
                case "signature" -> List.of("v3", "v1");
                case "edition" -> editions();
                default -> List.of();
            };
            Operand operand = !choices.isEmpty() ? Operand.CHOICE : !option.hasArg() ? Operand.NOTHING
                    : switch (option.getLongOpt()) {
                        case "ca", "record", "replay", "junit" -> Operand.FILE;
                        case "data", "out" -> Operand.DIRECTORY;
                        case "operation" -> Operand.OPERATION;
                        case "eval" -> Operand.SOURCE;
                        default -> Operand.ANY;
                    };
            all.add(new ShellWords.Switch(option.getOpt(), option.getLongOpt(), option.getDescription(), operand, choices,
                    of == null ? null : of.word()));
        }
    }

    private static List<String> regions(ApiCatalog catalog) {
        Set<String> regions = new TreeSet<>();
        for (String version : catalog.versions()) {
            for (RegionEndpoint endpoint : catalog.endpoints(version)) {
                regions.add(endpoint.regionId());
            }
        }
        return List.copyOf(regions);
    }

    private static List<String> editions() {
        List<String> names = new ArrayList<>();
        for (Edition edition : Edition.values()) {
            if (edition != Edition.UNLIMITED) {
                names.add(edition.label());
            }
        }
        return names;
    }

    private static List<ShellWords.Operation> operations(ApiCatalog catalog) {
        Map<String, List<ApiOperation>> byName = new TreeMap<>();
        for (ApiSummary summary : catalog.list()) {
            catalog.find(summary.version(), summary.name())
                    .ifPresent(operation -> byName.computeIfAbsent(summary.name(), name -> new ArrayList<>()).add(operation));
        }
        List<ShellWords.Operation> operations = new ArrayList<>();
        byName.forEach((name, versions) -> {
            Set<String> parameters = new LinkedHashSet<>();
            for (boolean required : new boolean[] {true, false}) {
                for (ApiOperation operation : versions) {
                    operation.parameters().stream().filter(one -> one.required() == required).map(ApiParameter::name).forEach(parameters::add);
                }
            }
            operations.add(new ShellWords.Operation(name, versions.stream().map(one -> one.version().substring(0, 4)).toList(),
                    List.copyOf(parameters)));
        });
        return operations;
    }
}
