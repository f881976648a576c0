package dev.dwx.dsl;

/**
 * One word of the language's own.
 *
 * @param name how it is written
 * @param help what it does, one line
 * @param example a line that runs
 */
public record Verb(String name, String help, String example) {
}
