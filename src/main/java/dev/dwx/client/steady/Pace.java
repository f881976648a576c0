package dev.dwx.client.steady;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Time and chance, as far as repeated calls need them.
 *
 * @param nanos a clock that only goes forward, in nanoseconds
 * @param rest waits
 * @param chance numbers from 0 to below 1
 */
public record Pace(LongSupplier nanos, Rest rest, DoubleSupplier chance) {

    /** Waits for a while. */
    public interface Rest {
        /**
         * Waits for this long, or until the latch opens.
         *
         * @throws InterruptedException when the thread was asked to stop
         */
        void rest(Duration length, CountDownLatch broken) throws InterruptedException;
    }

    /** The time and chance of this machine. */
    public static Pace real() {
        return new Pace(System::nanoTime, (length, broken) -> {
            // The result does not matter: whoever opens the latch is asked afterwards.
            broken.await(length.toNanos(), TimeUnit.NANOSECONDS);
        }, () -> ThreadLocalRandom.current().nextDouble());
    }
}
