package dev.dwx.sandbox.world;

import dev.dwx.sandbox.sql.SqlOutcome;
import dev.dwx.sandbox.sql.SqlTable;
import dev.dwx.sandbox.sql.TableSource;
import dev.dwx.sandbox.sql.Warehouse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where the SQL of tasks runs: the MaxCompute projects of the account, and one Hologres database for each workspace. */
final class Warehouses implements AutoCloseable {
    private static final TableSource HOLOGRES = new TableSource() {
        @Override
        public Collection<SqlTable> tables(String schema) {
            return List.of();
        }

        @Override
        public boolean exists(String schema) {
            return schema.equals("public");
        }
    };

    private final Realm realm;
    private final Map<String, Warehouse> opened = new HashMap<>();

    Warehouses(Realm realm) {
        this.realm = realm;
    }

    /** Whether nothing has run yet. */
    boolean isNew() {
        return opened.isEmpty();
    }

    /** Whether tasks of a type run SQL that is played. */
    static boolean plays(Object type) {
        String name = String.valueOf(type).toUpperCase(Locale.ROOT);
        return name.equals("ODPS_SQL") || name.startsWith("HOLOGRES_");
    }

    /**
     * Runs a script as a task of a project.
     *
     * @param at when, in milliseconds of the sandbox's clock
     */
    SqlOutcome run(Object type, Thing project, boolean development, String script, long at) {
        LocalDateTime now = LocalDateTime.ofInstant(Instant.ofEpochMilli(at), realm.zone);
        String name = project.text("Name").toLowerCase(Locale.ROOT);
        if (!String.valueOf(type).toUpperCase(Locale.ROOT).equals("ODPS_SQL")) {
            return opened.computeIfAbsent(name, each -> Warehouse.hologres(HOLOGRES)).run("public", script, now);
        }
        Warehouse warehouse = opened.computeIfAbsent("", each -> Warehouse.maxCompute(new WarehouseTables(realm)));
        return warehouse.run(development && Values.truth(project.get("DevEnvironmentEnabled")) ? name + "_dev" : name, script, now);
    }

    @Override
    public void close() {
        opened.values().forEach(Warehouse::close);
        opened.clear();
    }
}
