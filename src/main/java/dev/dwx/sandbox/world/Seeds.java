package dev.dwx.sandbox.world;

import java.util.Map;

/** The workspace as it was before the first call: which part of it makes which kinds. */
final class Seeds implements Store.Founder {
    private final Map<String, String> groups = Map.of("Project", "workspace");
    private final Workspace workspace;

    Seeds(WorldOptions options, Ids ids, Json json, long born) {
        this.workspace = new Workspace(options, ids, born);
    }

    @Override
    public String group(String kind) {
        return groups.get(kind);
    }

    @Override
    public void found(String group, Store store) {
        workspace.found(store);
    }
}
