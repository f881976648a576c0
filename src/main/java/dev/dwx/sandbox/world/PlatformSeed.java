package dev.dwx.sandbox.world;

import java.util.List;

/** The seeded rest: quality rules, alert rules, baselines, integration jobs, images, extensions, parameters. */
final class PlatformSeed {
    private static final long DAY = 86_400_000L;

    private final Workspace workspace;

    PlatformSeed(Workspace workspace) {
        this.workspace = workspace;
    }

    void quality(Store store) {
        long born = workspace.born;
        String[][] templates = {{"SYSTEM:table:table_count:fixed:0", "Table not empty"},
            {"SYSTEM:table:table_count:fixed", "Table row count"}, {"SYSTEM:table:table_size:fixed", "Table size"},
            {"SYSTEM:field:null_value:fixed:0", "No null values"},
            {"SYSTEM:field:duplicated_count:fixed:0", "No duplicates"},
            {"SYSTEM:field:count_distinct:fixed", "Distinct values"}, {"SYSTEM:user_defined_sql", "Custom SQL"}};
        for (int i = templates.length - 1; i >= 0; i--) {
            store.add("DataQualityRuleTemplate", templates[i][0], Values.of("Code", templates[i][0],
                    "Name", templates[i][1], "DirectoryPath", "/system", "VisibleScope", "Tenant",
                    "CheckingConfig", Values.of("Type", "Fixed"),
                    "SamplingConfig", Values.of("Metric", i == 6 ? "UserDefinedSql" : "Count")));
        }
        String[] tables = {"dwd_orders", "dws_orders_1d", "ads_gmv", "ods_orders"};
        for (int i = tables.length - 1; i >= 0; i--) {
            long task = 60_001L + i;
            store.add("DataQualityEvaluationTask", task, Values.of("Id", task, "Name", "check_" + tables[i],
                    "ProjectId", Workspace.ORDERS, "DataSourceId", 20_002L, "Description", "daily check of " + tables[i],
                    "Target", target(tables[i]), "Trigger", Values.of("Type", "ByScheduledTaskInstance", "TaskIds",
                            List.of(700_000_000_010L)), "Hooks", List.of(), "RuntimeConf", "{}",
                    "CreateTime", born - 50 * DAY, "ModifyTime", born - 5 * DAY));
            for (int rule = 2; rule >= 0; rule--) {
                long id = 70_001L + i * 3L + rule;
                store.add("DataQualityRule", id, Values.of("Id", id, "Name", tables[i] + "_rule_" + (rule + 1),
                        "ProjectId", Workspace.ORDERS, "TemplateCode", templates[rule * 2][0], "Enabled", true,
                        "Severity", rule == 0 ? "High" : "Normal", "Description", templates[rule * 2][1],
                        "Target", target(tables[i]), "Tasks", List.of(task),
                        "SamplingConfig", Values.of("Metric", "Count"), "ErrorHandlers", List.of(),
                        "CheckingConfig", Values.of("Type", "Fixed", "Thresholds", Values.of("Expected",
                                Values.of("Operator", ">", "Value", "0")))));
            }
            for (int ago = 7; ago >= 1; ago--) {
                long run = 80_001L + i * 7L + ago;
                String status = i == 2 && ago == 1 ? "Critical" : "Passed";
                store.add("DataQualityEvaluationTaskInstance", run, Values.of("Id", run, "ProjectId",
                        Workspace.ORDERS, "TaskRef", task, "Status", status, "CreateTime", born - ago * DAY,
                        "FinishTime", born - ago * DAY + 30_000, "Parameters", "{\"triggerTime\":" + (born - ago * DAY)
                                + "}", "Task", Values.of("Id", task, "Name", "check_" + tables[i],
                                "ProjectId", Workspace.ORDERS, "Target", target(tables[i])), "Results", List.of()));
                store.add("DataQualityResult", run + 10_000, Values.of("Id", run + 10_000, "ProjectId",
                        Workspace.ORDERS, "Status", status, "CreateTime", born - ago * DAY + 30_000,
                        "TaskInstanceId", run, "DataQualityEvaluationTaskId", task,
                        "DataQualityEvaluationTaskInstanceId", run, "DataQualityRuleId", 70_001L + i * 3L,
                        "Rule", Values.of("Id", 70_001L + i * 3L, "Name", tables[i] + "_rule_1"), "Sample", "[]",
                        "Details", List.of(Values.of("CheckedValue", status.equals("Passed") ? "5012" : "0",
                                "ReferencedValue", "0", "Status", status))));
            }
        }
    }

