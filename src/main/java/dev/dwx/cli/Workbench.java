package dev.dwx.cli;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.discovery.CatalogCache;
import dev.dwx.catalog.discovery.Discovery;
import dev.dwx.catalog.discovery.DiscoverySettings;
import dev.dwx.catalog.discovery.Fetcher;
import dev.dwx.catalog.discovery.ProxyRules;
import dev.dwx.render.OutputForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Builds the parts of one run from its options and the environment, each when it is first asked for: the only place
 * that wires.
 */
final class Workbench implements AutoCloseable {
    static final String SANDBOX_REGION = "cn-shanghai";

    private final Map<String, String> environment;
    private final Invocation.Options options;
    private final Places places;
    private final Clock clock;
    private final Consumer<String> notes;
    private final Instant begun;
    private final UserSettings settings;
    private Discovery discovery;
    private SandboxCommand.Running sandbox;
    private Connection connection;
    private Tape tape;

    /** With nothing set; see the other. */
    Workbench(Map<String, String> environment, Invocation.Options options, Places places, Clock clock, Consumer<String> notes) {
        this(environment, options, places, clock, notes, UserSettings.none(options, environment));
    }

    /**
     * @param options with what settings say
     * @param notes hears what is worth a remark while calls are made
     */
    Workbench(Map<String, String> environment, Invocation.Options options, Places places, Clock clock,
            Consumer<String> notes, UserSettings settings) {
        this.settings = settings;
        this.environment = environment;
        this.options = options;
        this.places = places;
        this.clock = clock;
        this.notes = notes;
        begun = clock.instant();
    }

    Clock clock() {
        return clock;
    }

    Places places() {
        return places;
    }

    UserSettings settings() {
        return settings;
    }

    Invocation.Options options() {
        return options;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** What is known of the operations. Nothing is read from the network here. */
    synchronized Discovery discovery() {
        if (discovery == null) {
            DiscoverySettings settings = DiscoverySettings.fromEnvironment(environment);
            // Inside a sandbox nothing is asked of the world outside; its own catalog is the one it serves.
            boolean offline = options.offline() || options.sandbox() || settings.offline();
            discovery = new Discovery(
                    new CatalogCache(settings.cacheDirectory() == null ? places.catalogCache() : settings.cacheDirectory()),
                    new Fetcher(ProxyRules.fromEnvironment(environment), offline),
                    settings.withOffline(offline),
                    clock);
        }
        return discovery;
    }

    ApiCatalog catalog() {
        return discovery().open();
    }

    /** What is worth a line about the catalog that was read: a damaged cache, one that has grown old. Told once. */
    synchronized List<String> notices() {
        if (discovery == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(discovery.takeNotices());
        Optional<String> stale = discovery.staleNotice();
        if (stale.isPresent()) {
            lines.add(stale.get());
        }
        return lines;
    }

    /** When this run began, as a text: process ids are used again. */
    String begun() {
        return ' ' + begun.toString();
    }

    /** Region of calls that name none, as far as it is known without looking into the credentials' files. */
    String region() {
        return options.sandbox() && options.region() == null ? SANDBOX_REGION : Connection.region(options, environment);
    }

    /** The file of certificates to trust, or {@code null}. */
    String certificates() {
        return options.ca() != null ? options.ca() : environment.get("DWX_CA_FILE");
    }

    /** How values are shown. */
    OutputForm form() {
        return options.form() == null ? OutputForm.TABLE : OutputForm.of(options.form());
    }

    /** The API version of bare names. */
    String version() {
        return options.apiVersion() == null ? ApiCatalog.V2024 : options.apiVersion();
    }

    /** Who calls, and where to. Starts the sandbox when the run asked for one. */
    synchronized Connection connection() {
        if (connection == null) {
            connection = options.sandbox()
                    ? Connection.toSandbox(sandbox().sandbox().endpoint(), options, environment,
                            sandbox().sandbox().clock(), notes)
                    : Connection.of(options, environment, places, clock, notes, settings);
        }
        return connection;
    }

    private SandboxCommand.Running sandbox() {
        if (sandbox == null) {
            try {
                sandbox = SandboxCommand.start(catalog(), options, clock);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sandbox;
    }

    /** The cassette of the run, an empty one unless it is to be replayed. */
    synchronized Tape tape() {
        if (tape == null) {
            tape = options.replay() == null ? Tape.empty() : Tape.of(Path.of(options.replay()));
        }
        return tape;
    }

    @Override
    public synchronized void close() {
        if (tape != null) {
            tape.close();
        }
        if (connection != null) {
            connection.close();
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
