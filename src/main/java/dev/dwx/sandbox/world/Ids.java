package dev.dwx.sandbox.world;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Ids of the right kind and length, the same for the same seed and order of calls. */
final class Ids {
    /** How the ids of a kind look. */
    enum Form {
        /** A whole number of 32 bits. */
        SMALL,
        /** A whole number of 64 bits. */
        WHOLE,
        /** Nineteen digits as text, more than a double can hold. */
        STUDIO,
        UUID,
        /** Thirty-two hexadecimal digits. */
        HEX
    }

    private static final Map<String, Long> FIRST = Map.ofEntries(
            Map.entry("Project", 10_003L),
            Map.entry("DataSource", 20_101L),
            Map.entry("ComputeResource", 30_101L),
            Map.entry("Task", 700_000_001_000L),
            Map.entry("Workflow", 700_000_900_000L),
            Map.entry("TaskInstance", 910_000_000_000L),
            Map.entry("WorkflowInstance", 920_000_000_000L),
            Map.entry("File", 505_000_100L),
            Map.entry("Business", 3_000_100L),
            Map.entry("DeploymentPackage", 4_000_100L),
            Map.entry("DIJob", 11_000L),
            Map.entry("AlertRule", 150_000L),
            Map.entry("Baseline", 1_001L));

    private final long seed;
    private Store store;

    Ids(long seed) {
        this.seed = seed;
    }

    void attach(Store shared) {
        store = shared;
    }

    /** A new id, never given before for the kind. */
    Object next(String kind, Form form) {
        long count = count(kind);
        switch (form) {
            case SMALL:
            case WHOLE:
                return FIRST.getOrDefault(kind, 100_000L + Math.floorMod(kind.hashCode(), 800_000)) + count;
            case UUID:
                return uuid(kind, count);
            case HEX:
                return hex(kind, count) + hex(kind + "'", count);
            default:
                return studio(kind, count);
        }
    }

    /** A number that goes up by one with every use of a name. */
    long count(String name) {
        String fact = store.fact("count." + name);
        long count = fact == null ? 0 : Long.parseLong(fact);
        store.setFact("count." + name, Long.toString(count + 1));
        return count;
    }

    /**
     * Nineteen digits; the same for the same kind and number. The last is odd, so that no floating-point number holds one: a
     * caller that takes it for a number loses it at once.
     */
    String studio(String kind, long count) {
        long digits = 4_000_000_000_000_000_000L
                + Math.floorMod(mix(kind, count), 500_000_000_000_000L) * 10_000L + count % 1_000L * 10L + 7L;
        return Long.toString(digits);
    }

    String uuid(String kind, long count) {
        long high = mix(kind, count) & 0xffff_ffff_ffff_0fffL | 0x4000L;
        long low = mix(kind + "'", count) & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString().toLowerCase(Locale.ROOT);
    }

    String hex(String kind, long count) {
        String digits = Long.toHexString(mix(kind, count));
        return "0".repeat(16 - digits.length()) + digits;
    }

    /** A well-spread number, the same for the same seed, name and count. */
    long mix(String name, long count) {
        long z = seed * 0x9e37_79b9_7f4a_7c15L + name.hashCode() * 0xbf58_476d_1ce4_e5b9L + count + 1;
        z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }

    /** A number from zero to below a bound, the same for the same seed, name and count. */
    int pick(String name, long count, int bound) {
        return (int) Math.floorMod(mix(name, count), (long) bound);
    }
}
