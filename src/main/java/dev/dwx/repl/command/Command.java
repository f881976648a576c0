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
        FORM,
        /** A project's name or id. */
        PROJECT,
        /** A region id. */
        REGION,
        /** A profile of the settings. */
        PROFILE,
        /** An API version: {@code 2024} or {@code 2020}. */
        VERSION,
        /** A file, from where dwx was started. */
        FILE,
        /** The name of a setting, then a value of it. */
        SETTING,
        /** A line of the language. */
        INPUT,
        /** The name of a variable, a verb, an operation or anything else that can be asked about. */
        NAME,
        /** The name of an example script, a verb or an operation, or nothing. */
        EXAMPLE,
        /** A word of the sandbox. */
        SANDBOX,
        /** A command of the shell. */
        SHELL
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

    /** Whether it cannot do without something after it. */
    boolean wantsArgument() {
        int depth = 0;
        for (int i = 0; i < usage.length(); i++) {
            char c = usage.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0 && Character.isLetter(c)) {
                return true;
            }
        }
        return false;
    }

    /** {@code :apis [words]}. */
    public String call() {
        return ":" + name + (usage.isEmpty() ? "" : " " + usage);
    }
}