    private static Object target(String table) {
        return Values.of("Type", "Table", "DatabaseType", "maxcompute", "TableGuid", "odps.orders_dw." + table,
                "PartitionSpec", "dt=$[yyyymmdd-1]");
    }

    void operations(Store store) {
        long born = workspace.born;
        for (int i = 1; i >= 0; i--) {
            long id = 149_001L + i;
            store.add("AlertRule", id, Values.of("Id", id, "Name", i == 0 ? "gmv_failed" : "daily_late",
                    "Owner", workspace.account, "Enabled", true, "CreateTime", born - 30 * DAY,
                    "Notification", Values.of("Channels", List.of("Mail", "Sms"), "IntervalInMinutes", 30L,
                            "Maximum", 3L, "Receivers", List.of(Values.of("ReceiverType", "TaskOwner",
                                    "ReceiverValues", List.of(workspace.account)))),
                    "TriggerCondition", Values.of("Type", i == 0 ? "Error" : "UnFinished", "Target",
                            Values.of("Type", "Task", "Ids", List.of(700_000_000_019L)))));
        }
        store.add("Baseline", 1_000L, Values.of("Id", 1_000L, "Name", "gmv_before_six", "ProjectId", Workspace.ORDERS,
                "Owner", workspace.account, "Type", "DAILY", "Priority", 7L, "Enabled", true, "AlertEnabled", true,
                "AlertMarginThreshold", 30L, "NodeIds", List.of(700_000_000_019L), "OverTimeSettings",
                List.of(Values.of("Cycle", 1L, "Time", "06:00")), "IsDefault", false, "SlaHour", 6L, "SlaMinu", 0L,
                "ExpHour", 5L, "ExpMinu", 30L));
        store.add("Remind", 5_001L, Values.of("Id", 5_001L, "Name", "gmv_error", "Unit", "NODE", "Type", "ERROR",
                "AlertMethods", List.of("MAIL", "SMS"), "AlertTargets", List.of(workspace.account), "AlertUnit",
                "OWNER", "AlertInterval", 1_800L, "MaxAlertTimes", 3L, "CreateUser", workspace.account,
                "NodeIds", List.of(700_000_000_019L), "ProjectIds", List.of(Workspace.ORDERS), "Useflag", true,
                "DndStart", "00:00", "DndEnd", "08:00"));
        for (int i = 0; i < 2; i++) {
            long topic = 9_001L + i;
            String node = i == 0 ? "dwd_orders" : "ads_gmv";
            store.add("Topic", topic, Values.of("Id", topic, "Name", node + " failed", "TopicName", node + " failed",
                    "TopicType", "ERROR", "Type", "ERROR", "Status", "NEW", "NodeName", node,
                    "NodeId", i == 0 ? 700_000_000_010L : 700_000_000_019L, "NodeOwner", workspace.account,
                    "Owner", workspace.account, "ProjectId", Workspace.ORDERS, "HappenTime", born - 1_800_000,
                    "AddTime", born - 1_700_000, "AlertTime", born - 1_600_000));
            store.add("AlertMessage", 8_001L + i, Values.of("AlertId", 8_001L + i, "RemindId", 5_001L,
                    "RemindName", "gmv_error", "AlertMethod", "MAIL", "AlertUser", workspace.account,
                    "AlertTime", born - 1_500_000, "AlertMessageStatus", "SUCCESS", "Source", "REMIND_USER",
                    "Content", node + " failed"));
        }
    }

