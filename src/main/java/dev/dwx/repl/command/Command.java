package dev.dwx.repl.command;

import java.util.List;

/**
 * One row of the table of {@code :} commands; parsing, help and completion all read it.
 *
 * @param name whole word, without the colon
 * @param aliases shorter names
 * @param argument what may follow
 * @param usage the argument as help shows it, {@code [words]}, or empty
 * @param title one line
 * @param help what {@code :help name} says beyond the title
 * @param action what it does
 */
public record Command(
        String name, List<String> aliases, Argument argument, String usage, String title, String help, Action action) {

    /** What may follow a command. */
    public enum Argument {
        NONE,
        /** A command's or an operation's name, or nothing. */
        TOPIC,
        /** An operation's name. */
        OPERATION,
        /** Free words. */
        WORDS,
        /** An output form, or nothing. */
        FORM
    }

    /** Does a command's work. */
    public interface Action {
        /**
         * @param argument what followed the name, stripped; empty for nothing
         * @return text to print; empty for none
         */
        String run(String argument);
    }

    public boolean isCalled(String word) {
        return name.equals(word) || aliases.contains(word);
    }

    /** {@code :apis [words]}. */
    public String call() {
        return ":" + name + (usage.isEmpty() ? "" : " " + usage);
    }
}
