package dev.dwx.sandbox;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Request ids, upper-case UUIDs; the same sequence every time when a seed is given. */
final class RequestIds {
    private final Long seed;
    private final AtomicLong count = new AtomicLong();

    RequestIds(Long seed) {
        this.seed = seed;
    }

    String next() {
        if (seed == null) {
            return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        }
        long number = count.incrementAndGet();
        long high = mix(seed + number * 0x9E3779B97F4A7C15L);
        long low = mix(high ^ number);
        // Version 4, variant 1, as a random one would have.
        high = high & 0xFFFFFFFFFFFF0FFFL | 0x4000L;
        low = low & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low).toString().toUpperCase(Locale.ROOT);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
