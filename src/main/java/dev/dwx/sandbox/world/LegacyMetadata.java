package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The data map as the previous version shows it: the same tables, columns, partitions and lineage. */
final class LegacyMetadata implements Behaviours {
    @Override
    public Handler find(boolean legacy, String name) {
        if (!legacy) {
            return null;
        }
        switch (name) {
            case "ListTables":
                return scene -> rows(scene, scene.store.all("Table"));
            case "SearchMetaTables":
            case "GetMetaDBTableList":
                return this::search;
            case "GetMetaTableBasicInfo":
            case "GetMetaTableFullInfo":
                return this::table;
            case "GetMetaTableColumn":
                return scene -> Listing.page(scene, ListPlace.of(scene.operation), columns(scene), columnKeys(scene));
            case "GetMetaTablePartition":
                return this::partitions;
            case "CheckMetaTable":
                return scene -> scene.success("Data", find(scene) != null);
            case "CheckMetaPartition":
                return scene -> scene.success("Data", scene.store.find("Partition",
                        scene.text("Partition").replace("'", "") + "/" + need(scene).key()) != null);
            case "GetMetaTableLineage":
            case "ListLineage":
                return this::lineage;
            case "GetMetaTableProducingTasks":
                return this::producers;
            case "GetMetaTableIntroWiki":
                return this::wiki;
            case "UpdateMetaTableIntroWiki":
                return scene -> {
                    Thing table = need(scene);
                    scene.change(table, Values.of("Wiki", scene.text("Content"), "WikiVersion",
                            (table.number("WikiVersion") == null ? 0 : table.number("WikiVersion")) + 1));
                    return scene.success();
                };
            case "UpdateMetaTable":
                return scene -> {
                    scene.change(need(scene), Values.of("Caption", scene.text("Caption"), "Visibility",
                            scene.number("Visibility"), "Owner", scene.text("NewOwnerId")));
                    return scene.success();
                };
            case "UpdateTableModelInfo":
                return scene -> {
                    scene.change(need(scene), Values.of("LevelId", scene.number("LevelId"), "ThemeId",
                            scene.number("FirstLevelThemeId")));
                    return scene.success();
                };
            case "AddToMetaCategory":
                return scene -> category(scene, true);
            case "DeleteFromMetaCategory":
                return scene -> category(scene, false);
            case "GetMetaTableListByCategory":
                return this::inCategory;
            case "SetEntityTags":
                return scene -> tag(scene, true);
            case "RemoveEntityTags":
                return scene -> tag(scene, false);
            case "ListEntityTags":
                return this::tags;
            case "CreateTable":
            case "UpdateTable":
            case "DeleteTable":
            case "UpdateTableAddColumn":
                return this::ddl;
            case "GetDDLJobStatus":
                return this::ddlStatus;
            case "GetMetaDBInfo":
                return scene -> scene.success("Data", Values.of("AppGuid", scene.text("AppGuid"), "Name", "orders_dw",
                        "ProjectName", "orders_dw", "ProjectId", Workspace.ORDERS, "EnvType", 1L,
                        "OwnerId", scene.account(), "Type", "odps", "TenantId", 300_000_123L));
            default:
                return null;
        }
    }

    @Override
    public Set<String> makes() {
        return Set.of();
    }

    /** {@code odps.<project>.<table>} in the previous version, an entity id in the current one. */
    private static Thing find(Scene scene) {
        Object guid = scene.argument("TableGuid");
        for (Thing table : scene.store.all("Table")) {
            boolean named = guid == null && scene.text("TableName") != null
                    && Values.same(table.get("Name"), scene.text("TableName"));
            if (named || guid != null && (Values.same(table.get("Guid"), guid) || table.key().equals(guid))) {
                return table;
            }
        }
        return null;
    }

    private static Thing need(Scene scene) throws Refusal {
        Thing table = find(scene);
        if (table == null) {
            throw Faults.notFound("Table", scene.text("TableGuid") == null ? scene.text("TableName")
                    : scene.text("TableGuid"));
        }
        return table;
    }

    private static Map<String, Object> row(Thing table) {
        return Values.of("TableGuid", table.get("Guid"), "TableName", table.get("Name"), "DatabaseName", "orders_dw",
                "ProjectId", table.get("ProjectId"), "ProjectName", "orders_dw", "OwnerId", table.get("Owner"),
                "EnvType", 1L, "EntityType", 0L, "TenantId", 300_000_123L, "EntityQualifiedName",
                "maxcompute-table." + table.get("Guid"), "EntityContent", Values.of("TableName", table.get("Name"),
                        "ProjectName", "orders_dw", "DataSourceQualifiedName", "maxcompute"));
    }

