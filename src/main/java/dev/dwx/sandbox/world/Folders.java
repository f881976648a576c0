package dev.dwx.sandbox.world;

import java.util.Map;

/** Folders of the old DataStudio: told apart by path, renamed by their last name. */
final class Folders implements Custom {
    @Override
    public void creating(Scene scene, Map<String, Object> fields) throws Refusal {
        String path = Values.text(fields.get("Path"));
        for (Thing other : scene.store.where("Folder", "Path", path)) {
            if (Values.same(other.get("ProjectId"), fields.get("ProjectId"))) {
                throw Faults.taken("Folder", path);
            }
        }
        fields.put("Id", scene.realm.ids.hex("Folder", scene.realm.ids.count("Folder")));
    }

    @Override
    public void updating(Scene scene, Thing folder, Map<String, Object> changes) {
        Object name = changes.remove("Name");
        if (name != null) {
            String path = folder.text("Path");
            changes.put("Path", path.substring(0, path.lastIndexOf('/') + 1) + name);
        }
    }
}
