package dev.dwx.repl.line;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.repl.command.Commands;
import dev.dwx.repl.line.source.KnownWords;
import dev.dwx.repl.line.source.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The words of a session, for a key press: nothing is loaded then. Until they are there, which begins once the first prompt is
 * drawn, nothing is known.
 */
public final class SessionWords implements KnownWords {
    private static final int MOST_KEPT = 300;

    private final Supplier<ApiCatalog> catalog;
    private final Supplier<String> version;
    private final Commands commands;
    private final Predicate<String> own;
    private volatile Loaded loaded;

    private record Loaded(ApiCatalog catalog, Set<String> names, Map<String, Optional<ApiOperation>> read) {
        static Loaded of(ApiCatalog catalog) {
            Set<String> names = new HashSet<>();
            for (ApiSummary summary : catalog.list()) {
                names.add(summary.name());
            }
            return new Loaded(catalog, names, new HashMap<>());
        }
    }

    /**
     * @param version the API version that a bare name means first; asked at each key
     * @param own whether the session has a variable, method or class of a name
     */
    public SessionWords(Supplier<ApiCatalog> catalog, Supplier<String> version, Commands commands, Predicate<String> own) {
        this.catalog = catalog;
        this.version = version;
        this.commands = commands;
        this.own = own;
    }

    /** Begins to load, on a thread of its own. */
    public void warm() {
        Thread thread = new Thread(() -> {
            loaded = Loaded.of(catalog.get());
            Source.of("ListProjects(PageSize: 1)", 0, this).call(13);
        }, "dwx words");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes up a catalog that was refreshed meanwhile; of use between two inputs. */
    public void renew() {
        Loaded before = loaded;
        ApiCatalog now = before == null ? null : catalog.get();
        if (before != null && before.catalog() != now) {
            loaded = Loaded.of(now);
        }
    }

    @Override
    public boolean complete() {
        Loaded words = loaded;
        return words != null && !words.names().isEmpty();
    }

    @Override
    public Optional<ApiOperation> operation(String name, String pin) {
        Loaded words = loaded;
        if (words == null || !words.names().contains(name)) {
            return Optional.empty();
        }
        String preferred = version.get();
        synchronized (words.read()) {
            if (words.read().size() > MOST_KEPT) {
                words.read().clear();
            }
            return words.read().computeIfAbsent((pin == null ? preferred : pin) + name, key -> words.catalog().meant(name, pin, preferred));
        }
    }

    @Override
    public boolean isOwn(String name) {
        return own.test(name);
    }

    @Override
    public boolean isCommand(String word) {
        return commands.find(word).isPresent();
    }
}
