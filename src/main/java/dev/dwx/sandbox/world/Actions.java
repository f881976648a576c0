package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Operations that start, stop, switch or judge one thing: integration jobs, crawlers, processes, APIs, migrations. */
final class Actions implements Behaviours {
    private static final long SECOND = 1_000L;

    @Override
    public Handler find(boolean legacy, String name) {
        switch (name) {
            case "StartDIJob":
                return scene -> move(scene, "DIJob", "Status", "Starting", 3, "Running");
            case "StopDIJob":
                return scene -> move(scene, "DIJob", "Status", "Stopping", 2, "Stop");
            case "GetDIJobLog":
                return scene -> {
                    Thing job = scene.find("DIJob");
                    return scene.success("Log", "job " + job.get("Name") + " is " + job.get("Status") + "\n");
                };
            case "EnableProcessDefinition":
                return scene -> set(scene, "ProcessDefinition", Values.of("Enabled", true));
            case "DisableProcessDefinition":
                return scene -> set(scene, "ProcessDefinition", Values.of("Enabled", false));
            case "RunCrawler":
                return this::runCrawler;
            case "StopCrawler":
                return scene -> {
                    set(scene, "Crawler", Values.of("LastRunStatus", "Stopped"));
                    return scene.success("Id", scene.argument("Id"));
                };
            case "ListCrawlerRuns":
                return scene -> {
                    Thing crawler = scene.find("Crawler");
                    List<Thing> runs = scene.store.where("CrawlerRun", "Crawler", crawler.key());
                    runs.removeIf(run -> scene.text("Status") != null
                            && !Values.same(run.get("Status"), scene.text("Status")));
                    return Listing.page(scene, ListPlace.of(scene.operation), runs);
                };
            case "RunSemanticJob":
                return this::runSemanticJob;
            case "ListSemanticJobRuns":
                return scene -> Listing.page(scene, ListPlace.of(scene.operation),
                        scene.store.where("SemanticJobRun", "JobName", scene.text("JobName")));
            case "GetSemanticJobDetail":
                return scene -> scene.success("Data", semanticRun(scene).fields());
            case "GetSemanticJobLog":
                return scene -> {
                    Thing run = semanticRun(scene);
                    return scene.success("Data", List.of(Values.of("LogContent", "job " + run.get("JobName")
                            + " runs on " + run.get("ResourceGroupId"), "LogEnd", run.steps().isEmpty())));
                };
            case "KillSemanticJob":
                return scene -> {
                    scene.store.put(semanticRun(scene).with(Values.of("Statuses", List.of(5L))).then(List.of()));
                    return scene.success();
                };
            case "ListParameterVersions":
                return this::parameterVersions;
            case "RollbackParameter":
                return this::rollback;
            case "StartMigration":
                return scene -> move(scene, "Migration", "Status", "RUNNING", 5, "SUCCESS");
            case "GetMigrationProcess":
                return scene -> {
                    Object status = scene.find("Migration").get("Status");
                    return scene.success("Data", List.of(Values.of("TaskName", "export", "TaskStatus", status)));
                };
            case "SubmitDataServiceApi":
                return scene -> set(scene, "DataServiceApi", Values.of("Status", 1L));
            case "PublishDataServiceApi":
                return scene -> publishApi(scene, true);
            case "AbolishDataServiceApi":
                return scene -> publishApi(scene, false);
            case "GetDataServicePublishedApi":
                return scene -> {
                    Thing api = scene.find("DataServiceApi");
                    if (!Values.truth(api.get("Published"))) {
                        throw Faults.notFound("DataServicePublishedApi", api.key());
                    }
                    return Crud.shown(scene, api);
                };
            case "ListDataServicePublishedApis":
                return this::publishedApis;
            case "ListDataServiceApiAuthorities":
                return this::authorities;
            case "ListDataServiceAuthorizedApis":
                return this::authorizedApis;
            default:
                return null;
        }
    }

    @Override
    public Set<String> makes() {
        return Set.of();
    }

    private static Map<String, Object> set(Scene scene, String kind, Map<String, Object> changes) throws Refusal {
        scene.change(scene.find(kind), changes);
        return scene.success();
    }

