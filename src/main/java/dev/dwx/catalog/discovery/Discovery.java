package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.RegionEndpoint;
import dev.dwx.texts.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Which operations exist and how they are called, learnt at run time.
 *
 * <p>{@link #open} gives the catalog at once, from the cache or the program's snapshot, and never waits for the
 * network. {@link #refresh} asks all sources; the catalog that was given sees the result from then on, while an
 * operation that a call already holds stays as it was. A source that fails costs one line of notice.
 */
public final class Discovery {
    /** How long a catalog counts as fresh; the metadata changes a few times a month. */
    static final Duration FRESH = Duration.ofDays(1);
    /** How long a failed background refresh or look-up is not tried again. */
    static final Duration RETRY = Duration.ofMinutes(5);

    private final CatalogCache cache;
    private final Fetcher fetcher;
    private final DiscoverySettings settings;
    private final Clock clock;
    private final Floor floor;
    private final ClassLoader libraries;
    private final Singles singles;
    private final LookUp lookUp;
    private final ApiCatalog view = new CurrentCatalog();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final AtomicBoolean staleSaid = new AtomicBoolean();
    private final Map<String, SourceState> states = new HashMap<>();
    private volatile ApiCatalog snapshot;
    private volatile DiscoveredCatalog current;
    private volatile Instant failedAt;

    public Discovery(CatalogCache cache, Fetcher fetcher, DiscoverySettings settings, Clock clock) {
        this(cache, fetcher, settings, clock, new Floor(), Discovery.class.getClassLoader());
    }

    /**
     * @param floor gives the snapshot; asked once
     * @param libraries where a typed SDK is looked for
     */
    Discovery(CatalogCache cache, Fetcher fetcher, DiscoverySettings settings, Clock clock,
            Floor floor, ClassLoader libraries) {
        this.cache = cache;
        this.fetcher = fetcher;
        this.settings = settings;
        this.clock = clock;
        this.floor = floor;
        this.libraries = libraries;
        this.singles = new Singles(cache, settings);
        this.lookUp = new LookUp(fetcher, settings, singles, clock);
    }

    /** The catalog, now and as refreshes and look-ups change it. No network is used. */
    public ApiCatalog open() {
        current();
        return view;
    }

    /** The catalog of this moment, which stays as it is. */
    public DiscoveredCatalog current() {
        DiscoveredCatalog known = current;
        if (known == null) {
            synchronized (this) {
                known = current;
                if (known == null) {
                    CompiledCatalog compiled = compiled();
                    boolean usable = compiled != null && compiled.stamp() == floor.stamp();
                    known = new DiscoveredCatalog(usable ? compiled : snapshot(), Map.of(), singles);
                    current = known;
                }
            }
        }
        return known;
    }

    /** The compiled catalog of the cache, if it was made from where the settings point now, or {@code null}. */
    private CompiledCatalog compiled() {
        CompiledCatalog compiled = cache.compiled().orElse(null);
        return compiled != null && compiled.sources().equals(addresses()) ? compiled : null;
    }

    /** What another process may have merged meanwhile, else what this one knows. */
    private ApiCatalog earlier(DiscoveredCatalog before) {
        CompiledCatalog compiled = compiled();
        return compiled == null ? before.base() : compiled;
    }

    private ApiCatalog snapshot() {
        ApiCatalog known = snapshot;
        if (known == null) {
            known = floor.snapshot();
            snapshot = known;
        }
        return known;
    }

    /**
     * Asks all sources and merges what they say. Waits for the network, each source within the bounds of the
     * fetcher. Never fails because of a source.
     */
    public RefreshReport refresh() {
        DiscoveredCatalog before = current();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Refresh run = new Refresh(cache, fetcher, settings, snapshot(), now);
        Optional<byte[]> compiled = run.run(configured(), singles,
                () -> earlier(before), floor.stamp(), addresses());
        List<String> notices = new ArrayList<>(run.notices());
        if (settings.offline()) {
            notices.add(Texts.of("Offline: no address was asked, only files were read. To ask again, unset DWX_OFFLINE"));
        }
        notices.addAll(cache.takeNotices());
        CompiledCatalog merged = compiled.map(bytes -> CompiledCatalog.read(bytes, Texts.of("the merged catalog"))).orElse(null);
        DiscoveredCatalog after;
        synchronized (this) {
            after = merged == null ? current : current.over(merged);
            current = after;
            for (SourceState state : run.states()) {
                states.put(state.name() + " " + state.location(), state);
            }
        }
        lookUp.forgetFailures();
        failedAt = run.reachedAny() ? null : now;
        return RefreshReport.between(merged == null ? after : before, after, run.refused(), notices, run.states());
    }

    /**
     * Refreshes in a thread of its own if the catalog is older than a day; not offline, not while another refresh
     * runs, and not within minutes of one that reached nothing.
     *
     * @param whenDone gets the report, in that thread
     * @return whether a refresh was begun
     */
    public boolean refreshInBackgroundIfStale(Consumer<RefreshReport> whenDone) {
        Instant failed = failedAt;
        boolean failedJustNow = failed != null && Duration.between(failed, clock.instant()).compareTo(RETRY) < 0;
        if (settings.offline() || failedJustNow || age().compareTo(FRESH) < 0
                || !refreshing.compareAndSet(false, true)) {
            return false;
        }
        Thread thread = new Thread(() -> {
            try {
                whenDone.accept(refresh());
            } finally {
                refreshing.set(false);
            }
        }, "dwx-discovery");
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    /** Time since a source last confirmed the catalog; that of the snapshot is not known and counts as very long. */
    public Duration age() {
        return current().base() instanceof CompiledCatalog compiled
                ? Duration.between(compiled.merged(), clock.instant())
                : ChronoUnit.FOREVER.getDuration();
    }

    /**
     * A line that says how old the catalog of the cache is, if it is no longer fresh; given once. The snapshot alone
     * gives none: it is what it is.
     */
    public Optional<String> staleNotice() {
        if (!(current().base() instanceof CompiledCatalog) || age().compareTo(FRESH) < 0
                || !staleSaid.compareAndSet(false, true)) {
            return Optional.empty();
        }
        long days = age().toDays();
        return Optional.of(days == 1
                ? Texts.of("The API catalog is 1 day old; everything works, but newer operations may be missing. To renew it: dwx refresh")
                : Texts.of("The API catalog is {0} days old; everything works, but newer operations may be missing. To renew it: dwx refresh", days));
    }

    /**
     * Looks up one operation that the catalog does not have: in the metadata of single operations, then among the
     * MCP tools. Waits for the network; a failure is remembered for some minutes, so that a mistyped name costs this
     * once. What is found is in the catalog from then on.
     *
     * @param version API version, or {@code null} for either, the newest first
     * @param name exact name
     */
    public Optional<ApiOperation> lookUp(String version, String name) {
        List<String> versions = version == null ? ApiCatalog.KNOWN_VERSIONS : List.of(version);
        for (String candidate : versions) {
            Optional<ApiOperation> known = current().find(candidate, name).filter(ApiOperation::described);
            if (known.isPresent()) {
                return known;
            }
        }
        Optional<ApiOperation> found = lookUp.find(versions, name);
        if (found.isEmpty()) {
            return found;
        }
        DiscoveredCatalog more;
        synchronized (this) {
            more = current().with(found.get());
            current = more;
        }
        return more.find(found.get().version(), found.get().name());
    }

    /** Each source with its address and age, as far as known without asking it. */
    public List<SourceState> sources() {
        List<SourceState> all = new ArrayList<>();
        for (CatalogSource source : configured()) {
            SourceState state;
            synchronized (this) {
                state = states.get(source.name() + " " + source.location());
            }
            if (state == null) {
                StoredDocument stored = source.kept() ? cache.document(source).orElse(null) : null;
                state = new SourceState(source.name(), source.location(), source.language(),
                        stored == null ? null : stored.fetched(), stored == null ? 0 : stored.count(), null);
            }
            all.add(state);
        }
        return all;
    }

    /** Messages about the cache since the last call, one line each: a damaged file, no right to write. */
    public List<String> takeNotices() {
        return cache.takeNotices();
    }

    private List<CatalogSource> configured() {
        List<CatalogSource> sources = new ArrayList<>();
        for (String version : ApiCatalog.KNOWN_VERSIONS) {
            if (settings.metadata() != null) {
                sources.add(new ApiDocsSource(version, settings.metadata(version), settings.language()));
            }
        }
        for (String version : ApiCatalog.KNOWN_VERSIONS) {
            if (settings.help() != null) {
                sources.add(new HelpOverviewSource(version, settings.help(version)));
            }
        }
        if (settings.mcpTools() != null) {
            sources.add(new McpCatalogSource(settings.mcpTools()));
        }
        if (settings.mcpServer() != null) {
            sources.add(new McpToolsListSource(settings.mcpServer()));
        }
        sources.addAll(TypedSdkSource.onClassPath(libraries));
        return sources;
    }

    private String addresses() {
        StringBuilder text = new StringBuilder();
        for (String place : new String[] {
            settings.metadata(), settings.help(), settings.mcpTools(), settings.mcpServer(), settings.language()}) {
            text.append(place == null ? "" : place).append('\n');
        }
        return text.toString();
    }

    /** Always the newest state, for those that hold the catalog through a whole session. */
    private final class CurrentCatalog implements ApiCatalog {
        @Override
        public List<String> versions() {
            return current().versions();
        }

        @Override
        public List<ApiSummary> list() {
            return current().list();
        }

        @Override
        public Optional<ApiOperation> find(String version, String name) {
            return current().find(version, name);
        }

        @Override
        public boolean contains(String version, String name) {
            return current().contains(version, name);
        }

        @Override
        public List<RegionEndpoint> endpoints(String version) {
            return current().endpoints(version);
        }
    }
}
