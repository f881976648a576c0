package dev.dwx.client.limits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The calls that share one limit of a second: they go in the order in which they came. Used by many threads. */
final class Lane {
    private static final long NOTICED = 200_000_000L;

    private final SlidingWindow window;
    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Condition> queue = new ArrayDeque<>();

    Lane(int callsPerSecond, Ticker ticker) {
        window = new SlidingWindow(callsPerSecond);
        this.ticker = ticker;
    }

    /** The right to send one call. */
    final class Pass {
        private final long number;

        private Pass(long number) {
            this.number = number;
        }

        void sending() {
            lock.lock();
            try {
                window.sending(number, ticker.now());
            } finally {
                lock.unlock();
            }
        }

        void answered() {
            lock.lock();
            try {
                window.answered(number, ticker.now());
                wakeFirst();
            } finally {
                lock.unlock();
            }
        }

        void unused() {
            lock.lock();
            try {
                window.unused(number);
                wakeFirst();
            } finally {
                lock.unlock();
            }
        }

        void closeFor(Duration pause) {
            lock.lock();
            try {
                window.close(ticker.now() + pause.toNanos());
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Waits for its turn.
     *
     * @param stopped whether the wait was called off; asked again after {@link #wake}
     * @param waiting hears how long about, before a wait that a person would notice
     * @throws InterruptedException when this thread was asked to stop, or the wait called off; nothing is taken then
     */
    Pass take(BooleanSupplier stopped, Consumer<Duration> waiting) throws InterruptedException {
        lock.lockInterruptibly();
        boolean locked = true;
        Condition turn = lock.newCondition();
        queue.addLast(turn);
        try {
            Pass pass = take(turn, stopped);
            long wait = pass != null ? 0 : window.pause(ticker.now(), queue.size() - 1);
            if (wait > NOTICED) {
                // Whoever listens may take its time; the place in the queue is kept.
                lock.unlock();
                locked = false;
                waiting.accept(Duration.ofNanos(wait));
                lock.lockInterruptibly();
                locked = true;
            }
            while (pass == null) {
                pass = take(turn, stopped);
                if (pass == null) {
                    ticker.await(turn, queue.peekFirst() == turn ? Math.max(1, window.pause(ticker.now(), 0)) : Long.MAX_VALUE);
                }
            }
            return pass;
        } finally {
            if (!locked) {
                lock.lock();
            }
            queue.remove(turn);
            wakeFirst();
            lock.unlock();
        }
    }

    private Pass take(Condition turn, BooleanSupplier stopped) throws InterruptedException {
        if (Thread.interrupted() || stopped.getAsBoolean()) {
            throw new InterruptedException();
        }
        long number = queue.peekFirst() == turn ? window.take(ticker.now()) : -1;
        return number < 0 ? null : new Pass(number);
    }

    /** Lets everybody who waits look whether it was called off. */
    void wake() {
        lock.lock();
        try {
            queue.forEach(Condition::signal);
        } finally {
            lock.unlock();
        }
    }

    private void wakeFirst() {
        if (!queue.isEmpty()) {
            queue.peekFirst().signal();
        }
    }
}
