package dev.dwx.sandbox.world;

import dev.dwx.sandbox.sql.SqlColumn;
import dev.dwx.sandbox.sql.SqlTable;
import dev.dwx.sandbox.sql.TableSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables that the warehouses begin with: those of the data map with its columns and partitions, and the sources that the
 * seeded scripts read. The development project of a workspace has the same.
 */
final class WarehouseTables implements TableSource {
    private static final String DEVELOPMENT = "_dev";

    private final Realm realm;

    WarehouseTables(Realm realm) {
        this.realm = realm;
    }

    private static String bare(String project) {
        return project.endsWith(DEVELOPMENT) ? project.substring(0, project.length() - DEVELOPMENT.length()) : project;
    }

    @Override
    public boolean exists(String project) {
        return realm.projectNamed(project) != null || project.endsWith(DEVELOPMENT) && realm.projectNamed(bare(project)) != null;
    }

    @Override
    public Collection<SqlTable> tables(String project) {
        Map<String, List<Thing>> columns = grouped("Column");
        Map<String, List<Thing>> partitions = grouped("Partition");
        Set<String> planned = new HashSet<>();
        for (Job job : Job.plan()) {
            planned.add(job.name());
        }
        String guid = "odps." + bare(project) + ".";
        Map<String, SqlTable> tables = new LinkedHashMap<>();
        for (Thing table : realm.store.all("Table")) {
            if (table.text("Guid") != null && table.text("Guid").startsWith(guid) && !Values.truth(table.get("Written"))) {
                SqlTable made = table(project, table, columns.getOrDefault(table.key(), List.of()),
                        partitions.getOrDefault(table.key(), List.of()), planned.contains(table.text("Name")));
                tables.put(made.name(), made);
            }
        }
        for (Job job : Job.plan()) {
            SqlTable like = job.source() == null ? null : tables.get(job.name());
            if (like != null) {
                tables.put(job.source(), new SqlTable(project, job.source(), "what " + job.name() + " is read from",
                        like.columns(), like.keys(), like.partitions(), true, false));
            }
        }
        return tables.values();
    }

    private Map<String, List<Thing>> grouped(String kind) {
        Map<String, List<Thing>> grouped = new HashMap<>();
        for (Thing thing : realm.store.all(kind)) {
            grouped.computeIfAbsent(thing.text("TableId"), id -> new ArrayList<>()).add(thing);
        }
        return grouped;
    }

    private static SqlTable table(String project, Thing table, List<Thing> described, List<Thing> partitions, boolean daily) {
        List<SqlColumn> columns = new ArrayList<>();
        List<SqlColumn> keys = new ArrayList<>();
        List<Thing> ordered = new ArrayList<>(described);
        ordered.sort((left, right) -> Long.compare(left.number("Position"), right.number("Position")));
        for (Thing column : ordered) {
            String type = column.text("Type") == null ? "string" : column.text("Type").toLowerCase(java.util.Locale.ROOT);
            (Values.truth(column.get("PartitionKey")) ? keys : columns).add(new SqlColumn(
                    column.text("Name").toLowerCase(java.util.Locale.ROOT), type,
                    column.text("Comment") == null ? "" : column.text("Comment")));
        }
        List<String> names = new ArrayList<>();
        for (Thing partition : partitions) {
            names.add(partition.text("Name"));
        }
        names.sort(null);
        return new SqlTable(project, table.text("Name").toLowerCase(java.util.Locale.ROOT),
                table.text("Comment") == null ? "" : table.text("Comment"), columns, keys, names, daily, false);
    }
}
