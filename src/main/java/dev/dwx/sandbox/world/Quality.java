package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Data quality: rules of an evaluation task, its runs and their results; scans and their runs. */
final class Quality implements Behaviours {
    private static final String TASK = "DataQualityEvaluationTask";
    private static final String RULE = "DataQualityRule";
    private static final String RESULT = "DataQualityResult";

    @Override
    public Handler find(boolean legacy, String name) {
        switch (name) {
            case "AttachDataQualityRulesToEvaluationTask":
                return scene -> attach(scene, true);
            case "DetachDataQualityRulesFromEvaluationTask":
                return scene -> attach(scene, false);
            case "ListDataQualityRules":
                return scene -> byTable(scene, RULE);
            case "ListDataQualityEvaluationTasks":
                return scene -> byTable(scene, TASK);
            case "ListDataQualityEvaluationTaskInstances":
                return this::instances;
            case "GetDataQualityScanRunLog":
                return this::scanLog;
            default:
                return null;
        }
    }

    @Override
    public Set<String> makes() {
        return Set.of(RESULT);
    }

    private static Thing task(Scene scene) throws Refusal {
        Thing task = scene.store.find(TASK, scene.argument(TASK + "Id"));
        if (task == null || !scene.inProject(task)) {
            throw Faults.notFound(TASK, scene.argument(TASK + "Id"));
        }
        return task;
    }

    private Map<String, Object> attach(Scene scene, boolean add) throws Refusal {
        Thing task = task(scene);
        for (Object id : scene.list("DataQualityRuleIds")) {
            Thing rule = scene.need(RULE, id);
            List<Object> tasks = Values.list(rule.get("Tasks"));
            tasks.remove(task.get("Id"));
            if (add) {
                tasks.add(task.get("Id"));
            }
            scene.store.put(rule.with(Values.of("Tasks", tasks)));
        }
        return scene.success();
    }

    /** Rules and tasks by the table they watch, rules also by the task they belong to. */
    private Map<String, Object> byTable(Scene scene, String kind) throws Refusal {
        List<Thing> found = new ArrayList<>();
        Object wanted = kind.equals(RULE) ? scene.argument(TASK + "Id") : null;
        for (Thing thing : scene.store.all(kind)) {
            boolean named = scene.text("Name") == null || Values.contains(thing.get("Name"), scene.text("Name"));
            boolean table = scene.text("TableGuid") == null
                    || Values.same(Values.at(thing.get("Target"), "TableGuid"), scene.text("TableGuid"));
            boolean attached = wanted == null
                    || Values.list(thing.get("Tasks")).stream().anyMatch(id -> Values.same(id, wanted));
            if (scene.inProject(thing) && named && table && attached) {
                found.add(thing);
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), found);
    }

    private Map<String, Object> instances(Scene scene) throws Refusal {
        List<Thing> found = new ArrayList<>();
        Long from = scene.number("CreateTimeFrom");
        Long to = scene.number("CreateTimeTo");
        for (Thing thing : scene.store.all(TASK + "Instance")) {
            Long at = thing.number("CreateTime");
            Object task = scene.argument(TASK + "Id");
            boolean table = scene.text("TableGuid") == null
                    || Values.same(Values.at(thing.get("Task"), "Target", "TableGuid"), scene.text("TableGuid"));
            if (scene.inProject(thing) && table && (task == null || Values.same(thing.get("TaskRef"), task))
                    && (from == null || at >= from) && (to == null || at <= to)) {
                found.add(thing);
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), found);
    }

    private Map<String, Object> scanLog(Scene scene) throws Refusal {
        Thing run = scene.find("DataQualityScanRun");
        String log = "scan " + run.get("ScanRef") + " run " + run.key() + "\nstatus " + run.get("Status") + "\n";
        long offset = scene.number("Offset") == null ? 0 : Math.max(0, scene.number("Offset"));
        int from = (int) Math.min(offset, log.length());
        return scene.success("LogSegment", Values.of("Log", log.substring(from),
                "NextOffset", "Running".equals(run.get("Status")) ? log.length() : -1L));
    }

    /**
     * Checks a watched table: what no crawler has seen is not there, and of a table with partitions it must be said which.
     *
     * @param whole whether the range must be said here; a rule takes its task's
     */
    private static void target(Scene scene, Object target, boolean whole) throws Refusal {
        String guid = String.valueOf(Values.at(target, "TableGuid"));
        Thing table = null;
        for (Thing one : scene.store.where("Table", "Guid", guid)) {
            table = one;
        }
        if (table == null && guid.startsWith("holo")) {
            throw Refusal.of(400, "InvalidParameter.TableNotExists", "表（" + guid + "）不存在");
        }
        Object spec = Values.at(target, "PartitionSpec");
        if (whole && table != null && !Values.list(table.get("PartitionKeys")).isEmpty()
                && (spec == null || spec.toString().isBlank())) {
            throw Refusal.of(400, "InvalidParameter.PartitionSpec", "分区表" + table.get("Name") + "的数据范围必须设置");
        }
    }

