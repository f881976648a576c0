package dev.dwx.sandbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The nonces of accepted requests, each remembered per key for as long as its request's time stamp would still be
 * accepted. Memory is bounded: past {@link #LIMIT} the ones nearest to their end are forgotten.
 */
final class NonceMemory {
    static final int LIMIT = 200_000;

    private record Use(String nonce, Instant until) {
    }

    private final Map<String, Instant> used = new HashMap<>();
    private final PriorityQueue<Use> byEnd = new PriorityQueue<>((a, b) -> a.until().compareTo(b.until()));

    /** Records a use; false when the nonce was used before and is still remembered. */
    synchronized boolean use(String keyId, String nonce, Instant until, Instant now) {
        while (!byEnd.isEmpty() && (byEnd.peek().until().isBefore(now) || byEnd.size() >= LIMIT)) {
            used.remove(byEnd.poll().nonce());
        }
        String entry = keyId + '\n' + nonce;
        if (used.putIfAbsent(entry, until) != null) {
            return false;
        }
        byEnd.add(new Use(entry, until));
        return true;
    }

    synchronized int size() {
        return used.size();
    }
}
