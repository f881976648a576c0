package dev.dwx.sandbox.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The seeded data map: the tables behind the seeded nodes and a long tail of others, with columns and lineage. */
final class DataMapSeed {
    static final String PROJECT = "maxcompute-project:::orders_dw";
    private static final long DAY = 86_400_000L;
    private static final int OTHERS = 100;

    private final Workspace workspace;
    private final ZoneId zone;

    DataMapSeed(Workspace workspace, ZoneId zone) {
        this.workspace = workspace;
        this.zone = zone;
    }

    static String tableId(String name) {
        return "maxcompute-table:::orders_dw::" + name;
    }

    void found(Store store) {
        long born = workspace.born;
        store.add("Catalog", "dlf-catalog::orders_lake", Values.of("Id", "dlf-catalog::orders_lake",
                "Name", "orders_lake", "Comment", "lake of the orders team", "Type", "PAIMON",
                "ParentMetaEntityId", "dlf", "CreateTime", born - 90 * DAY, "ModifyTime", born - 9 * DAY));
        for (String[] database : new String[][] {{"holo-database:hgprecn-cn-x0r3oun4k001::orders", "orders",
            "holo-instance:hgprecn-cn-x0r3oun4k001"}, {"maxcompute-project:::risk_dw", "risk_dw", "maxcompute"},
            {PROJECT, "orders_dw", "maxcompute"}}) {
            store.add("Database", database[0], Values.of("Id", database[0], "Name", database[1], "Comment", "",
                    "ParentMetaEntityId", database[2], "LocationUri", "", "CreateTime", born - 400 * DAY,
                    "ModifyTime", born - 20 * DAY));
            store.add("Schema", database[0].replaceFirst("project|database", "schema") + "::default", Values.of(
                    "Id", database[0].replaceFirst("project|database", "schema") + "::default", "Name", "default",
                    "Comment", "", "Type", "SCHEMA", "ParentMetaEntityId", database[0],
                    "CreateTime", born - 400 * DAY, "ModifyTime", born - 20 * DAY));
        }
        List<Job> jobs = Job.plan();
        for (int i = OTHERS - 1; i >= 0; i--) {
            String number = i < 10 ? "00" + i : "0" + i;
            table(store, "tmp_orders_" + number, null, i);
        }
        for (int i = jobs.size() - 1; i >= 0; i--) {
            if (!jobs.get(i).command().equals("VIRTUAL")) {
                table(store, jobs.get(i).name(), jobs.get(i), i);
            }
        }
        for (Job job : jobs) {
            for (String upstream : job.upstream()) {
                lineage(store, upstream, job);
            }
        }
        long category = 5_001;
        for (String name : List.of("Orders", "Users", "Logistics")) {
            store.add("MetaCategory", category, Values.of("Id", category, "Name", name, "Comment", "",
                    "ParentId", 0L, "Depth", 1L, "Owner", workspace.account, "CreateTime", born - 80 * DAY,
                    "ModifyTime", born - 8 * DAY, "ModifyUser", workspace.account));
            category++;
        }
    }

    private void table(Store store, String name, Job job, int number) {
        String id = tableId(name);
        long created = workspace.born - 300 * DAY + number * 3_600_000L;
        long records = 1_000L + workspace.ids.pick("rows " + name, 0, 9_000_000);
        store.add("Table", id, Values.of("Id", id, "Name", name, "Guid", "odps.orders_dw." + name,
                "Comment", job == null ? "scratch table " + number : name.replace('_', ' '),
                "ParentMetaEntityId", PROJECT, "TableType", "TABLE", "PartitionKeys", List.of("dt"),
                "ProjectId", Workspace.ORDERS, "CreateTime", created, "ModifyTime", workspace.born - DAY / 3,
                "Owner", workspace.user(number % 3), "DataSize", records * 96,
                "StatisticsInfos", Values.of("dataSize", Long.toString(records * 96), "recordNum",
                        Long.toString(records)),
                "TechnicalMetadata", Values.of("Owner", workspace.user(number % 3), "Location", "", "Compressed",
                        false, "InputFormat", "", "OutputFormat", "", "SerializationLibrary", "",
                        "Parameters", Values.of("lifecycle", "365")),
                "BusinessMetadata", Values.of("Readme", "", "Tags", List.of(), "Extension", Values.of("EnvType",
                        "Prod", "ProjectId", Workspace.ORDERS, "ReadCount", records % 97, "ViewCount", records % 31,
                        "FavorCount", records % 7), "UpstreamTasks", job == null ? List.of()
                        : List.of(Values.of("Id", SchedulerSeed.taskId(job), "Name", name)))));
        columns(store, id, name);
        if (job != null) {
            partitions(store, id, records);
        }
    }

    private void columns(Store store, String id, String name) {
        List<String[]> columns = new ArrayList<>(List.of(new String[][] {{"id", "bigint", "key"},
            {"user_id", "bigint", "user"}, {"status", "string", "status"}, {"amount", "decimal(18,2)", "amount"},
            {"created_at", "datetime", "creation time"}, {"dt", "string", "business date"}}));
        if (name.startsWith("dws") || name.startsWith("ads")) {
            columns.set(0, new String[] {"stat_key", "string", "key of the statistic"});
        }
        for (int i = columns.size() - 1; i >= 0; i--) {
            String[] column = columns.get(i);
            String columnId = id.replace("maxcompute-table", "maxcompute-column") + ":" + column[0];
            store.add("Column", columnId, Values.of("Id", columnId, "TableId", id, "Name", column[0],
                    "Type", column[1], "Comment", column[2], "Position", i + 1L, "PartitionKey",
                    column[0].equals("dt"), "PrimaryKey", i == 0, "ForeignKey", false,
                    "BusinessMetadata", Values.of("Description", column[2], "CustomAttributes", Map.of())));
        }
    }

    private void partitions(Store store, String id, long records) {
        LocalDate today = Instant.ofEpochMilli(workspace.born).atZone(zone).toLocalDate();
        for (int ago = 7; ago >= 1; ago--) {
            String name = "dt=" + today.minusDays(ago).format(DateTimeFormatter.BASIC_ISO_DATE);
            long at = today.minusDays(ago - 1L).atStartOfDay(zone).toInstant().toEpochMilli() + 1_800_000;
            store.add("Partition", name + "/" + id, Values.of("Name", name, "TableId", id, "CreateTime", at,
                    "ModifyTime", at, "RecordCount", records / (ago + 1), "DataSize", records * 96 / (ago + 1)));
        }
    }

    private void lineage(Store store, String upstream, Job job) {
        Object id = workspace.ids.hex("lineage " + upstream + job.name(), 0);
        store.add("LineageRelationship", id, Values.of("Id", id, "CreateTime", workspace.born - DAY / 3,
                "SrcEntity", Values.of("Id", tableId(upstream), "Name", upstream),
                "DstEntity", Values.of("Id", tableId(job.name()), "Name", job.name()),
                "Task", Values.of("Id", Long.toString(SchedulerSeed.taskId(job)), "Type", "dataworks-sql")));
    }
}
