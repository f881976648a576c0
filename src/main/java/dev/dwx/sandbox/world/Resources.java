package dev.dwx.sandbox.world;

import dev.dwx.sandbox.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resource groups, networks, images and data sources: who may use them, copies, connection tests. */
final class Resources implements Behaviours {
    @Override
    public Handler find(boolean legacy, String name) {
        switch (name) {
            case "AssociateProjectToResourceGroup":
                return scene -> bind(scene, "ResourceGroup", scene.text("ResourceGroupId"), true);
            case "DissociateProjectFromResourceGroup":
                return scene -> bind(scene, "ResourceGroup", scene.text("ResourceGroupId"), false);
            case "ListResourceGroupAssociateProjects":
                return scene -> scene.success("ProjectIdList",
                        scene.need("ResourceGroup", scene.text("ResourceGroupId")).get("ProjectIds"));
            case "AssociateProjectToImage":
                return scene -> bind(scene, "Image", scene.text("Id"), true);
            case "DissociateProjectFromImage":
                return scene -> bind(scene, "Image", scene.text("Id"), false);
            case "ListImageAssociatedProjects":
                return scene -> scene.success("Data", scene.need("Image", scene.text("Id")).get("ProjectIds"));
            case "ListImageVersions":
                return scene -> Listing.page(scene, ListPlace.of(scene.operation),
                        List.of(scene.need("Image", scene.text("Id"))));
            case "ListResourceGroupMetricData":
                return this::metrics;
            case "CloneDataSource":
                return this::cloneSource;
            case "TestDataSourceConnectivity":
                return this::test;
            case "TestNetworkConnection":
                return this::testNetwork;
            case "ExportDataSources":
                return scene -> Listing.list(scene, "DataSource");
            case "ImportDataSources":
                return this::importSources;
            case "SetDataSourceShare":
                return scene -> scene.success("Data", Values.of("Status", "success", "Message",
                        named(scene, scene.text("DatasourceName")).text("Name")));
            default:
                return null;
        }
    }

    private Map<String, Object> bind(Scene scene, String kind, Object id, boolean add) throws Refusal {
        Thing thing = scene.need(kind, id);
        List<Object> projects = Values.list(thing.get("ProjectIds"));
        projects.remove(scene.project());
        if (add) {
            projects.add(scene.project());
        }
        scene.store.put(thing.with(Values.of("ProjectIds", projects)));
        return scene.success();
    }

