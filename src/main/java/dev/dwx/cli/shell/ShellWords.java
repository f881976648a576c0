package dev.dwx.cli.shell;

import java.util.List;

/**
 * All that can stand on the command line of dwx: what a shell's completion is made from.
 *
 * @param version of dwx
 * @param commands in the order of the help page
 * @param options that any command takes, and those of single ones
 * @param topics of {@code dwx help}, besides the commands
 * @param operations by name, each once
 */
public record ShellWords(String version, List<Word> commands, List<Switch> options, List<String> topics, List<Operation> operations) {
    public ShellWords {
        commands = List.copyOf(commands);
        options = List.copyOf(options);
        topics = List.copyOf(topics);
        operations = List.copyOf(operations);
    }

    /** What follows a command or an option. */
    public enum Operand {
        NOTHING, OPERATION, CALL, SCRIPT, DOCUMENT, FILE, DIRECTORY, SHELL, TOPIC, SOURCE, CHOICE, ANY
    }

    /**
     * A command.
     *
     * @param summary one line, as help shows it
     */
    public record Word(String name, String summary, Operand operand) {
    }

    /**
     * An option.
     *
     * @param letter short form without its dash, or {@code null}
     * @param name long form without its dashes
     * @param summary one line, as help shows it
     * @param operand what it takes, {@link Operand#NOTHING} for a flag
     * @param choices the values, for {@link Operand#CHOICE}
     * @param command whose it is, or {@code null} when any command takes it
     */
    public record Switch(String letter, String name, String summary, Operand operand, List<String> choices, String command) {
        public Switch {
            choices = List.copyOf(choices);
        }
    }

    /**
     * An operation.
     *
     * @param versions years of the versions that have it, {@code 2024}
     * @param parameters of all versions, required ones first, each once
     */
    public record Operation(String name, List<String> versions, List<String> parameters) {
        public Operation {
            versions = List.copyOf(versions);
            parameters = List.copyOf(parameters);
        }
    }

    /** The shells that there is a script for. */
    public static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    /** The script that completes dwx in a shell, one of {@link #SHELLS}. */
    public String script(String shell) {
        return switch (shell) {
            case "bash" -> new BashScript(this).text();
            case "zsh" -> new ZshScript(this).text();
            case "fish" -> new FishScript(this).text();
            default -> throw new IllegalArgumentException(shell);
        };
    }

    /** A line for each operation: its name and its parameters, with blanks between them. */
    String table() {
        StringBuilder table = new StringBuilder();
        for (Operation operation : operations) {
            table.append(operation.name());
            for (String parameter : operation.parameters()) {
                table.append(' ').append(parameter);
            }
            table.append('\n');
        }
        return table.toString();
    }

    /** The names of operations, with blanks between them. */
    String names() {
        StringBuilder names = new StringBuilder();
        for (Operation operation : operations) {
            names.append(names.length() == 0 ? "" : " ").append(operation.name());
        }
        return names.toString();
    }

    /** The names of one version, as {@code 2020:ListFiles}. */
    String pinned(String year) {
        StringBuilder names = new StringBuilder();
        for (Operation operation : operations) {
            if (operation.versions().contains(year)) {
                names.append(names.length() == 0 ? "" : " ").append(year).append(':').append(operation.name());
            }
        }
        return names.toString();
    }

    /** The commands that take something of a kind, as a pattern of {@code case}; a word that is no command when none does. */
    String taking(Operand... operands) {
        StringBuilder names = new StringBuilder();
        for (Word command : commands) {
            if (List.of(operands).contains(command.operand())) {
                names.append(names.length() == 0 ? "" : "|").append(command.name());
            }
        }
        return names.toString();
    }

    /** An option as it is typed, {@code --region} and {@code -r}. */
    static List<String> spellings(Switch option) {
        return option.letter() == null ? List.of("--" + option.name()) : List.of("--" + option.name(), "-" + option.letter());
    }
}
