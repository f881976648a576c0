package dev.dwx.cli;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, and only once. Safe for use by many threads. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile T value;

    private Once(Supplier<T> maker) {
        this.maker = maker;
    }

    static <T> Once<T> of(Supplier<T> maker) {
        return new Once<>(maker);
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = maker.get();
        }
        return value;
    }

    /** The thing, or {@code null} while it is not made; does not wait for who makes it. */
    T now() {
        return value;
    }
}
