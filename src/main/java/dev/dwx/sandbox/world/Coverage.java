package dev.dwx.sandbox.world;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.sandbox.world.Dispatch.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which operations the sandbox keeps state for, which it does by a behaviour of their own, and which it answers in
 * shape only. Read from the table that answers the calls, so it cannot say anything else than what happens.
 */
public final class Coverage {
    /** One class of operations in one version. */
    private record Line(String version, Reach reach, List<String> names) {
    }

    private final List<Line> lines;

    private Coverage(List<Line> lines) {
        this.lines = lines;
    }

    /** Looks every operation of the catalog up in the table that would answer it. */
    public static Coverage of(ApiCatalog catalog) {
        WorldOptions options = WorldOptions.of(catalog);
        Ids ids = new Ids(options.seed());
        Seeds seeds = new Seeds(options, ids, options.clock().millis());
        Store store = new Store(Rows.none(), seeds, new Lags());
        ids.attach(store);
        Realm realm = new Realm(options, store, ids);
        Dispatch dispatch = new Dispatch(realm.families, seeds, Parts.all(realm));
        Map<String, Line> lines = new LinkedHashMap<>();
        for (String version : catalog.versions()) {
            for (Reach reach : Reach.values()) {
                lines.put(version + reach, new Line(version, reach, new ArrayList<>()));
            }
        }
        for (ApiSummary summary : catalog.list()) {
            catalog.find(summary.version(), summary.name()).ifPresent(operation -> lines.get(summary.version()
                    + dispatch.entry(operation).reach()).names().add(summary.name()));
        }
        return new Coverage(List.copyOf(lines.values()));
    }

    /** The operations of a version in a class: {@code stateful}, {@code behaved} or {@code shaped}. */
    public List<String> names(String version, String reach) {
        for (Line line : lines) {
            if (line.version().equals(version) && word(line.reach()).equals(reach)) {
                return List.copyOf(line.names());
            }
        }
        return List.of();
    }

    /** Per version the counts, then the names by class; what {@code dwx sandbox --coverage} prints. */
    public String text() {
        StringBuilder out = new StringBuilder();
        String version = null;
        for (Line line : lines) {
            if (!line.version().equals(version)) {
                version = line.version();
                out.append(out.length() == 0 ? "" : "\n").append(version).append(':');
                int total = 0;
                for (Line each : lines) {
                    if (each.version().equals(version)) {
                        total += each.names().size();
                        out.append(' ').append(each.names().size()).append(' ').append(word(each.reach())).append(',');
                    }
                }
                out.append(' ').append(total).append(" in all\n");
            }
            out.append("  ").append(word(line.reach())).append('\n');
            StringBuilder row = new StringBuilder("   ");
            for (String name : line.names()) {
                if (row.length() + name.length() > 110) {
                    out.append(row).append('\n');
                    row = new StringBuilder("   ");
                }
                row.append(' ').append(name);
            }
            out.append(row).append('\n');
        }
        return out.toString();
    }

    private static String word(Reach reach) {
        return reach.name().toLowerCase(Locale.ROOT);
    }
}
