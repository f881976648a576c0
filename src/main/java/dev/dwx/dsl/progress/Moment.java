package dev.dwx.dsl.progress;

import java.time.Duration;
import java.util.function.LongFunction;

/**
 * How something under way stands at one moment: all that its line on the screen tells.
 *
 * @param what what is going on: {@code ListNodes.all}, {@code waiting for GetNode}
 * @param state how it stands, in a word; {@code null} when there is none
 * @param done how many are done; negative where nothing is counted
 * @param of how many there are; negative when nobody knows
 * @param words how a count is written
 * @param failed how many of them have failed
 * @param rate how many a second; negative while nobody knows
 * @param elapsed since it began
 * @param limit when it is given up; {@code null} for never
 * @param left until it is done, by how it goes; {@code null} while nobody knows
 * @param leave how to leave it
 */
public record Moment(String what, String state, long done, long of, LongFunction<String> words, long failed, double rate,
        Duration elapsed, Duration limit, Duration left, String leave) {

    /** With what holds a piece of it up just now. */
    Moment withState(String text) {
        return new Moment(what, text, done, of, words, failed, rate, elapsed, limit, left, leave);
    }
}
