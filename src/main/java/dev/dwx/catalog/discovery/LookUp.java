package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiOperation;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds a single operation in the live sources, and remembers for some minutes what failed. */
final class LookUp {
    private final Fetcher fetcher;
    private final DiscoverySettings settings;
    private final Singles singles;
    private final Clock clock;
    private final Map<String, Instant> failures = new ConcurrentHashMap<>();

    LookUp(Fetcher fetcher, DiscoverySettings settings, Singles singles, Clock clock) {
        this.fetcher = fetcher;
        this.settings = settings;
        this.singles = singles;
        this.clock = clock;
    }

    void forgetFailures() {
        failures.clear();
    }

    Optional<ApiOperation> find(List<String> versions, String name) {
        if (!Names.isOperation(name)) {
            return Optional.empty();
        }
        for (String version : versions) {
            String location = settings.operation(version, name);
            if (location != null) {
                CatalogSource source = new SingleApiSource(version, name, location, settings.language());
                Optional<ApiOperation> found = ask(source, List.of(version), name);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return settings.mcpTools() == null
                ? Optional.empty()
                : ask(new McpCatalogSource(settings.mcpTools()).only(name), versions, name);
    }

    private Optional<ApiOperation> ask(CatalogSource source, List<String> versions, String name) {
        String host = host(source.location());
        if (settings.offline() && Fetcher.isAddress(source.location())
                || failedJustNow(source.location()) || failedJustNow(host)) {
            return Optional.empty();
        }
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Fetched fetched = source.fetch(fetcher, Validators.NONE);
            SourceResult result = source.read(fetched.content(), now);
            for (String version : versions) {
                OperationKey key = new OperationKey(version, name);
                Optional<FoundOperation> found = Singles.pick(key, result);
                if (found.isPresent()) {
                    singles.keep(key, source, fetched, now);
                    return found.map(FoundOperation::operation);
                }
            }
            failures.put(source.location(), clock.instant());
        } catch (SourceFailure e) {
            // A host that cannot be reached is not asked for the next name either.
            failures.put(e.isUnreachable() ? host : source.location(), clock.instant());
        }
        return Optional.empty();
    }

    private boolean failedJustNow(String what) {
        Instant failed = failures.get(what);
        return failed != null && Duration.between(failed, clock.instant()).compareTo(Discovery.RETRY) < 0;
    }

    private static String host(String location) {
        if (!Fetcher.isAddress(location)) {
            return location;
        }
        try {
            return String.valueOf(URI.create(location).getAuthority());
        } catch (IllegalArgumentException e) {
            return location;
        }
    }
}