    void integration(Store store) {
        String[][] jobs = {{"orders_mysql_to_holo", "MySQL", "Hologres", "FullAndRealtimeIncremental", "Running"},
            {"users_mysql_to_odps", "MySQL", "MaxCompute", "FullAndOfflineIncremental", "Finished"},
            {"clicks_kafka_to_odps", "Kafka", "MaxCompute", "RealtimeIncremental", "Stop"}};
        for (int i = jobs.length - 1; i >= 0; i--) {
            long id = 10_501L + i;
            store.add("DIJob", id, Values.of("Id", id, "Name", jobs[i][0], "ProjectId", Workspace.ORDERS,
                    "SourceDataSourceType", jobs[i][1], "DestinationDataSourceType", jobs[i][2],
                    "MigrationType", jobs[i][3], "Status", jobs[i][4], "Type", i == 2
                            ? "SingleTableRealtimeMigration" : "DatabaseRealtimeMigration", "Owner", workspace.account,
                    "Description", jobs[i][0], "CreateUser", workspace.account, "CreateTime",
                    workspace.born - 70 * DAY, "ModifyTime", workspace.born - 3 * DAY, "StartedTime",
                    workspace.born - 2 * DAY, "SourceDataSourceSettings", List.of(Values.of("DataSourceName",
                            i == 2 ? "orders_kafka" : "orders_mysql")), "DestinationDataSourceSettings",
                    List.of(Values.of("DataSourceName", i == 0 ? "orders_holo" : "orders_odps")),
                    "TableMappings", List.of(), "TransformationRules", List.of(), "ResourceSettings",
                    Values.of("RealtimeResourceSettings", Values.of("ResourceGroupIdentifier", workspace.group()))));
        }
        store.add("DIAlarmRule", 12_001L, Values.of("Id", 12_001L, "DIJobId", 10_501L, "Name", "delay",
                "MetricType", "Delay", "Enabled", true, "Description", "delay above five minutes",
                "TriggerConditions", List.of(Values.of("Severity", "Warning", "Duration", 15L, "Threshold", 300L)),
                "NotificationSettings", Values.of("InhibitionInterval", 5L, "NotificationReceivers",
                        List.of(Values.of("ReceiverType", "AliyunUid", "ReceiverValues",
                                List.of(workspace.account))))));
    }

    void platform(Store store) {
        for (int i = 2; i >= 0; i--) {
            String id = "System_" + new String[] {"python311", "dataworks_shell", "pyodps"}[i] + "_v1";
            store.add("Image", id, Values.of("Id", id, "Name", id.substring(7), "Accessibility", "System",
                    "Official", true, "Status", "Published", "PublishStage", "Prod", "ProviderType", "DataWorks",
                    "ProviderImageId", id, "Version", "1", "Description", "official image", "IsDefault", i == 1,
                    "Supported", Values.of("Module", "DataStudio", "TaskTypes", List.of("PYTHON", "DIDE_SHELL")),
                    "ProjectIds", List.of(Workspace.ORDERS, Workspace.RISK), "Creator", "System",
                    "CreateTime", workspace.born - 500 * DAY, "ModifyTime", workspace.born - 100 * DAY));
        }
        String code = workspace.ids.hex("Extension", 0) + workspace.ids.hex("Extension'", 0);
        store.add("Extension", code, Values.of("Code", code, "Name", "no_select_star", "Desc",
                "refuses select * in published nodes", "Status", 1L, "Owner", workspace.account, "ProjectTesting",
                Workspace.ORDERS, "BindEventList", List.of(Values.of("EventCode", "commit-file", "EventName",
                        "File commit")), "EventCategoryList", List.of(Values.of("CategoryCode", "resources",
                        "CategoryName", "Data development"))));
        String[][] types = {{"10", "ODPS SQL"}, {"23", "Data Integration"}, {"6", "Shell"}, {"1221", "PyODPS 3"},
            {"221", "PyODPS 2"}, {"1322", "Python"}, {"225", "ODPS Spark"}, {"99", "Zero-load node"},
            {"1093", "Hologres SQL"}, {"227", "EMR Hive"}, {"229", "EMR Spark SQL"}, {"1100", "Assignment node"}};
        for (int i = types.length - 1; i >= 0; i--) {
            store.add("FileType", types[i][0], Values.of("NodeType", Long.valueOf(types[i][0]), "NodeTypeName",
                    types[i][1], "Name", types[i][1]));
        }
        store.add("Parameter", 40_001L, Values.of("Id", 40_001L, "Name", "region", "ProjectId", Workspace.ORDERS,
                "Owner", workspace.account, "Type", "Constant", "Scope", "Workspace", "Version", 1L,
                "Properties", List.of(Values.of("EnvType", "Dev", "Value", workspace.region),
                        Values.of("EnvType", "Prod", "Value", workspace.region)), "CreateUser", workspace.account,
                "ModifyUser", workspace.account, "CreateTime", workspace.born - 60 * DAY,
                "ModifyTime", workspace.born - 60 * DAY));
    }
}
