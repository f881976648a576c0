package dev.dwx.sandbox.world;

import dev.dwx.sandbox.sql.SqlColumn;
import dev.dwx.sandbox.sql.SqlOutcome;
import dev.dwx.sandbox.sql.SqlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What scripts have done to the warehouses. The tables themselves live in memory; a world that is opened again runs the scripts
 * once more that changed something, in their order, before its first new one.
 */
final class SqlHistory {
    private static final String KIND = "SqlChange";

    private SqlHistory() {
    }

    static SqlOutcome run(Scene scene, Object type, Thing project, boolean development, String script, long at) {
        Warehouses warehouses = scene.realm.warehouses;
        if (warehouses.isNew()) {
            List<Thing> changes = scene.store.all(KIND);
            for (int i = changes.size() - 1; i >= 0; i--) {
                Thing change = changes.get(i);
                Thing owner = scene.realm.project(change.get("ProjectId"));
                if (owner != null) {
                    warehouses.run(change.get("Type"), owner, Values.truth(change.get("Development")), change.text("Script"),
                            change.number("At"));
                }
            }
        }
        SqlOutcome outcome = warehouses.run(type, project, development, script, at);
        if (outcome.changes()) {
            scene.store.add(KIND, Long.toString(scene.realm.ids.count(KIND)), Values.of("Type", String.valueOf(type),
                    "ProjectId", project.get("Id"), "Development", development, "Script", script, "At", at));
        }
        if (!development && String.valueOf(type).equalsIgnoreCase("ODPS_SQL")) {
            collect(scene, project, outcome);
        }
        return outcome;
    }

    /** The data map gets to know the tables that scripts make, and forgets them when they are dropped. */
    private static void collect(Scene scene, Thing project, SqlOutcome outcome) {
        for (SqlTable table : outcome.dropped()) {
            Thing known = scene.store.find("Table", id(table));
            if (known != null && Values.truth(known.get("Written"))) {
                for (Thing column : scene.store.where("Column", "TableId", known.key())) {
                    scene.store.remove(column);
                }
                scene.store.remove(known);
            }
        }
        for (SqlTable table : outcome.made()) {
            if (scene.store.find("Table", id(table)) == null || Values.truth(scene.store.find("Table", id(table)).get("Written"))) {
                describe(scene, project, table);
            }
        }
    }

    private static String id(SqlTable table) {
        return "maxcompute-table:::" + table.project() + "::" + table.name();
    }

    private static void describe(Scene scene, Thing project, SqlTable table) {
        List<Object> keys = new ArrayList<>();
        table.keys().forEach(key -> keys.add(key.name()));
        scene.store.add("Table", id(table), Values.of("Id", id(table), "Name", table.name(), "Guid", "odps." + table.path(),
                "Comment", table.comment(), "ParentMetaEntityId", "maxcompute-project:::" + table.project(), "TableType", "TABLE",
                "PartitionKeys", keys, "ProjectId", project.get("Id"), "CreateTime", scene.now(), "ModifyTime", scene.now(),
                "Owner", scene.account(), "DataSize", 0L, "Written", true));
        long position = 1;
        for (SqlColumn column : table.all()) {
            String key = id(table).replace("maxcompute-table", "maxcompute-column") + ":" + column.name();
            scene.store.add("Column", key, Values.of("Id", key, "TableId", id(table), "Name", column.name(), "Type", column.type(),
                    "Comment", column.comment(), "Position", position++, "PartitionKey", keys.contains(column.name()),
                    "PrimaryKey", false, "ForeignKey", false, "BusinessMetadata", Values.of("Description", column.comment(),
                            "CustomAttributes", Map.of())));
        }
    }
}
