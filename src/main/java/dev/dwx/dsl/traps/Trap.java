package dev.dwx.dsl.traps;

import java.util.List;

/**
 * A trap of the service, for people: the same row is printed by help and on the cards of the operations.
 *
 * @param name what it is about, in a few words
 * @param operations operations on whose cards it stands
 * @param danger what goes wrong
 * @param remedy what dwx does about it, or what to type
 */
public record Trap(String name, List<String> operations, String danger, String remedy) {
}
