package dev.dwx.sandbox.world;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.sandbox.Behaviour;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What a world is made from. The same seed and the same clock make the same world.
 *
 * @param catalog the operations it answers
 * @param seed what ids and numbers are drawn from
 * @param clock what time it is; the seeded days lie before its today
 * @param zone the workspaces' time zone, which business dates are counted in
 * @param region region id of the workspaces
 * @param accountId the account that owns them, digits
 * @param directory where the world is kept beyond the process, or {@code null} to keep it in memory
 * @param otherwise answers the operations that keep no state, or {@code null} for bare successes
 */
public record WorldOptions(
        ApiCatalog catalog,
        long seed,
        Clock clock,
        ZoneId zone,
        String region,
        String accountId,
        Path directory,
        Behaviour otherwise) {

    /** A world in memory as of now: region {@code cn-shanghai}, zone {@code Asia/Shanghai}. */
    public static WorldOptions of(ApiCatalog catalog) {
        return new WorldOptions(catalog, 1, Clock.systemUTC(), ZoneId.of("Asia/Shanghai"), "cn-shanghai",
                "1001234567890123", null, null);
    }

    public WorldOptions withSeed(long value) {
        return new WorldOptions(catalog, value, clock, zone, region, accountId, directory, otherwise);
    }

    public WorldOptions withClock(Clock value) {
        return new WorldOptions(catalog, seed, value, zone, region, accountId, directory, otherwise);
    }

    public WorldOptions withZone(ZoneId value) {
        return new WorldOptions(catalog, seed, clock, value, region, accountId, directory, otherwise);
    }

    /** With another owner, digits. */
    public WorldOptions withAccountId(String value) {
        return new WorldOptions(catalog, seed, clock, zone, region, value, directory, otherwise);
    }

    /** Kept in a directory, which is made when it is missing. */
    public WorldOptions withDirectory(Path value) {
        return new WorldOptions(catalog, seed, clock, zone, region, accountId, value, otherwise);
    }

    /** With something that answers what keeps no state. */
    public WorldOptions withOtherwise(Behaviour value) {
        return new WorldOptions(catalog, seed, clock, zone, region, accountId, directory, value);
    }
}
