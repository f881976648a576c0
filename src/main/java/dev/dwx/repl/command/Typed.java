package dev.dwx.repl.command;

/**
 * What became of an input, for parts of the prompt that look on.
 *
 * @param input what was typed, without blanks around it
 * @param value what came of a line of the language; {@code null} for a command, for nothing, and where it failed
 * @param failure what it ended with, or {@code null}
 */
public record Typed(String input, Object value, Throwable failure) {
}