    /** One state now, another one after some seconds. */
    private static Map<String, Object> move(Scene scene, String kind, String field, String first, int seconds,
            String then) throws Refusal {
        Thing thing = scene.find(kind);
        long at = scene.now() + seconds * SECOND;
        Map<String, Object> changes = Values.of(field, first, "ModifyTime", scene.now());
        if (first.equals("Starting")) {
            changes.putAll(Values.of("StartedTime", scene.now(), "StartUser", scene.account()));
        }
        scene.store.put(thing.with(changes).then(List.of(new Thing.Step(at,
                Values.of(field, then, "ModifyTime", at)))));
        return scene.success();
    }

    private Map<String, Object> runCrawler(Scene scene) throws Refusal {
        Thing crawler = scene.find("Crawler");
        long end = scene.now() + 6 * SECOND;
        Object id = scene.realm.ids.next("TaskInstance", Ids.Form.WHOLE);
        Thing run = scene.store.add("CrawlerRun", id, Values.of("Crawler", crawler.key(), "TaskInstanceId", id,
                "Status", "Running", "StartedTime", scene.now(), "TotalTableCount", 0L));
        scene.store.put(run.then(List.of(new Thing.Step(end, Values.of("Status", "Success", "FinishedTime", end,
                "Duration", 6L, "TotalTableCount", 12L)))));
        scene.store.put(crawler.with(Values.of("LastRunStatus", "Running", "LastRunTaskInstanceId", id))
                .then(List.of(new Thing.Step(end, Values.of("LastRunStatus", "Success")))));
        Map<String, Object> body = scene.success();
        scene.put(body, "Id", crawler.get("Id"));
        scene.put(body, "RunStatus", "Running");
        scene.put(body, "TaskInstanceId", id);
        return body;
    }

    private Map<String, Object> runSemanticJob(Scene scene) throws Refusal {
        Thing job = scene.find("SemanticJob");
        String id = scene.realm.ids.uuid("SemanticJobRun", scene.realm.ids.count("SemanticJobRun"));
        Thing run = scene.store.add("SemanticJobRun", id, Values.of("JobRunId", id, "ExecutorJobId", "T3_" + id,
                "JobName", job.get("Name"), "UserId", scene.account(), "GmtCreate", scene.now(),
                "CreateTime", scene.now(), "ProjectId", job.get("ProjectId"), "Env", "PROD",
                "ResourceGroupId", job.get("ResourceGroupId"), "Statuses", List.of(2L), "ExecTypes", List.of(1L),
                "CurrentSqlIndex", 0L));
        scene.store.put(run.then(List.of(new Thing.Step(scene.now() + 6 * SECOND,
                Values.of("Statuses", List.of(4L))))));
        return scene.success("Data", run.fields());
    }

    private static Thing semanticRun(Scene scene) throws Refusal {
        for (Thing run : scene.store.where("SemanticJobRun", "ExecutorJobId", scene.text("ExecutorJobId"))) {
            return run;
        }
        throw Faults.notFound("SemanticJobRun", scene.text("ExecutorJobId"));
    }

    private Map<String, Object> parameterVersions(Scene scene) throws Refusal {
        Thing parameter = scene.find("Parameter");
        List<Thing> versions = new ArrayList<>(List.of(parameter));
        for (Thing old : scene.store.where("ParameterVersion", "Id", parameter.get("Id"))) {
            versions.add(new Thing("Parameter", old.key(), old.sequence(), old.fields()));
        }
        return Listing.page(scene, ListPlace.of(scene.operation), versions);
    }

    private Map<String, Object> rollback(Scene scene) throws Refusal {
        Thing parameter = scene.find("Parameter");
        Thing old = scene.store.find("ParameterVersion", parameter.key() + "/" + scene.argument("RollbackVersion"));
        if (old == null) {
            throw Faults.notFound("ParameterVersion", scene.argument("RollbackVersion"));
        }
        Map<String, Object> changes = new LinkedHashMap<>();
        for (String field : List.of("Description", "Owner", "Properties")) {
            if (old.get(field) != null) {
                changes.put(field, old.get(field));
            }
        }
        Crud.change(scene, parameter, changes);
        return scene.success();
    }

