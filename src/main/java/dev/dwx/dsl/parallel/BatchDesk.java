package dev.dwx.dsl.parallel;

import dev.dwx.dsl.Progress;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a batch works with.
 *
 * @param placing puts a task where the batch was begun: in its context
 * @param cancel breaks off the call that a thread waits for
 * @param notes hears remarks
 * @param progress shows how far it is
 */
public record BatchDesk(UnaryOperator<Runnable> placing, Consumer<Thread> cancel, Consumer<String> notes, Progress progress) {
}
