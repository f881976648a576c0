package dev.dwx.dsl.waiting;

import dev.dwx.dsl.Progress;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a wait works with.
 *
 * @param timer lets time pass
 * @param progress shows what is waited for
 * @param notes hears remarks
 * @param widen widens the pause between two looks as the day's calls run out
 * @param mayNeed hears before a wait how many calls it makes at most, and whose they are
 */
public record WaitDesk(Timer timer, Progress progress, Consumer<String> notes, UnaryOperator<Duration> widen,
        BiConsumer<Long, String> mayNeed) {
}
