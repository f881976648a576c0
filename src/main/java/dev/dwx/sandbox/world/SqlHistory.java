package dev.dwx.sandbox.world;

import dev.dwx.sandbox.sql.SqlOutcome;
import java.util.List;

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
        return outcome;
    }
}