    private static Map<String, Object> rows(Scene scene, List<Thing> tables) throws Refusal {
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing table : tables) {
            items.add(row(table));
            keys.add(table.key());
        }
        return Listing.page(scene, ListPlace.of(scene.operation), items, keys);
    }

    private Map<String, Object> search(Scene scene) throws Refusal {
        List<Thing> found = scene.store.all("Table");
        String word = scene.text("Keyword");
        found.removeIf(table -> word != null && !Values.contains(table.get("Name"), word));
        return rows(scene, found);
    }

    private Map<String, Object> table(Scene scene) throws Refusal {
        Thing table = need(scene);
        List<Object> columns = columns(scene);
        Map<String, Object> shown = row(table);
        shown.putAll(Values.of("Comment", table.get("Comment"), "Caption", table.get("Caption"),
                "CreateTime", table.get("CreateTime"), "LastModifyTime", table.get("ModifyTime"),
                "LastDdlTime", table.get("ModifyTime"), "LastAccessTime", table.get("ModifyTime"),
                "DataSize", table.get("DataSize"), "LifeCycle", 365L, "IsPartitionTable",
                !Values.list(table.get("PartitionKeys")).isEmpty(), "IsView", false, "IsVisible", 1L,
                "PartitionKeys", String.join(",", strings(table.get("PartitionKeys"))),
                "ColumnCount", (long) columns.size(), "TotalColumnCount", (long) columns.size(),
                "ColumnList", columns, "ViewCount", 3L, "ReadCount", 5L, "FavoriteCount", 1L));
        return scene.success("Data", shown);
    }

    private static List<String> strings(Object list) {
        List<String> strings = new ArrayList<>();
        for (Object each : Values.list(list)) {
            strings.add(each.toString());
        }
        return strings;
    }

    private static List<Object> columns(Scene scene) throws Refusal {
        Thing table = need(scene);
        List<Object> rows = new ArrayList<>();
        for (Thing column : scene.store.where("Column", "TableId", table.key())) {
            rows.add(Values.of("ColumnGuid", table.get("Guid") + "." + column.get("Name"), "ColumnName",
                    column.get("Name"), "ColumnType", column.get("Type"), "Comment", column.get("Comment"),
                    "Position", column.get("Position"), "IsPartitionColumn", column.get("PartitionKey"),
                    "IsPrimaryKey", column.get("PrimaryKey"), "IsForeignKey", column.get("ForeignKey"),
                    "Caption", column.get("Comment"), "RelationCount", 0L));
        }
        return rows;
    }

    private static List<String> columnKeys(Scene scene) throws Refusal {
        List<String> keys = new ArrayList<>();
        for (Object column : columns(scene)) {
            keys.add(Values.at(column, "ColumnGuid").toString());
        }
        return keys;
    }

    private Map<String, Object> partitions(Scene scene) throws Refusal {
        Thing table = need(scene);
        List<Object> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing partition : scene.store.where("Partition", "TableId", table.key())) {
            rows.add(Values.of("PartitionName", partition.get("Name"), "PartitionGuid", table.get("Guid") + "."
                    + partition.get("Name"), "PartitionPath", partition.get("Name"), "TableGuid", table.get("Guid"),
                    "CreateTime", partition.get("CreateTime"), "ModifiedTime", partition.get("ModifyTime"),
                    "DataSize", partition.get("DataSize"), "RecordCount", partition.get("RecordCount")));
            keys.add(partition.key());
        }
        return Listing.page(scene, ListPlace.of(scene.operation), rows, keys);
    }

    private Map<String, Object> lineage(Scene scene) throws Refusal {
        boolean up = "up".equalsIgnoreCase(scene.text("Direction"));
        String own = scene.text("EntityQualifiedName") == null ? need(scene).key() : scene.text("EntityQualifiedName");
        String id = own.startsWith("maxcompute-table.odps.") ? DataMapSeed.tableId(own.substring(own.lastIndexOf('.') + 1))
                : own;
        List<Object> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing relation : scene.store.all("LineageRelationship")) {
            Map<String, Object> near = Values.map(relation.get(up ? "DstEntity" : "SrcEntity"));
            Map<String, Object> far = Values.map(relation.get(up ? "SrcEntity" : "DstEntity"));
            if (Values.same(Values.at(near, "Id"), id)) {
                String guid = "odps.orders_dw." + far.get("Name");
                rows.add(Values.of("TableGuid", guid, "TableName", far.get("Name"), "DatabaseName", "orders_dw",
                        "CreateTimestamp", relation.get("CreateTime"), "Entity", Values.of("QualifiedName",
                                "maxcompute-table." + guid, "TenantId", 300_000_123L, "EntityContent",
                                Values.of("name", far.get("Name"))), "RelationList",
                        List.of(Values.of("Guid", relation.key(), "Type", "sql", "Channel", "dataworks"))));
                keys.add(relation.key());
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), rows, keys);
    }

    private Map<String, Object> producers(Scene scene) throws Refusal {
        List<Object> tasks = new ArrayList<>();
        for (Object task : Values.list(Values.at(need(scene).get("BusinessMetadata"), "UpstreamTasks"))) {
            tasks.add(Values.of("TaskId", Values.at(task, "Id"), "TaskName", Values.at(task, "Name")));
        }
        return scene.success("Data", tasks);
    }

    private Map<String, Object> wiki(Scene scene) throws Refusal {
        Thing table = need(scene);
        return scene.success("Data", Values.of("Content", table.get("Wiki") == null ? "" : table.get("Wiki"),
                "Version", table.get("WikiVersion"), "Creator", table.get("Owner"),
                "CreateTime", table.get("CreateTime"), "ModifiedTime", table.get("ModifyTime")));
    }

    private Map<String, Object> category(Scene scene, boolean add) throws Refusal {
        Thing table = need(scene);
        scene.need("MetaCategory", scene.argument("CategoryId"));
        List<Object> categories = Values.list(table.get("CategoryIds"));
        categories.remove(scene.number("CategoryId"));
        if (add) {
            categories.add(scene.number("CategoryId"));
        }
        scene.change(table, Values.of("CategoryIds", categories));
        return scene.success();
    }

    private Map<String, Object> inCategory(Scene scene) throws Refusal {
        List<Object> guids = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing table : scene.store.all("Table")) {
            if (Values.list(table.get("CategoryIds")).contains(scene.number("CategoryId"))) {
                guids.add(table.get("Guid"));
                keys.add(table.key());
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), guids, keys);
    }

    private Map<String, Object> tag(Scene scene, boolean add) {
        String name = scene.text("QualifiedName");
        Thing old = scene.store.find("EntityTags", name);
        Map<String, Object> tags = old == null ? new LinkedHashMap<>() : new LinkedHashMap<>(old.fields());
        for (Object tag : scene.list(add ? "Tags" : "TagKeys")) {
            if (add) {
                tags.put(String.valueOf(Values.at(tag, "TagKey")), String.valueOf(Values.at(tag, "TagValue")));
            } else {
                tags.remove(tag.toString());
            }
        }
        scene.store.add("EntityTags", name, tags);
        return scene.success();
    }

    private Map<String, Object> tags(Scene scene) {
        Thing kept = scene.store.find("EntityTags", scene.text("QualifiedName"));
        List<Object> tags = new ArrayList<>();
        if (kept != null) {
            kept.fields().forEach((key, value) -> tags.add(Values.of("TagKey", key, "TagValue", value)));
        }
        return scene.success("Data", tags);
    }

    private Map<String, Object> ddl(Scene scene) throws Refusal {
        String name = scene.operation.name();
        String id = scene.realm.ids.uuid("Ddl", scene.realm.ids.count("Ddl"));
        if (name.equals("CreateTable")) {
            if (find(scene) != null) {
                throw Faults.taken("Table", scene.text("TableName"));
            }
            String key = DataMapSeed.tableId(scene.text("TableName"));
            scene.store.add("Table", key, Values.of("Id", key, "Name", scene.text("TableName"), "Guid",
                    "odps.orders_dw." + scene.text("TableName"), "Comment", scene.text("Comment"),
                    "ParentMetaEntityId", DataMapSeed.PROJECT, "TableType", "TABLE", "ProjectId",
                    scene.project() == null ? Long.valueOf(Workspace.ORDERS) : scene.project(), "Owner", scene.account(),
                    "PartitionKeys", List.of(), "CreateTime", scene.now(), "ModifyTime", scene.now()));
            addColumns(scene, key, scene.list("Columns"));
        } else if (name.equals("DeleteTable")) {
            scene.store.remove(need(scene));
        } else {
            Thing table = need(scene);
            scene.change(table, Values.of("Comment", scene.text("Comment")));
            addColumns(scene, table.key(), scene.list(name.equals("UpdateTable") ? "Columns" : "Column"));
        }
        Map<String, Object> running = Values.of("TaskId", id, "Status", "operating", "Content", name);
        scene.store.put(scene.store.add("Ddl", id, running).then(List.of(new Thing.Step(scene.now() + 2_000,
                Values.of("Status", "success")))));
        return scene.success("TaskInfo", running);
    }

    private static void addColumns(Scene scene, String table, List<Object> columns) {
        long position = scene.store.where("Column", "TableId", table).size();
        for (Object column : columns) {
            String name = String.valueOf(Values.at(column, "ColumnName"));
            String id = table.replace("maxcompute-table", "maxcompute-column") + ":" + name;
            scene.store.add("Column", id, Values.of("Id", id, "TableId", table, "Name", name,
                    "Type", Values.at(column, "ColumnType"), "Comment", Values.at(column, "Comment"),
                    "PartitionKey", Values.truth(Values.at(column, "IsPartitionCol")), "PrimaryKey", false,
                    "ForeignKey", false, "Position", ++position));
        }
    }

    private Map<String, Object> ddlStatus(Scene scene) throws Refusal {
        Thing job = scene.store.find("Ddl", scene.text("TaskId"));
        if (job == null) {
            throw Faults.notFound("Job", scene.text("TaskId"));
        }
        return scene.success("Data", job.fields());
    }
}
