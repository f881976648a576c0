package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The data map of the current version: lineage, collections, business metadata, datasets, custom entities, tags. */
final class DataMap implements Behaviours {
    @Override
    public Handler find(boolean legacy, String name) {
        if (legacy) {
            return null;
        }
        switch (name) {
            case "UpdateTableBusinessMetadata":
                return scene -> business(scene, "Table", "Readme");
            case "UpdateColumnBusinessMetadata":
                return scene -> business(scene, "Column", "Description");
            case "ListLineages":
                return this::lineages;
            case "ListLineageRelationships":
                return scene -> Listing.page(scene, ListPlace.of(scene.operation), relations(scene));
            case "AddEntityIntoMetaCollection":
                return this::collect;
            case "RemoveEntityFromMetaCollection":
                return this::uncollect;
            case "ListEntitiesInMetaCollection":
                return this::collected;
            case "PreviewDatasetVersion":
                return scene -> {
                    Thing version = scene.find("DatasetVersion");
                    return scene.success("PreviewResult", Values.of("SupportPreview", true, "FileName",
                            "part-00000.csv", "MimeType", "text/csv", "Content", "id,url\n1," + version.get("Url")));
                };
            case "BatchCreateMetaEntities":
                return this::createEntities;
            case "BatchDeleteMetaEntities":
                return this::deleteEntities;
            case "UpdateMetaEntity":
                return scene -> {
                    Thing thing = scene.find("MetaEntity");
                    Crud.change(scene, thing, scene.sent("MetaEntity"));
                    return scene.success("Result", Values.of("Id", thing.key(), "Success", true));
                };
            case "TagDataAssets":
                return scene -> tag(scene, true);
            case "UnTagDataAssets":
                return scene -> tag(scene, false);
            case "ListDataAssets":
                return this::assets;
            default:
                return null;
        }
    }

    @Override
    public Set<String> makes() {
        return Set.of("MetaEntity", "Dataset");
    }

    private Map<String, Object> business(Scene scene, String kind, String text) throws Refusal {
        Thing thing = scene.find(kind);
        Map<String, Object> metadata = thing.get("BusinessMetadata") == null ? new LinkedHashMap<>()
                : Values.map(thing.get("BusinessMetadata"));
        metadata.putAll(Values.of(text, scene.argument(text), "CustomAttributes", scene.argument("CustomAttributes")));
        scene.change(thing, Values.of("BusinessMetadata", metadata));
        return scene.success();
    }

    /** The relationships that the sources and destinations asked for leave over. */
    static List<Thing> relations(Scene scene) {
        List<Thing> found = new ArrayList<>();
        for (Thing relation : scene.store.all("LineageRelationship")) {
            boolean fits = true;
            for (String side : List.of("SrcEntity", "DstEntity")) {
                Object id = scene.argument(side + "Id");
                Object name = scene.argument(side + "Name");
                fits &= id == null || Values.same(Values.at(relation.get(side), "Id"), id);
                fits &= name == null || Values.contains(Values.at(relation.get(side), "Name"), name);
            }
            if (fits) {
                found.add(relation);
            }
        }
        return found;
    }

    private Map<String, Object> lineages(Scene scene) throws Refusal {
        Map<String, Map<String, Object>> pairs = new LinkedHashMap<>();
        for (Thing relation : relations(scene)) {
            String key = Values.at(relation.get("SrcEntity"), "Id") + " " + Values.at(relation.get("DstEntity"), "Id");
            Map<String, Object> pair = pairs.computeIfAbsent(key, each -> Values.of(
                    "SrcEntity", relation.get("SrcEntity"), "DstEntity", relation.get("DstEntity")));
            if (Values.truth(scene.argument("NeedAttachRelationship"))) {
                List<Object> relations = Values.list(pair.get("Relationships"));
                relations.add(relation.fields());
                pair.put("Relationships", relations);
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), new ArrayList<>(pairs.values()),
                new ArrayList<>(pairs.keySet()));
    }

    private Map<String, Object> collect(Scene scene) throws Refusal {
        Thing collection = scene.need("MetaCollection", scene.text("MetaCollectionId"));
        put(scene, collection.key(), scene.text("Id"), scene.text("Remark"));
        return scene.success();
    }

