package dev.dwx.sandbox.world;

import java.util.List;
import java.util.Map;

/** The same steps as the old DataStudio keeps them: business flows, folders, files, deployment packages. */
final class OldFilesSeed {
    private static final long DAY = 86_400_000L;

    private final Workspace workspace;

    OldFilesSeed(Workspace workspace) {
        this.workspace = workspace;
    }

    void found(Store store) {
        long born = workspace.born;
        long business = 3_000_002;
        for (String name : List.of("hourly_clicks", "daily_orders")) {
            store.add("Business", business, Values.of("Id", business, "Name", name, "ProjectId", Workspace.ORDERS,
                    "Owner", workspace.account, "Description", name, "UseType", "NORMAL"));
            business--;
            for (String path : List.of("Business_flow/" + name + "/MaxCompute/DataDev",
                    "Business_flow/" + name + "/MaxCompute", "Business_flow/" + name)) {
                String id = workspace.ids.hex("folder " + path, 0);
                store.add("Folder", id, Values.of("Id", id, "Path", path, "ProjectId", Workspace.ORDERS));
            }
        }
        List<Job> jobs = Job.plan();
        for (int i = jobs.size() - 1; i >= 0; i--) {
            file(store, jobs.get(i), born);
        }
        for (int i = 0; i < 24; i++) {
            long id = 4_000_001L + i;
            long at = born - (24 - i) * DAY;
            store.add("DeploymentPackage", id, Values.of("Id", id, "ProjectId", Workspace.ORDERS,
                    "Name", "deploy_" + jobs.get(i).name() + "_" + id, "Status", i % 11 == 7 ? 2L : 1L,
                    "ErrorMessage", i % 11 == 7 ? "no permission on the production project" : null,
                    "FromEnvironment", 1L, "ToEnvironment", 2L, "CreateUser", workspace.user(i % 3),
                    "Executor", workspace.user(i % 3), "CreateTime", at, "ExecuteTime", at + 60_000,
                    "ModifyTime", at + 60_000, "FileId", 505_000_001L + i, "FileVersion", 3L));
        }
    }

    private void file(Store store, Job job, long born) {
        long id = 505_000_001L + job.number();
        String path = "Business_flow/" + job.workflow() + "/MaxCompute/DataDev";
        Map<String, Object> fields = Values.of("Id", id, "ProjectId", Workspace.ORDERS, "Name", job.name(),
                "Type", StudioSeed.type(job.command()), "Content", job.script("orders_dw"), "FolderPath", path,
                "FolderId", workspace.ids.hex("folder " + path, 0), "AbsoluteFolderPath", path,
                "Description", job.name(), "Owner", workspace.user(job.number() % 3),
                "BusinessId", job.hourly() ? 3_000_002L : 3_000_001L, "BizId", job.hourly() ? 3_000_002L : 3_000_001L,
                "NodeId", SchedulerSeed.taskId(job), "UseType", "NORMAL", "CommitStatus", 1L, "CurrentVersion", 3L,
                "DeletedStatus", "NORMAL", "AutoParsing", true, "IsMaxCompute", job.command().equals("ODPS_SQL"),
                "ParentId", -1L, "ConnectionName", "orders_odps", "CronExpress", job.cron(), "CycleType",
                job.hourly() ? "NOT_DAY" : "DAY", "SchedulerType", "NORMAL", "RerunMode", "ALL_ALLOWED",
                "ParaValue", "bizdate=$bizdate", "AutoRerunTimes", 3L, "AutoRerunIntervalMillis", 180_000L,
                "DependentType", "NONE", "Stop", false, "StartEffectDate", 0L, "EndEffectDate", 253_370_736_000_000L,
                "InputList", job.upstream().isEmpty() ? "orders_dw_root"
                        : "orders_dw." + String.join(",orders_dw.", job.upstream()),
                "OutputList", "orders_dw." + job.name(), "CreateUser", workspace.user(job.number() % 3),
                "ModifyUser", workspace.user(job.number() % 3), "CreateTime", born - 200 * DAY + job.number(),
                "ModifyTime", born - 20 * DAY + job.number());
        store.add("File", id, fields);
        for (long version = 1; version <= 3; version++) {
            store.add("FileVersion", Workspace.ORDERS + "/" + id + "/" + version, Values.of(
                    "ProjectId", Workspace.ORDERS, "FileId", id, "FileVersion", version, "FileName", job.name(),
                    "FileContent", job.script("orders_dw"), "Comment", "version " + version, "CommitTime",
                    born - (60 - version * 10) * DAY, "CommitUser", workspace.user(job.number() % 3),
                    "ChangeType", version == 1 ? "NEW" : "UPDATE", "IsCurrentProd", version == 3,
                    "NodeId", SchedulerSeed.taskId(job), "Status", "RELEASE", "UseType", "NORMAL"));
        }
    }
}