    private Map<String, Object> metrics(Scene scene) throws Refusal {
        Thing group = scene.need("ResourceGroup", scene.text("ResourceGroupId"));
        Long begin = scene.number("BeginTime");
        long from = begin == null ? scene.now() - 3_600_000 : begin;
        List<Object> metrics = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            metrics.add(Values.of("Timestamp", from + i * 60_000L, "Value",
                    java.math.BigDecimal.valueOf(scene.realm.ids.pick("metric", i, 1_000), 2)));
        }
        return scene.success("MetricData", Values.of("Id", group.key(), "MetricName", scene.text("MetricName"),
                "Metrics", metrics));
    }

    private Map<String, Object> cloneSource(Scene scene) throws Refusal {
        Thing source = scene.find("DataSource");
        Map<String, Object> fields = new LinkedHashMap<>(source.fields());
        fields.remove("Id");
        fields.put("Name", scene.text("CloneDataSourceName"));
        return Crud.made(scene, Crud.make(scene, "DataSource", fields));
    }

    private Map<String, Object> test(Scene scene) throws Refusal {
        scene.need("DataSource", scene.argument("DataSourceId"));
        scene.need("ResourceGroup", scene.text("ResourceGroupId"));
        return scene.success("Connectivity", Values.of("ConnectState", "Connectable", "ConnectMessage", "",
                "DetailLogs", List.of(Values.of("Code", "validate_input", "StartTime", scene.now() - 400,
                        "EndTime", scene.now() - 200, "Message", "success"),
                        Values.of("Code", "connect", "StartTime", scene.now() - 200, "EndTime", scene.now(),
                                "Message", "success"))));
    }

    /** The group of an id, which must be the project's. */
    static Thing bound(Scene scene, Object id) throws Refusal {
        Thing group = scene.need("ResourceGroup", id);
        Long project = scene.project();
        boolean ours = project == null;
        for (Object one : Values.list(group.get("ProjectIds"))) {
            ours |= Values.same(one, project);
        }
        if (!ours) {
            throw Refusal.of(400, "InvalidParameter.ResourceGroupNotInProject",
                    "resourceGroupId is not in the project: " + id + ", project " + project);
        }
        return group;
    }

    static Thing named(Scene scene, Object name) throws Refusal {
        for (Thing source : scene.store.where("DataSource", "Name", name)) {
            if (scene.inProject(source)) {
                return source;
            }
        }
        throw Faults.notFound("DataSource", name);
    }

    private Map<String, Object> testNetwork(Scene scene) throws Refusal {
        named(scene, scene.text("DatasourceName"));
        return scene.success("TaskList", Values.of("ConnectStatus", true, "ConnectMessage", ""));
    }

    private Map<String, Object> importSources(Scene scene) throws Refusal {
        Object given;
        try {
            given = JsonText.read(scene.text("DataSources"));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("DataSources must be a JSON list: " + e.getMessage());
        }
        for (Object one : Values.list(given)) {
            Map<String, Object> row = Values.map(one);
            if (row == null || row.get("Name") == null) {
                throw Refusal.invalid("every data source needs a Name");
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            row.forEach((name, value) -> {
                Vocabulary.Field field = scene.realm.vocabulary.field(scene.operation.version(), "DataSource", name);
                fields.put(field.name(), field.codec().in(value));
            });
            Crud.make(scene, "DataSource", fields);
        }
        return scene.success("Data", Values.of("Status", true, "Message", ""));
    }

    /** Rows of one name exist per environment; the connection's own properties say which. */
    static final class Sources implements Custom {
        @Override
        public void creating(Scene scene, Map<String, Object> fields) {
            Object properties = fields.get("ConnectionProperties");
            Map<String, Object> connection = properties instanceof String text ? Values.object(text)
                    : Values.map(properties);
            Object env = Values.at(connection, "envType");
            fields.putIfAbsent("EnvType", "Dev".equalsIgnoreCase(String.valueOf(env)) ? "Dev" : "Prod");
            Map<String, Object> standard = Values.of("QualifiedName", fields.get("Type") + "." + fields.get("Name"),
                    "Enablement", 1L, "ConnectStatus", 0L, "Shared", false, "DefaultEngine", false,
                    "WhetherDefault", false);
            standard.forEach(fields::putIfAbsent);
        }
    }

    /** Groups have a long id of their own kind, and are bound to projects. */
    static final class Groups implements Custom {
        @Override
        public void creating(Scene scene, Map<String, Object> fields) {
            long number = scene.realm.ids.count("ResourceGroup");
            fields.put("Id", "Serverless_res_group_" + scene.account() + "_"
                    + Math.floorMod(scene.realm.ids.mix("ResourceGroup", number + 100), 1_000_000_000_000_000L));
            Map<String, Object> standard = Values.of("ResourceGroupType", "CommonV2", "Status", "Normal",
                    "OrderId", 240_000_000_000_000L + number, "OrderInstanceId", "dataworks-order-" + (100 + number),
                    "DefaultVpcId", fields.get("VpcId"), "DefaultVswitchId", fields.get("VswitchId"),
                    "Spec", null, "ProjectIds", new ArrayList<>(), "Number", 9_000_100L + number);
            standard.forEach(fields::putIfAbsent);
            if (fields.get("Spec") instanceof Long amount) {
                fields.put("Spec", Values.of("Amount", amount, "Standard", "CU"));
            }
        }

        /** Without types asked for, only serverless groups are listed; with a project, only what is bound to it. */
        @Override
        public boolean listed(Scene scene, Thing group) throws Refusal {
            boolean typed = !scene.takes("ResourceGroupTypes") || scene.argument("ResourceGroupTypes") != null
                    || "CommonV2".equals(group.get("ResourceGroupType"));
            return typed && (scene.project() == null || !scene.takes("ResourceGroupTypes")
                    || Values.list(group.get("ProjectIds")).contains(scene.project()));
        }
    }
}
