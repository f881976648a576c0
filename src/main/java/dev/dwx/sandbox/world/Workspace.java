package dev.dwx.sandbox.world;

/** The seeded account. */
final class Workspace {
    Workspace(WorldOptions options, Ids ids, long born) {
    }

    void found(Store store) {
        store.add("Project", 10002L, Values.of("Id", 10002L, "Name", "risk_dw", "DisplayName", "Risk",
                "DevEnvironmentEnabled", false, "Status", "Available"));
        store.add("Project", 10001L, Values.of("Id", 10001L, "Name", "orders_dw", "DisplayName", "Orders",
                "DevEnvironmentEnabled", true, "Status", "Available"));
    }
}
