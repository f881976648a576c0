package dev.dwx.repl.command;

import dev.dwx.catalog.NearNames;
import dev.dwx.dsl.LanguagePages;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of {@code :} commands, and all that is read from it. */
public final class Commands {
    private static String language() {
        return Texts.of("""
                A line is Groovy; every operation of DataWorks is a call. Tab completes.
                  ListProjects(PageSize: 10)      call it
                  ListProjects                    its card: what it takes and answers
                  ListNodes.all()*.Name           every page
                  nodes = ListNodes()             keep it; _ is the last value, _e the last error
                  v2020.ListFiles(PageSize: 10)   the API version before
                  table nodes, 'Id', 'Name'       some columns; also json, csv, yaml
                Ctrl-C drops the line or stops the call, Ctrl-D leaves. A line whose brackets
                are open goes on below.
                """);
    }

    private final List<Command> rows;

    public Commands(List<Command> rows) {
        this.rows = List.copyOf(rows);
    }

    public List<Command> all() {
        return rows;
    }

    public Optional<Command> find(String word) {
        for (Command row : rows) {
            if (row.isCalled(word)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Runs {@code :name argument} and gives the text to print. */
    public String run(String line) {
        String text = line.strip().substring(1);
        int space = text.indexOf(' ');
        String word = space < 0 ? text : text.substring(0, space);
        String argument = space < 0 ? "" : text.substring(space + 1).strip();
        Optional<Command> found = find(word);
        if (found.isEmpty()) {
            return unknown(word);
        }
        Command command = found.get();
        if (argument.equals("--help") || argument.equals("-h")) {
            return help(command);
        }
        if (command.argument() == Command.Argument.NONE && !argument.isEmpty()) {
            return Texts.of(":{0} takes nothing after it, and got '{1}'", command.name(), argument);
        }
        if (command.argument() == Command.Argument.OPERATION && argument.isEmpty()) {
            return Texts.of("Which operation? Type {0}, such as :{1} ListProjects", command.call(), command.name());
        }
        if (command.wantsArgument() && argument.isEmpty()) {
            return Texts.of(":{0} wants something after it. Type {1}", command.name(), command.call());
        }
        try {
            // What the usage does not have is refused before anything is done.
            GivenWords.of(command.usage(), argument);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        return command.action().run(argument);
    }

    /** Whether what a command says is lines to be copied from the window, such as those typed before, or of a script. */
    public static boolean copied(String line) {
        return line.startsWith(":examples ") || line.startsWith(":history") || line.startsWith(":error") || line.equals(":e");
    }

    /** Whether what a command says is data in a form for programs, whose lines are not folded. */
    public static boolean isData(String line) {
        return line.equals(":last csv") || line.equals(":last json") || line.equals(":last yaml") || line.equals(":last md");
    }

    /** What {@code :help} prints. */
    public String overview() {
        int width = 0;
        for (Command row : rows) {
            width = Math.max(width, row.call().length());
        }
        StringBuilder text = new StringBuilder(language()).append('\n');
        for (Command row : rows) {
            text.append("  ").append(row.call()).append(" ".repeat(width - row.call().length() + 2)).append(row.title());
            if (!row.aliases().isEmpty()) {
                text.append(" (:").append(String.join(", :", row.aliases())).append(')');
            }
            text.append('\n');
        }
        return text.append('\n').append(Texts.of(":help language, :help verbs, :help dates, :help traps, :help settings; :help NAME of anything; NAME? is short for it."))
                .toString();
    }

    /** What {@code :help NAME} prints for a command, with or without its colon. */
    public Optional<String> help(String topic) {
        Optional<Command> command = find(topic.startsWith(":") ? topic.substring(1) : topic);
        // `context` and `apis` are verbs, too; who asks without a colon may mean either.
        Optional<String> page = topic.startsWith(":") ? Optional.empty() : LanguagePages.page(topic).map(String::stripTrailing);
        return command.isPresent() && page.isPresent() ? Optional.of(help(command.get()) + "\n" + page.get())
                : command.isPresent() ? command.map(Commands::help) : page;
    }

    private static String help(Command command) {
        StringBuilder text = new StringBuilder(command.call()).append("\n  ").append(command.title()).append('.');
        if (!command.help().isEmpty()) {
            text.append("\n  ").append(command.help().strip().replace("\n", "\n  "));
        }
        if (!command.aliases().isEmpty()) {
            text.append("\n  ").append(Texts.of("Also {0}", ":" + String.join(", :", command.aliases())));
        }
        return text.toString();
    }

    private String unknown(String word) {
        if (LanguagePages.page(word).isPresent()) {
            return Texts.of("There is no command :{0}. Type :help {0}", word);
        }
        List<String> names = new ArrayList<>();
        for (Command row : rows) {
            names.add(row.name());
            names.addAll(row.aliases());
        }
        List<String> near = NearNames.of(word, names);
        return near.isEmpty() ? Texts.of("There is no command :{0}. Type :help for the list", word)
                : Texts.of("There is no command :{0}. Perhaps :{1}? Type :help for the list", word, String.join(Texts.of(" or ") + ":", near));
    }

    /** Every command with all that is known of it: the documentation, as {@code :help commands} prints it. */
    String page() {
        StringBuilder text = new StringBuilder();
        for (Command row : rows) {
            text.append(text.length() == 0 ? "" : "\n\n").append(help(row));
        }
        return text.toString();
    }
}
