package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The seeded account: two workspaces, their people, resource groups, data sources and compute resources. */
final class Workspace {
    static final long ORDERS = 10_001;
    static final long RISK = 10_002;
    private static final long DAY = 86_400_000L;

    final Ids ids;
    final String account;
    final String region;
    final long born;

    Workspace(WorldOptions options, Ids ids, long born) {
        this.ids = ids;
        this.account = options.accountId();
        this.region = options.region();
        this.born = born;
    }

    /** The serverless group that both workspaces run on; services want this long form. */
    String group() {
        return "Serverless_res_group_" + account.substring(0, Math.min(15, account.length())) + "_"
                + Math.floorMod(ids.mix("ResourceGroup", 0), 1_000_000_000_000_000L);
    }

    /** Users of the account; the first one owns it. */
    String user(int number) {
        return number == 0 ? account : Long.toString(200_000_000_000_000_000L
                + Math.floorMod(ids.mix("User", number), 99_999_999_999_999L));
    }

    void found(Store store) {
        project(store, RISK, "risk_dw", "Risk", false, 200);
        project(store, ORDERS, "orders_dw", "Orders", true, 400);
        for (long project : new long[] {RISK, ORDERS}) {
            roles(store, project);
            members(store, project);
        }
        groups(store);
        sources(store);
        compute(store);
    }

    private void project(Store store, long id, String name, String shown, boolean dev, int daysAgo) {
        store.add("Project", id, Values.of("Id", id, "Name", name, "DisplayName", shown,
                "Description", shown + " data warehouse", "Owner", account, "Status", "Available",
                "DevEnvironmentEnabled", dev, "DevRoleDisabled", false, "PaiTaskEnabled", false,
                "AliyunResourceGroupId", "rg-acfmzawhxxcyq2q", "AliyunResourceTags",
                List.of(Values.of("Key", "department", "Value", name.substring(0, name.indexOf('_')))),
                "LegacyStatus", 0L, "ProjectMode", dev ? 2L : 3L, "IsDefault", 0L, "IsAllowDownload", 1L,
                "SchedulerMaxRetryTimes", 3L, "SchedulerRetryInterval", 120_000L, "ProtectedMode", 0L,
                "TablePrivacyMode", 1L, "EnvTypes", dev ? List.of("DEV", "PROD") : List.of("PROD"),
                "TenantId", 300_000_123L, "ResidentArea", "private", "UseProxyOdpsAccount", false,
                "CreateTime", born - daysAgo * DAY, "ModifyTime", born - daysAgo * DAY / 2,
                "CreateUser", account, "ModifyUser", account, "ExtensionBlocks", id == RISK,
                "Studio", id == RISK ? "Old" : "Both"));
    }

    private static final String[][] ROLES = {
        {"role_project_owner", "Workspace Owner"}, {"role_project_admin", "Workspace Administrator"},
        {"role_project_dev", "Development"}, {"role_project_pe", "O&M"}, {"role_project_deploy", "Deploy"},
        {"role_project_guest", "Visitor"}, {"role_project_security", "Security Administrator"}};

    private void roles(Store store, long project) {
        for (int i = ROLES.length - 1; i >= 0; i--) {
            store.add("ProjectRole", project + "/" + ROLES[i][0], Values.of("ProjectId", project, "Code", ROLES[i][0],
                    "Name", ROLES[i][1], "Type", "System", "Number", (long) i, "ModulePermissions",
                    List.of(Values.of("ModuleId", 1L, "ModuleName", "DataStudio",
                            "PermissionType", i < 3 ? "ReadWrite" : "Read"))));
        }
    }

    private void members(Store store, long project) {
        String[] names = {"owner", "lin.chen", "mei.zhou", "ops.bot", "guest.wang"};
        int count = project == ORDERS ? 5 : 2;
        for (int i = count - 1; i >= 0; i--) {
            int role = i == 0 ? 0 : i + 1;
            store.add("ProjectMember", project + "/" + user(i), Values.of("ProjectId", project, "UserId", user(i),
                    "UserName", names[i], "Status", "Normal", "MemberType", i == 0 ? "USER_ALIYUN" : "USER_UBACCOUNT",
                    "RoleCodes", List.of(ROLES[role][0]), "CreateTime", born - 100 * DAY));
        }
    }

