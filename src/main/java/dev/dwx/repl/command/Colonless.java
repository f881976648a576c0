package dev.dwx.repl.command;

import dev.dwx.dsl.ScriptFailure;
import dev.dwx.dsl.Verbs;
import dev.dwx.texts.Texts;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Looks at inputs that failed for commands that were typed without their colon, or with another shell's sign before them. */
public final class Colonless implements Function<Typed, String> {
    private final Supplier<Commands> commands;

    public Colonless(Supplier<Commands> commands) {
        this.commands = commands;
    }

    /** What to type instead, or {@code null}. */
    @Override
    public String apply(Typed typed) {
        if (!(typed.failure() instanceof ScriptFailure) || typed.input().indexOf('\n') >= 0) {
            return null;
        }
        String text = typed.input();
        boolean sign = !text.isEmpty() && (text.charAt(0) == '/' || text.charAt(0) == '\\' || text.charAt(0) == '.');
        String rest = sign ? text.substring(1) : text;
        int end = 0;
        while (end < rest.length() && (Character.isLetter(rest.charAt(end)) || rest.charAt(end) == '-')) {
            end++;
        }
        String word = rest.substring(0, end);
        boolean alone = end == rest.length() || rest.charAt(end) == ' ';
        String behind = rest.substring(end).strip();
        if (!alone || word.isEmpty() || !behind.isEmpty() && "=.[(+-*<>?|&".indexOf(behind.charAt(0)) >= 0) {
            return null;
        }
        Optional<Command> command = commands.get().find(word);
        // What is called so in the language was meant there, and has said what it wants.
        boolean one = command.isPresent() && (sign || word.equals(command.get().name()) && Verbs.named(word).isEmpty())
                && !(command.get().argument() == Command.Argument.NONE && !behind.isEmpty());
        return one ? Texts.of("{0} is a command, and commands begin with a colon: {1}", word, (":" + word + " " + behind).strip()) : null;
    }
}
