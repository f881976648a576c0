package dev.dwx.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where dwx keeps its files, by the XDG rules.
 *
 * @param cache what can be made again: downloaded catalogs
 * @param state what a person would miss: history, the audit log, what undo needs, the count of calls
 * @param config what a person sets
 */
record Places(Path cache, Path state, Path config, Path home) {

    static Places of(Map<String, String> environment, String userHome) {
        Path home = Path.of(environment.getOrDefault("HOME", userHome));
        return new Places(
                under(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")),
                under(environment.get("XDG_STATE_HOME"), home.resolve(".local").resolve("state")),
                under(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")),
                home);
    }

    /** Only an absolute path counts, as the XDG specification has it. */
    private static Path under(String value, Path otherwise) {
        Path base = value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
        return base.resolve("dwx");
    }

    Path history() {
        return state.resolve("history");
    }

    Path audit() {
        return state.resolve("audit.jsonl");
    }

    /** The count of calls. */
    Path calls() {
        return state.resolve("calls.json");
    }

    /** What writes were about to change. */
    Path undo() {
        return state.resolve("undo");
    }

    /** What is under way: deployments and backfills that can be gone on with. */
    Path underWay() {
        return state.resolve("under-way");
    }

    /** How far somebody has come in the tour. */
    Path tour() {
        return state.resolve("tour");
    }

    /** The one file of settings. */
    Path settings() {
        return config.resolve("config.properties");
    }

    /** The day of the last tip. */
    Path tips() {
        return state.resolve("tip");
    }

    Path catalogCache() {
        return cache.resolve("catalog");
    }
}