    /** Rules by themselves. */
    static final class Rules implements Custom {
        @Override
        public void creating(Scene scene, Map<String, Object> fields) throws Refusal {
            target(scene, fields.get("Target"), false);
        }
    }

    /** A task can bring its rules along. */
    static final class Tasks implements Custom {
        @Override
        public void creating(Scene scene, Map<String, Object> fields) throws Refusal {
            if (fields.get("DataSourceId") == null) {
                throw Refusal.missing("DataSourceId");
            }
            scene.need("DataSource", fields.get("DataSourceId"));
            Object trigger = Values.at(fields.get("Trigger"), "Type");
            if (trigger != null && !trigger.equals("ByManual") && !trigger.equals("ByScheduledTaskInstance")) {
                throw Refusal.invalid("Trigger.Type is ByManual or ByScheduledTaskInstance, and is " + trigger + ".");
            }
            target(scene, fields.get("Target"), true);
        }

        @Override
        public void created(Scene scene, Thing task) throws Refusal {
            for (Object given : Values.list(task.get("DataQualityRules"))) {
                Map<String, Object> rule = Values.map(given);
                if (rule == null) {
                    continue;
                }
                Thing old = scene.store.find(RULE, rule.get("Id"));
                if (old != null) {
                    List<Object> tasks = Values.list(old.get("Tasks"));
                    tasks.add(task.get("Id"));
                    scene.store.put(old.with(Values.of("Tasks", tasks)));
                } else {
                    Object id = scene.realm.ids.next(RULE, Ids.Form.WHOLE);
                    rule.putAll(Values.of("Id", id, "ProjectId", task.get("ProjectId"), "Target", task.get("Target"),
                            "Tasks", List.of(task.get("Id"))));
                    scene.store.add(RULE, id, rule);
                }
            }
        }
    }

    /** A run of an evaluation task: it takes a few seconds and every enabled rule has a result. */
    static final class Runs implements Custom {
        @Override
        public void creating(Scene scene, Map<String, Object> fields) throws Refusal {
            Thing task = task(scene);
            Map<String, Object> parameters = Values.object(scene.text("Parameters"));
            if (parameters == null || parameters.get("triggerTime") == null) {
                throw Refusal.invalid("Parameters must be JSON text with triggerTime in milliseconds.");
            }
            fields.putAll(Values.of("Task", task.fields(), "TaskRef", task.get("Id"), "Status", "Running"));
        }

        @Override
        public void created(Scene scene, Thing run) {
            List<Object> results = new ArrayList<>();
            long end = scene.now() + 4_000;
            for (Thing rule : scene.store.all(RULE)) {
                boolean ours = Values.list(rule.get("Tasks")).stream()
                        .anyMatch(id -> Values.same(id, run.get("TaskRef")));
                if (ours && !Boolean.FALSE.equals(rule.get("Enabled"))) {
                    Object id = scene.realm.ids.next(RESULT, Ids.Form.WHOLE);
                    Map<String, Object> result = Values.of("Id", id, "Rule", rule.fields(), "Status", "Passed",
                            "CreateTime", end, "TaskInstanceId", run.get("Id"), "Sample", "[]", "Details",
                            List.of(Values.of("CheckedValue", "100", "ReferencedValue", "0", "Status", "Passed")));
                    results.add(result);
                    Map<String, Object> kept = new LinkedHashMap<>(result);
                    kept.putAll(Values.of("ProjectId", run.get("ProjectId"), "DataQualityRuleId", rule.get("Id"),
                            "DataQualityEvaluationTaskId", run.get("TaskRef"),
                            "DataQualityEvaluationTaskInstanceId", run.get("Id")));
                    scene.store.add(RESULT, id, kept);
                }
            }
            scene.store.put(run.then(List.of(new Thing.Step(end, Values.of("Status", "Passed", "FinishTime", end,
                    "Results", results)))));
        }
    }

    /** A run of a scan. */
    static final class ScanRuns implements Custom {
        @Override
        public void creating(Scene scene, Map<String, Object> fields) throws Refusal {
            Thing scan = scene.need("DataQualityScan", fields.get("DataQualityScanId"));
            fields.putAll(Values.of("Scan", scan.fields(), "ScanRef", scan.get("Id"), "Status", "Running",
                    "ProjectId", scan.get("ProjectId")));
        }

        @Override
        public void created(Scene scene, Thing run) {
            long end = scene.now() + 4_000;
            scene.store.put(run.then(List.of(new Thing.Step(end, Values.of("Status", "Pass", "FinishTime", end,
                    "Results", List.of(Values.of("Rule", "row_count > 0", "Status", "Pass", "CreateTime", end)))))));
        }
    }
}
