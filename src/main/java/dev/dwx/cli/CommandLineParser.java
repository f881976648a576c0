package dev.dwx.cli;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.cli.shell.ShellWords;
import dev.dwx.render.OutputForm;
import dev.dwx.texts.Texts;
import java.io.File;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * Reads the command line. Options may stand before and after the command's word; what follows a script's name or the
 * text of {@code -e} is the script's own and is never read here.
 */
final class CommandLineParser {

    private CommandLineParser() {
    }

    static Invocation parse(String[] arguments, boolean inputIsTerminal) throws UsageException {
        Options all = OptionTables.all();
        boolean ended = Arrays.asList(arguments).contains("--");
        CommandLine first = read(all, arguments);
        List<String> rest = new ArrayList<>(first.getArgList());

        if (has(first, "version")) {
            return new Invocation(Command.VERSION, List.of(), null, collect(ended, List.of(first)));
        }
        if (has(first, "eval")) {
            if (has(first, "help")) {
                return new Invocation(Command.HELP, List.of(), null, collect(ended, List.of(first)));
            }
            return new Invocation(Command.EVAL, rest, option(first, "eval").getValue(), collect(ended, List.of(first)));
        }
        if (rest.isEmpty()) {
            Command command = has(first, "help") ? Command.HELP
                    : inputIsTerminal ? Command.PROMPT : Command.RUN;
            return new Invocation(command, List.of(), command == Command.RUN ? "-" : null, collect(ended, List.of(first)));
        }

        String word = rest.remove(0);
        Optional<Command> named = Command.named(word);
        if (named.isEmpty()) {
            if (has(first, "help")) {
                return new Invocation(Command.HELP, List.of(word), null, collect(ended, List.of(first)));
            }
            if (word.equals("-") || word.endsWith(".dwx") || new File(word).isFile()) {
                return new Invocation(Command.RUN, rest, word, collect(ended, List.of(first)));
            }
            throw new UsageException(Texts.of("there is no command '{0}', nor a file of that name\n  commands: call, run, check, test,"
                    + " decompile, apis, describe, refresh, doctor, audit, sandbox, completion, help\n  to evaluate a line: dwx -e '{0}'", word));
        }
        Command command = named.get();
        CommandLine second = read(all, rest.toArray(new String[0]));
        List<String> operands = new ArrayList<>(second.getArgList());
        if (command != Command.RUN) {
            // Options may also follow the operands: dwx apis project -o json
            List<CommandLine> lines = new ArrayList<>(List.of(first, second));
            List<String> words = new ArrayList<>();
            while (!operands.isEmpty()) {
                words.add(operands.remove(0));
                CommandLine more = read(all, operands.toArray(new String[0]));
                lines.add(more);
                operands = new ArrayList<>(more.getArgList());
            }
            if (has(lines, "help")) {
                return new Invocation(Command.HELP, List.of(command.word()), null, collect(ended, lines));
            }
            check(command, words);
            return new Invocation(command, words, null, collect(ended, lines));
        }
        if (has(first, "help") || has(second, "help")) {
            return new Invocation(Command.HELP, List.of(command.word()), null, collect(ended, List.of(first, second)));
        }
        if (operands.isEmpty()) {
            throw new UsageException(Texts.of("run needs a file: dwx run FILE [ARG…], or - for standard input"));
        }
        String source = operands.remove(0);
        return new Invocation(Command.RUN, operands, source, collect(ended, List.of(first, second)));
    }

    private static void check(Command command, List<String> words) throws UsageException {
        if (command == Command.DESCRIBE && words.size() != 1) {
            throw new UsageException(Texts.of("describe takes one operation name: dwx describe ListProjects"));
        }
        if (command == Command.CALL && words.isEmpty()) {
            throw new UsageException(Texts.of("call takes an operation: dwx call ListProjects PageSize=10"));
        }
        if (command == Command.COMPLETION && (words.size() != 1 || !ShellWords.SHELLS.contains(words.get(0)))) {
            throw new UsageException(Texts.of("completion takes a shell: dwx completion bash, dwx completion zsh or dwx completion fish"));
        }
        if (command == Command.CHECK && words.isEmpty()) {
            throw new UsageException(Texts.of("check needs a file or directory: dwx check FILE…, or - for standard input"));
        }
        if (command == Command.LINT && words.isEmpty()) {
            throw new UsageException(Texts.of("lint needs a file or directory: dwx lint FILE…, or - for standard input"));
        }
        if (command == Command.DECOMPILE && words.isEmpty()) {
            throw new UsageException(Texts.of("decompile needs a file with a FlowSpec: dwx decompile FILE…, or - for standard input"));
        }
        boolean takesNone = command == Command.REFRESH || command == Command.DOCTOR || command == Command.SANDBOX
                || command == Command.VERSION;
        if (takesNone && !words.isEmpty()) {
            throw new UsageException(Texts.of("{0} takes no '{1}'", command.word(), words.get(0)));
        }
    }