    /** Puts an entity into a collection. */
    static void put(Scene scene, String collection, String entity, String remark) {
        Thing table = scene.store.find("Table", entity);
        String name = entity.substring(Math.max(entity.lastIndexOf(':'), entity.lastIndexOf('.')) + 1);
        scene.store.add("CollectionEntity", collection + " " + entity, Values.of("Collection", collection,
                "Id", entity, "Name", table == null ? name : table.get("Name"), "Description", remark,
                "Comment", table == null ? "" : table.get("Comment"), "Type", entity.replaceFirst("[:.].*$", ""),
                "CreateTime", scene.now(), "ModifyTime", scene.now()));
    }

    private Map<String, Object> uncollect(Scene scene) throws Refusal {
        Thing collection = scene.need("MetaCollection", scene.text("MetaCollectionId"));
        Thing entity = scene.store.find("CollectionEntity", collection.key() + " " + scene.text("Id"));
        if (entity == null) {
            throw Faults.notFound("MetaEntity", scene.text("Id"));
        }
        scene.store.remove(entity);
        return scene.success();
    }

    private Map<String, Object> collected(Scene scene) throws Refusal {
        Thing collection = scene.need("MetaCollection", scene.text("Id"));
        List<Thing> found = new ArrayList<>();
        for (Thing entity : scene.store.where("CollectionEntity", "Collection", collection.key())) {
            if ((scene.text("EntityType") == null || Values.same(entity.get("Type"), scene.text("EntityType")))
                    && (scene.text("EntityName") == null
                    || Values.contains(entity.get("Name"), scene.text("EntityName")))) {
                found.add(entity);
            }
        }
        Sorting.of(scene, "CollectionEntity").sort(found);
        return Listing.page(scene, ListPlace.of(scene.operation), found);
    }

    private Map<String, Object> createEntities(Scene scene) {
        List<Object> results = new ArrayList<>();
        for (Object given : scene.list("Entities")) {
            Map<String, Object> fields = Values.map(given);
            Thing type = fields == null ? null : scene.store.find("MetaEntityDef", fields.get("EntityType"));
            if (type == null) {
                Object name = fields == null ? null : fields.get("EntityType");
                results.add(Values.of("EntityType", name, "Name", Values.at(given, "Name"), "Success", false,
                        "ErrorMessage", "MetaEntityDef does not exist: " + name));
                continue;
            }
            String id = fields.get("EntityType") + ":" + scene.realm.ids.hex("MetaEntity",
                    scene.realm.ids.count("MetaEntity"));
            fields.putAll(Values.of("Id", id, "Type", fields.get("EntityType"), "OwnerId", scene.account(),
                    "Owner", scene.account(), "MetaEntityDef", type.fields(), "CreateTime", scene.now(),
                    "ModifyTime", scene.now()));
            scene.store.add("MetaEntity", id, fields);
            results.add(Values.of("EntityType", fields.get("EntityType"), "Id", id, "Name", fields.get("Name"),
                    "Success", true));
        }
        return scene.success("Results", results);
    }

    private Map<String, Object> deleteEntities(Scene scene) {
        List<Object> results = new ArrayList<>();
        for (Object id : scene.list("Ids")) {
            Thing entity = scene.store.find("MetaEntity", id);
            results.add(Values.of("Id", id, "EntityType", entity == null ? null : entity.get("EntityType"),
                    "Name", entity == null ? null : entity.get("Name"), "Success", entity != null,
                    "ErrorMessage", entity == null ? "MetaEntity does not exist: " + id : null));
            if (entity != null) {
                scene.store.remove(entity);
            }
        }
        return scene.success("Results", results);
    }

    private Map<String, Object> tag(Scene scene, boolean add) throws Refusal {
        scene.project();
        for (Object asset : scene.list("DataAssetIds")) {
            for (Object tag : scene.list("Tags")) {
                String key = scene.text("DataAssetType") + " " + asset + " " + Values.at(tag, "Key") + " "
                        + Values.at(tag, "Value");
                Thing old = scene.store.find("AssetTag", key);
                if (old != null) {
                    scene.store.remove(old);
                }
                if (add) {
                    scene.store.add("AssetTag", key, Values.of("DataAssetId", asset, "Type",
                            scene.text("DataAssetType"), "Key", Values.at(tag, "Key"), "Value", Values.at(tag, "Value"),
                            "TagSource", "UserDefined", "Creator", scene.account(), "AutoTraceEnabled",
                            Values.truth(scene.argument("AutoTraceEnabled"))));
                }
            }
        }
        return scene.success();
    }