    private void groups(Store store) {
        String[] ids = {group(), "Serverless_res_group_" + account.substring(0, Math.min(15, account.length()))
                + "_risk", "S_res_group_" + account + "_1640000000000"};
        String[] names = {"orders_serverless", "risk_serverless", "orders_scheduler_exclusive"};
        for (int i = ids.length - 1; i >= 0; i--) {
            List<Object> projects = new ArrayList<>(i == 1 ? List.of(RISK) : List.of(ORDERS));
            if (i == 0) {
                projects.add(RISK);
            }
            store.add("ResourceGroup", ids[i], Values.of("Id", ids[i], "Name", names[i], "Status", "Normal",
                    "PaymentType", i == 2 ? "PrePaid" : "PostPaid",
                    "ResourceGroupType", i == 2 ? "ExclusiveScheduler" : "CommonV2",
                    "Spec", Values.of("Amount", i == 2 ? 4L : 20L, "Standard", i == 2 ? "4c8g" : "CU"),
                    "DefaultVpcId", "vpc-uf6o8d1n2abcd" + i, "DefaultVswitchId", "vsw-uf6l8d1n2abcd" + i,
                    "OrderInstanceId", "dataworks-order-" + i, "Remark", "", "ProjectIds", projects,
                    "Number", 9_000_001L + i, "LegacyType", i == 2 ? "1" : "7", "Mode", "ISOLATE", "Cluster", "AY57A",
                    "EnableKp", false, "IsDefault", i == 0, "Sequence", 10_000L + i, "LegacyStatus", 0L,
                    "TenantId", 300_000_123L, "AliyunResourceGroupId", "rg-acfmzawhxxcyq2q",
                    "CreateTime", born - 380 * DAY + i * DAY, "ModifyTime", born - 30 * DAY, "CreateUser", account));
        }
    }

    private void sources(Store store) {
        long id = 20_001;
        for (String[] row : new String[][] {
            {"orders_odps", "odps", "10001"}, {"orders_mysql", "mysql", "10001"}, {"orders_holo", "hologres", "10001"},
            {"orders_kafka", "kafka", "10001"}, {"orders_oss", "oss", "10001"}, {"risk_odps", "odps", "10002"}}) {
            long project = Long.parseLong(row[2]);
            for (String env : project == ORDERS ? List.of("Dev", "Prod") : List.of("Prod")) {
                String database = row[0].startsWith("risk") ? "risk_dw" : "orders_dw";
                Map<String, Object> connection = Values.of("envType", env, "regionId", region,
                        row[1].equals("odps") ? "project" : "database",
                        env.equals("Dev") ? database + "_dev" : database);
                store.add("DataSource", id, Values.of("Id", id, "ProjectId", project, "Name", row[0], "Type", row[1],
                        "EnvType", env, "Description", row[0] + " (" + env + ")",
                        "ConnectionPropertiesMode", "UrlMode", "ConnectionProperties", connection,
                        "QualifiedName", row[1] + "." + row[0], "CreateUser", account, "ModifyUser", account,
                        "CreateTime", born - 300 * DAY + id, "ModifyTime", born - 40 * DAY, "SubType", "",
                        "Enablement", 1L, "ConnectStatus", 1L, "Shared", false, "DefaultEngine", row[1].equals("odps"),
                        "Sequence", id, "TenantId", 300_000_123L, "BindingCalcEngineId",
                        row[1].equals("odps") ? 5_001L : null));
                id++;
            }
        }
    }

    private void compute(Store store) {
        long id = 30_001;
        for (String[] row : new String[][] {{"orders_odps", "odps", "10001"}, {"orders_holo", "hologres", "10001"},
            {"risk_odps", "odps", "10002"}}) {
            for (String env : row[2].equals("10001") ? List.of("Dev", "Prod") : List.of("Prod")) {
                store.add("ComputeResource", id, Values.of("Id", id, "ProjectId", Long.parseLong(row[2]),
                        "Name", row[0], "Type", row[1], "EnvType", env, "Description", row[0],
                        "ConnectionPropertiesMode", "UrlMode", "ConnectionProperties",
                        Values.of("envType", env, "project", row[0]), "QualifiedName", row[1] + "." + row[0],
                        "WhetherDefault", row[1].equals("odps"), "CreateUser", account, "ModifyUser", account,
                        "CreateTime", born - 300 * DAY, "ModifyTime", born - 40 * DAY));
                store.add("CalcEngine", id, Values.of("EngineId", id, "BindingProjectId", Long.parseLong(row[2]),
                        "BindingProjectName", row[0].startsWith("risk") ? "risk_dw" : "orders_dw",
                        "ProjectId", Long.parseLong(row[2]),
                        "Type", row[1].toUpperCase(java.util.Locale.ROOT), "Name", row[0], "DwRegion", region,
                        "Region", region, "ProjectEnv", env.toUpperCase(java.util.Locale.ROOT), "IsDefault", true,
                        "TaskAuthType", "PROJECT", "TenantId", 300_000_123L, "CreateTime", born - 300 * DAY,
                        "EngineInfo", Values.of("projectName", row[0])));
                id++;
            }
        }
    }
}