    private static CommandLine read(Options options, String[] arguments) throws UsageException {
        try {
            return DefaultParser.builder().setAllowPartialMatching(false).get().parse(options, arguments, true);
        } catch (ParseException e) {
            throw new UsageException(Texts.of("{0}\n  options: dwx help options", e.getMessage()));
        }
    }

    private static Invocation.Options collect(boolean ended, List<CommandLine> lines) throws UsageException {
        for (CommandLine line : ended ? List.<CommandLine>of() : lines) {
            // Parsing stops at the first word that is no option; one that only looks like an option ends up here.
            for (String word : line.getArgList().subList(0, Math.min(1, line.getArgList().size()))) {
                if (word.startsWith("-") && !word.equals("-") && !word.equals("--")) {
                    throw new UsageException(Texts.of("there is no option {0}\n  options: dwx help options", word));
                }
            }
        }
        if (has(lines, "record") && has(lines, "replay")) {
            throw new UsageException(Texts.of("--record makes a cassette and --replay answers from one; only one of them at a time"));
        }
        String form = last(lines, "output");
        if (form != null && !OutputForm.words().contains(form)) {
            throw new UsageException(Texts.of("-o takes one of {0}, not '{1}'", String.join(", ", OutputForm.words()), form));
        }
        return new Invocation.Options(
                has(lines, "sandbox"),
                last(lines, "region"),
                last(lines, "project"),
                version(last(lines, "api-version")),
                form,
                last(lines, "endpoint"),
                last(lines, "ca"),
                oneOf(lines, "network", "public", "vpc"),
                oneOf(lines, "transport", "tea", "sdk"),
                oneOf(lines, "signature", "v3", "v1"),
                last(lines, "profile"),
                zone(last(lines, "timezone")),
                has(lines, "yes"),
                has(lines, "offline"),
                has(lines, "no-color"),
                has(lines, "stacktrace"),
                has(lines, "quiet"),
                has(lines, "read-only"),
                has(lines, "dry-run"),
                has(lines, "explain"),
                last(lines, "record"),
                last(lines, "replay"),
                (int) number(lines, "port", 0),
                (int) number(lines, "https-port", -1),
                last(lines, "data"),
                oneOf(lines, "edition", "basic", "standard", "professional", "enterprise"),
                has(lines, "lenient"),
                has(lines, "coverage"),
                number(lines, "seed", 1),
                has(lines, "frozen-clock"),
                last(lines, "junit"),
                last(lines, "filter"),
                last(lines, "since"),
                last(lines, "operation"),
                has(lines, "failed"),
                has(lines, "verify"),
                last(lines, "out"),
                has(lines, "force"),
                has(lines, "clean"));
    }

    private static String version(String text) throws UsageException {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "2024", ApiCatalog.V2024 -> ApiCatalog.V2024;
            case "2020", ApiCatalog.V2020 -> ApiCatalog.V2020;
            default -> throw new UsageException(Texts.of("--api-version takes 2024-05-18 or 2020-05-18, not '{0}'", text));
        };
    }

    private static ZoneId zone(String text) throws UsageException {
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new UsageException(Texts.of("--timezone takes a zone such as Asia/Shanghai, not '{0}'", text));
        }
    }

    private static String oneOf(List<CommandLine> lines, String name, String... allowed) throws UsageException {
        String text = last(lines, name);
        if (text != null && !Arrays.asList(allowed).contains(text)) {
            throw new UsageException(Texts.of("--{0} takes {1}, not '{2}'", name, String.join(Texts.of(" or "), allowed), text));
        }
        return text;
    }

    private static long number(List<CommandLine> lines, String name, long otherwise) throws UsageException {
        String text = last(lines, name);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (name.endsWith("port") && (number < 0 || number > 65535)) {
                throw new UsageException(Texts.of("--{0} takes a port from 0 to 65535, not {1}", name, text));
            }
            return number;
        } catch (NumberFormatException e) {
            throw new UsageException(Texts.of("--{0} takes a number, not '{1}'", name, text));
        }
    }

    private static boolean has(List<CommandLine> lines, String name) {
        for (CommandLine line : lines) {
            if (has(line, name)) {
                return true;
            }
        }
        return false;
    }

    private static String last(List<CommandLine> lines, String name) {
        String found = null;
        for (CommandLine line : lines) {
            for (Option option : line.getOptions()) {
                if (name.equals(option.getLongOpt())) {
                    String[] values = option.getValues();
                    found = values == null ? found : values[values.length - 1];
                }
            }
        }
        return found;
    }

    /** Looked for here: the library makes a stream for each question, and every start asks some sixty. */
    private static Option option(CommandLine line, String name) {
        for (Option option : line.getOptions()) {
            if (name.equals(option.getLongOpt())) {
                return option;
            }
        }
        return null;
    }

    private static boolean has(CommandLine line, String name) {
        return option(line, name) != null;
    }
}
