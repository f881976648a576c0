package dev.dwx.dsl.slips;

/**
 * What is wrong with a line.
 *
 * @param column where, from 1
 * @param message what it is and what to type instead
 */
public record Slip(int column, String message) {
}
