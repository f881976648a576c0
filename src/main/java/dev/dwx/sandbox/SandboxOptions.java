package dev.dwx.sandbox;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.Edition;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a sandbox is set up. {@code SandboxOptions.of(catalog)} gives a plain one; each {@code with…} method a changed
 * copy.
 *
 * @param httpPort loopback port, 0 for any free one
 * @param https whether to listen with TLS as well
 * @param httpsPort loopback port, 0 for any free one; unused without {@code https}
 * @param catalog which operations exist
 * @param behaviour what they do
 * @param clock the sandbox's time
 * @param keys who may call
 * @param strictness what is refused
 * @param edition how many calls are allowed
 * @param requestIdSeed makes request ids repeatable, or {@code null} for random ones
 * @param logCapacity how many calls {@link Sandbox#log()} remembers
 * @param onCall told of every call once it is answered; must be quick
 */
public record SandboxOptions(
        int httpPort,
        boolean https,
        int httpsPort,
        ApiCatalog catalog,
        Behaviour behaviour,
        InstantSource clock,
        SandboxKeys keys,
        Strictness strictness,
        Edition edition,
        Long requestIdSeed,
        int logCapacity,
        Consumer<RequestLogEntry> onCall) {

    public SandboxOptions {
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(behaviour, "behaviour");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(strictness, "strictness");
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(onCall, "onCall");
    }

    /** HTTP on a free port, the system's clock, the standard keys, strict, every operation answered in shape only. */
    public static SandboxOptions of(ApiCatalog catalog) {
        return new SandboxOptions(0, false, 0, catalog, new ShapedBehaviour(), Clock.systemUTC(),
                SandboxKeys.standard(), Strictness.STRICT, Edition.UNLIMITED, null, 1000, entry -> { });
    }

    public SandboxOptions withHttpPort(int value) {
        return new SandboxOptions(value, https, httpsPort, catalog, behaviour, clock, keys, strictness, edition,
                requestIdSeed, logCapacity, onCall);
    }

    /** Listens with TLS too, on the given port or, with 0, on any. */
    public SandboxOptions withHttps(int port) {
        return new SandboxOptions(httpPort, true, port, catalog, behaviour, clock, keys, strictness, edition,
                requestIdSeed, logCapacity, onCall);
    }

    public SandboxOptions withBehaviour(Behaviour value) {
        return new SandboxOptions(httpPort, https, httpsPort, catalog, value, clock, keys, strictness, edition,
                requestIdSeed, logCapacity, onCall);
    }

    public SandboxOptions withClock(InstantSource value) {
        return new SandboxOptions(httpPort, https, httpsPort, catalog, behaviour, value, keys, strictness, edition,
                requestIdSeed, logCapacity, onCall);
    }

    public SandboxOptions withStrictness(Strictness value) {
        return new SandboxOptions(httpPort, https, httpsPort, catalog, behaviour, clock, keys, value, edition,
                requestIdSeed, logCapacity, onCall);
    }

    public SandboxOptions withRequestIdSeed(Long value) {
        return new SandboxOptions(httpPort, https, httpsPort, catalog, behaviour, clock, keys, strictness, edition,
                value, logCapacity, onCall);
    }

    public SandboxOptions withLogCapacity(int value) {
        return new SandboxOptions(httpPort, https, httpsPort, catalog, behaviour, clock, keys, strictness, edition,
                requestIdSeed, value, onCall);
    }

    public SandboxOptions withOnCall(Consumer<RequestLogEntry> value) {
        return new SandboxOptions(httpPort, https, httpsPort, catalog, behaviour, clock, keys, strictness, edition,
                requestIdSeed, logCapacity, value);
    }

    public SandboxOptions withEdition(Edition value) {
        return new SandboxOptions(httpPort, https, httpsPort, catalog, behaviour, clock, keys, strictness, value,
                requestIdSeed, logCapacity, onCall);
    }
}
