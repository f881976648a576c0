package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Smaller families of the previous version: collections, lineage by hand, API tests, sync tasks, quality history. */
final class LegacyExtras implements Behaviours {
    @Override
    public Handler find(boolean legacy, String name) {
        if (!legacy) {
            return name.equals("ListDIJobRunDetails") ? this::runDetails : null;
        }
        switch (name) {
            case "AddMetaCollectionEntity":
                return scene -> {
                    collection(scene);
                    DataMap.put(scene, scene.text("CollectionQualifiedName"), scene.text("EntityQualifiedName"),
                            scene.text("Remark"));
                    return scene.success();
                };
            case "DeleteMetaCollectionEntity":
                return this::uncollect;
            case "ListMetaCollectionEntities":
                return this::collected;
            case "ListEntitiesByTags":
                return this::byTags;
            case "RegisterLineageRelation":
                return this::register;
            case "DeleteLineageRelation":
                return this::unregister;
            case "TestDataServiceApi":
                return this::test;
            case "GetDataServiceApiTest":
                return scene -> scene.success("Data", scene.need("ApiTest", scene.argument("TestId")).fields());
            case "ListDataServiceApiTest":
                return scene -> scene.success("Data", fields(scene.store.where("ApiTest", "ApiId",
                        scene.argument("ApiId"))));
            case "SaveDataServiceApiTestResult":
                return scene -> {
                    scene.need("DataServiceApi", scene.argument("ApiId"));
                    return scene.success();
                };
            case "DeployDISyncTask":
                return scene -> sync(scene, "Deployed");
            case "StartDISyncInstance":
                return scene -> sync(scene, "Running");
            case "StopDISyncInstance":
            case "TerminateDISyncInstance":
                return scene -> sync(scene, "Stopped");
            case "CreateDISyncTask":
                return this::createSync;
            case "GetDISyncTask":
            case "GetDISyncInstanceInfo":
                return this::showSync;
            case "UpdateDISyncTask":
                return scene -> {
                    scene.store.put(syncTask(scene).with(Values.of("Content", scene.text("TaskContent"))));
                    return scene.success("Data", Values.of("Status", "success", "Message", ""));
                };
            case "DeleteDISyncTask":
                return scene -> {
                    scene.store.remove(syncTask(scene));
                    return scene.success("Data", Values.of("Status", "success", "Message", ""));
                };
            case "CreateQualityRelativeNode":
                return scene -> relative(scene, true);
            case "DeleteQualityRelativeNode":
                return scene -> relative(scene, false);
            case "GetTopicInfluence":
                return scene -> scene.success("Data", Values.of("TopicId", scene.need("Topic",
                        scene.argument("TopicId")).get("Id"), "Influences", List.of()));
            case "ListMetaDB":
                return this::databases;
            default:
                return null;
        }
    }

    private static List<Object> fields(List<Thing> things) {
        List<Object> fields = new ArrayList<>();
        for (Thing thing : things) {
            fields.add(thing.fields());
        }
        return fields;
    }

    private static Thing collection(Scene scene) throws Refusal {
        return scene.need("MetaCollection", scene.text("CollectionQualifiedName"));
    }

    private Map<String, Object> uncollect(Scene scene) throws Refusal {
        scene.store.remove(scene.need("CollectionEntity", collection(scene).key() + " "
                + scene.text("EntityQualifiedName")));
        return scene.success();
    }