    private Map<String, Object> assets(Scene scene) throws Refusal {
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<Object> ids = scene.list("DataAssetIds");
        for (String[] kind : new String[][] {{"Task", "Task"}, {"Node", "Node"}, {"Table", "Table"}}) {
            for (Thing thing : scene.store.all(kind[0])) {
                List<Object> tags = new ArrayList<>();
                for (Thing tag : scene.store.where("AssetTag", "DataAssetId", thing.key())) {
                    tags.add(tag.fields());
                }
                boolean typed = scene.text("DataAssetType") == null
                        || scene.text("DataAssetType").endsWith(kind[1]);
                boolean wanted = ids.isEmpty() || ids.contains(thing.key());
                boolean named = scene.text("Name") == null || Values.contains(thing.get("Name"), scene.text("Name"));
                if (scene.inProject(thing) && typed && wanted && named && tagged(tags, scene.list("Tags"))) {
                    items.add(Values.of("Id", thing.key(), "Name", thing.get("Name"), "Type", kind[1],
                            "ProjectId", thing.get("ProjectId"), "EnvType", "Prod", "DataAssetTagMappings", tags));
                    keys.add(kind[0] + thing.key());
                }
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), items, keys);
    }

    private static boolean tagged(List<Object> tags, List<Object> wanted) {
        for (Object pair : wanted) {
            if (tags.stream().noneMatch(tag -> Values.same(Values.at(tag, "Key"), Values.at(pair, "Key"))
                    && (Values.at(pair, "Value") == null
                    || Values.same(Values.at(tag, "Value"), Values.at(pair, "Value"))))) {
                return false;
            }
        }
        return true;
    }

    /** Collections and datasets have ids that say what they are. */
    static final class Datasets implements Custom {
        @Override
        public void creating(Scene scene, Map<String, Object> fields) {
            fields.put("Id", "dataworks-dataset:" + scene.realm.ids.hex("Dataset", scene.realm.ids.count("Dataset")));
            fields.putIfAbsent("Origin", "DATAWORKS");
        }

        @Override
        public void created(Scene scene, Thing dataset) {
            Map<String, Object> first = dataset.get("InitVersion") == null ? new LinkedHashMap<>()
                    : Values.map(dataset.get("InitVersion"));
            first.putAll(Values.of("DatasetId", dataset.key(), "StorageType", dataset.get("StorageType")));
            version(scene, dataset, first);
        }

        private static Thing version(Scene scene, Thing dataset, Map<String, Object> fields) {
            long number = scene.store.where("DatasetVersion", "DatasetId", dataset.key()).size() + 1L;
            String id = dataset.key().replace("dataset", "datasetVersion") + ":" + number;
            fields.putAll(Values.of("Id", id, "Number", number, "VersionNumber", number,
                    "CreateUser", scene.account(), "CreatorId", scene.account(), "CreateTime", scene.now(),
                    "ModifyTime", scene.now()));
            Thing version = scene.store.add("DatasetVersion", id, fields);
            scene.store.put(dataset.with(Values.of("LatestVersion", version.fields())));
            return version;
        }

        @Override
        public void deleting(Scene scene, Thing dataset) {
            for (Thing version : scene.store.where("DatasetVersion", "DatasetId", dataset.key())) {
                scene.store.remove(version);
            }
        }
    }

    /** A further version of a dataset takes the next number. */
    static final class Versions implements Custom {
        @Override
        public void creating(Scene scene, Map<String, Object> fields) throws Refusal {
            Thing dataset = scene.need("Dataset", fields.get("DatasetId"));
            long number = 1;
            for (Thing version : scene.store.where("DatasetVersion", "DatasetId", dataset.key())) {
                number = Math.max(number, version.number("Number") + 1);
            }
            fields.putAll(Values.of("Id", dataset.key().replace("dataset", "datasetVersion") + ":" + number,
                    "Number", number, "VersionNumber", number, "StorageType", dataset.get("StorageType")));
        }

        @Override
        public void created(Scene scene, Thing version) {
            Thing dataset = scene.store.find("Dataset", version.get("DatasetId"));
            scene.store.put(dataset.with(Values.of("LatestVersion", version.fields())));
        }
    }
}
