package dev.dwx.repl.command;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Texts that the prompt shows and others know: the same as the command line's.
 *
 * @param apis the operations that fit words
 * @param describe an operation's card, by its name
 * @param context where calls go
 * @param limits what calls are allowed and used
 */
public record CommandTexts(UnaryOperator<String> apis, UnaryOperator<String> describe, Supplier<String> context, Supplier<String> limits) {
    public static final CommandTexts NONE = new CommandTexts(words -> "", name -> "", () -> "", () -> "");
}