    private Map<String, Object> collected(Scene scene) throws Refusal {
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing entity : scene.store.where("CollectionEntity", "Collection", collection(scene).key())) {
            items.add(Values.of("QualifiedName", entity.get("Id"), "TenantId", 300_000_123L,
                    "EntityContent", Values.of("name", entity.get("Name"))));
            keys.add(entity.key());
        }
        return Listing.page(scene, ListPlace.of(scene.operation), items, keys);
    }

    private Map<String, Object> byTags(Scene scene) throws Refusal {
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing tagged : scene.store.all("EntityTags")) {
            boolean fits = true;
            for (Object tag : scene.list("Tags")) {
                Object own = tagged.get(String.valueOf(Values.at(tag, "TagKey")));
                fits &= own != null && (Values.at(tag, "TagValue") == null
                        || Values.same(own, Values.at(tag, "TagValue")));
            }
            if (fits) {
                items.add(Values.of("QualifiedName", tagged.key(), "TenantId", 300_000_123L));
                keys.add(tagged.key());
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), items, keys);
    }

    private Map<String, Object> register(Scene scene) {
        Object given = scene.argument("LineageRelationRegisterVO");
        Object source = Values.at(given, "SrcEntity", "QualifiedName");
        Object target = Values.at(given, "DestEntity", "QualifiedName");
        Object guid = Values.at(given, "Relationship", "RelationshipGuid");
        Object id = guid == null ? scene.realm.ids.hex("Lineage", scene.realm.ids.count("Lineage")) : guid;
        scene.store.add("LineageRelationship", id, Values.of("Id", id, "CreateTime", scene.now(),
                "SrcEntity", Values.of("Id", source, "Name", Values.at(given, "SrcEntity", "Name")),
                "DstEntity", Values.of("Id", target, "Name", Values.at(given, "DestEntity", "Name"))));
        return scene.success("LineageRelation", Values.of("RelationshipGuid", id, "SrcEntityQualifiedName", source,
                "DestEntityQualifiedName", target));
    }

    private Map<String, Object> unregister(Scene scene) throws Refusal {
        for (Thing relation : scene.store.all("LineageRelationship")) {
            boolean ends = Values.same(Values.at(relation.get("SrcEntity"), "Id"), scene.text("SrcEntityQualifiedName"))
                    && Values.same(Values.at(relation.get("DstEntity"), "Id"), scene.text("DestEntityQualifiedName"));
            if (ends && (scene.text("RelationshipGuid") == null
                    || relation.key().equals(scene.text("RelationshipGuid")))) {
                scene.store.remove(relation);
                return scene.success();
            }
        }
        throw Refusal.of(400, "Invalid.Entity.NotExist", "There is no such lineage from "
                + scene.text("SrcEntityQualifiedName") + " to " + scene.text("DestEntityQualifiedName"));
    }

    private Map<String, Object> test(Scene scene) throws Refusal {
        Thing api = scene.need("DataServiceApi", scene.argument("ApiId"));
        Object id = scene.realm.ids.next("ApiTest", Ids.Form.WHOLE);
        Thing test = scene.store.add("ApiTest", id, Values.of("TestId", id, "ApiId", api.get("Id"),
                "Status", "RUNNING", "CreateTime", scene.now(), "ParamMap", "{}"));
        scene.store.put(test.then(List.of(new Thing.Step(scene.now() + 2_000, Values.of("Status", "SUCCESS",
                "RetCode", 0L, "CostTime", "12", "RetResult", "{\"data\":[],\"errCode\":0}")))));
        return scene.success("Data", Values.of("TestId", id));
    }

    private static Thing syncTask(Scene scene) throws Refusal {
        scene.project();
        return scene.need("DISyncTask", scene.argument("FileId"));
    }

    private Map<String, Object> createSync(Scene scene) throws Refusal {
        Object id = scene.realm.ids.next("File", Ids.Form.WHOLE);
        scene.store.add("DISyncTask", id, Values.of("Id", id, "ProjectId", scene.project(), "Name",
                scene.text("TaskName"), "Type", scene.text("TaskType"), "Content", scene.text("TaskContent"),
                "Status", "Created", "CreateUser", scene.account(), "CreateTime", scene.now()));
        return scene.success("Data", Values.of("FileId", id, "Status", "success", "Message", ""));
    }

    private static Map<String, Object> sync(Scene scene, String status) throws Refusal {
        scene.store.put(syncTask(scene).with(Values.of("Status", status)));
        return scene.success("Data", Values.of("Status", "success", "Message", ""));
    }

    private Map<String, Object> showSync(Scene scene) throws Refusal {
        Thing task = syncTask(scene);
        Map<String, Object> detail = Values.of("Id", task.get("Id"), "Name", task.get("Name"), "ProjectId",
                task.get("ProjectId"), "Status", task.get("Status"), "Type", task.get("Type"),
                "ProcessContent", task.get("Content"), "CreatorName", task.get("CreateUser"));
        return scene.success("Data", Values.of("Status", "success", "Message", "", "Name", task.get("Name"),
                "SolutionDetail", detail, "SolutionInfo", detail));
    }

    private Map<String, Object> relative(Scene scene, boolean add) throws Refusal {
        String key = scene.project() + "/" + scene.text("TableName") + "/" + scene.text("MatchExpression") + "/"
                + scene.text("NodeId");
        Thing old = scene.store.find("QualityRelativeNode", key);
        if (old == null && !add) {
            throw Faults.notFound("QualityRelativeNode", key);
        }
        if (add) {
            scene.store.add("QualityRelativeNode", key, new LinkedHashMap<>(scene.arguments()));
        } else {
            scene.store.remove(old);
        }
        for (Thing entity : scene.store.where("QualityEntity", "TableName", scene.text("TableName"))) {
            scene.store.put(entity.with(Values.of("HasRelativeNode", add,
                    "RelativeNode", add ? scene.text("NodeId") : "")));
        }
        return scene.success();
    }

    private Map<String, Object> databases(Scene scene) throws Refusal {
        Thing project = scene.realm.project(scene.project());
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing database : scene.store.where("Database", "Name", project.get("Name"))) {
            items.add(Values.of("Name", database.get("Name"), "Type", "odps", "UUID", database.key(),
                    "OwnerId", scene.account(), "CreateTimeStamp", database.get("CreateTime"),
                    "ModifiedTimeStamp", database.get("ModifyTime"), "Location", database.get("LocationUri")));
            keys.add(database.key());
        }
        return Listing.page(scene, ListPlace.of(scene.operation), items, keys);
    }

    private Map<String, Object> runDetails(Scene scene) throws Refusal {
        Thing job = scene.need("DIJob", scene.argument("DIJobId"));
        Object source = Values.at(Values.first(job.fields(), "SourceDataSourceSettings"), "DataSourceName");
        Object target = Values.at(Values.first(job.fields(), "DestinationDataSourceSettings"), "DataSourceName");
        boolean runs = "Running".equals(job.get("Status"));
        Map<String, Object> row = Values.of("SourceDatasourceName", source, "DestinationDatasourceName", target,
                "SourceDatabaseName", "orders", "SourceTableName", "orders", "DestinationDatabaseName", "orders_dw",
                "DestinationTableName", "ods_orders", "StructureMigrationStatus", "Finished",
                "FullMigrationStatus", "Finished", "RealtimeMigrationStatus", runs ? "Running" : "Stop",
                "OfflineTotalRecords", 120_000L, "OfflineTotalBytes", 9_600_000L, "OfflineErrorRecords", 0L);
        return Listing.page(scene, ListPlace.of(scene.operation), List.of(row), List.of("orders"));
    }
}