    private static Map<String, Object> publishApi(Scene scene, boolean publish) throws Refusal {
        return set(scene, "DataServiceApi", Values.of("Published", publish, "Status", publish ? 2L : 0L));
    }

    private Map<String, Object> publishedApis(Scene scene) throws Refusal {
        List<Thing> found = scene.store.where("DataServiceApi", "Published", true);
        Filter filter = new Filter(scene, "DataServiceApi", ListPlace.of(scene.operation).item());
        found.removeIf(api -> !filter.accepts(api));
        return Listing.page(scene, ListPlace.of(scene.operation), found);
    }

    /** The project's APIs that others may use, with who may. */
    private Map<String, Object> authorities(Scene scene) throws Refusal {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        for (Thing grant : scene.store.where("DataServiceApiAuthority", "ProjectId", scene.project())) {
            Thing api = scene.store.find("DataServiceApi", grant.get("ApiId"));
            String keyword = scene.text("ApiNameKeyword");
            if (keyword != null && (api == null || !Values.contains(api.get("Name"), keyword))) {
                continue;
            }
            Map<String, Object> row = rows.computeIfAbsent(grant.text("ApiId"), each -> Values.of(
                    "ApiId", grant.get("ApiId"), "ProjectId", grant.get("ProjectId"),
                    "ApiName", api == null ? null : api.get("Name"), "ApiPath", api == null ? null : api.get("Path"),
                    "ApiStatus", api == null ? null : api.get("Status"),
                    "GroupId", api == null ? null : api.get("GroupId")));
            List<Object> records = Values.list(row.get("AuthorizationRecords"));
            records.add(Values.of("ProjectId", grant.get("AuthorizedProjectId"), "CreatorId",
                    grant.get("CreateUser"), "CreatedTime", grant.get("CreateTime"), "EndTime",
                    grant.get("EndTime")));
            row.put("AuthorizationRecords", records);
        }
        return Listing.page(scene, ListPlace.of(scene.operation), new ArrayList<>(rows.values()),
                new ArrayList<>(rows.keySet()));
    }

    private Map<String, Object> authorizedApis(Scene scene) throws Refusal {
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing grant : scene.store.where("DataServiceApiAuthority", "AuthorizedProjectId", scene.project())) {
            Thing api = scene.store.find("DataServiceApi", grant.get("ApiId"));
            if (api != null) {
                items.add(Values.of("ApiId", api.get("Id"), "ApiName", api.get("Name"), "ApiPath", api.get("Path"),
                        "ApiStatus", api.get("Status"), "CreatorId", api.get("CreateUser"), "GroupId",
                        api.get("GroupId"), "ProjectId", api.get("ProjectId"), "CreatedTime", api.get("CreateTime"),
                        "ModifiedTime", api.get("ModifyTime"), "GrantCreatedTime", grant.get("CreateTime"),
                        "GrantEndTime", grant.get("EndTime"), "GrantOperatorId", grant.get("CreateUser")));
                keys.add(grant.key());
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), items, keys);
    }

    /** Every state of a parameter stays readable as a version. */
    static final class Parameters implements Custom {
        @Override
        public void updating(Scene scene, Thing parameter, Map<String, Object> changes) {
            scene.store.add("ParameterVersion", parameter.key() + "/" + parameter.get("Version"),
                    parameter.fields());
        }
    }

    /** Exports and imports are one kind; the operation says which one it is. */
    static final class Migrations implements Custom {
        @Override
        public void creating(Scene scene, Map<String, Object> fields) {
            boolean export = scene.operation.name().equals("CreateExportMigration");
            fields.putAll(Values.of("Type", export ? "EXPORT" : "IMPORT", "Status", "INIT",
                    "DownloadUrl", export ? "https://sandbox.invalid/export.zip" : null));
        }
    }

    /** Fields that a new thing of some kinds has from the start. */
    static Custom starting(Object... namesAndValues) {
        return new Custom() {
            @Override
            public void creating(Scene scene, Map<String, Object> fields) {
                Values.of(namesAndValues).forEach(fields::putIfAbsent);
            }
        };
    }
}
