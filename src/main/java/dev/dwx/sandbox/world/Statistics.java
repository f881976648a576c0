package dev.dwx.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts and rankings of the previous version's operation center, computed from the instances that there are. */
final class Statistics implements Behaviours {
    private static final long DAY = 86_400_000L;

    @Override
    public Handler find(boolean legacy, String name) {
        switch (name) {
            case "GetInstanceStatusStatistic":
            case "GetInstanceStatusCount":
                return this::statuses;
            case "ListInstanceAmount":
            case "GetInstanceCountTrend":
                return this::amounts;
            case "ListSuccessInstanceAmount":
            case "GetSuccessInstanceTrend":
                return this::trend;
            case "TopTenErrorTimesInstance":
            case "GetInstanceErrorRank":
                return this::errors;
            case "TopTenElapsedTimeInstance":
            case "GetInstanceConsumeTimeRank":
                return this::elapsed;
            case "ListNodesByBaseline":
            case "GetNodeOnBaseline":
                return this::baselineNodes;
            case "ListBaselineStatuses":
                return this::baselines;
            default:
                return null;
        }
    }

    private static List<Thing> instances(Scene scene) throws Refusal {
        List<Thing> found = new ArrayList<>();
        for (Thing instance : scene.store.all("TaskInstance")) {
            if (scene.inProject(instance)) {
                found.add(instance);
            }
        }
        return found;
    }

    private static long day(Scene scene, String name) throws Refusal {
        String text = scene.text(name);
        try {
            return scene.realm.midnight(LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
        } catch (java.time.DateTimeException e) {
            throw Refusal.of(400, "Invalid.Wkbench.Parameter", name + " must be a date like 2026-03-14: " + text);
        }
    }

    private Map<String, Object> statuses(Scene scene) throws Refusal {
        long day = day(scene, "BizDate");
        Map<String, Object> counts = new LinkedHashMap<>();
        Map<String, String> names = Map.of("Failure", "FailureCount", "NotRun", "NotRunCount", "Running",
                "RunningCount", "Success", "SuccessCount", "WaitResource", "WaitResCount", "WaitTime",
                "WaitTimeCount");
        names.values().forEach(name -> counts.put(name, 0L));
        long total = 0;
        for (Thing instance : instances(scene)) {
            if (Values.same(instance.get("Bizdate"), day)) {
                total++;
                String name = names.get(instance.text("Status"));
                if (name != null) {
                    counts.put(name, (Long) counts.get(name) + 1);
                }
            }
        }
        counts.put("TotalCount", total);
        return scene.success("StatusCount", counts);
    }

    private Map<String, Object> amounts(Scene scene) throws Refusal {
        long to = day(scene, "EndDate");
        List<Object> rows = new ArrayList<>();
        List<Thing> all = instances(scene);
        for (long day = day(scene, "BeginDate"); day <= to && rows.size() < 400; day += DAY) {
            long count = 0;
            for (Thing instance : all) {
                count += Values.same(instance.get("Bizdate"), day) ? 1 : 0;
            }
            rows.add(Values.of("Date", day, "Count", count));
        }
        return scene.success("InstanceCounts", rows);
    }

    private Map<String, Object> trend(Scene scene) throws Refusal {
        long today = scene.realm.midnight(scene.realm.date(scene.now()));
        List<Thing> all = instances(scene);
        Map<String, Object> trends = new LinkedHashMap<>();
        trends.put("TodayTrend", trend(all, today));
        trends.put("YesterdayTrend", trend(all, today - DAY));
        trends.put("AvgTrend", trend(all, today - 2 * DAY));
        return scene.success("InstanceStatusTrend", trends);
    }

    private static List<Object> trend(List<Thing> all, long midnight) {
        List<Object> points = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            long until = midnight + (hour + 1) * DAY / 24;
            long count = 0;
            for (Thing instance : all) {
                Long end = instance.number("FinishedTime");
                count += "Success".equals(instance.get("Status")) && end != null && end >= midnight && end < until
                        ? 1 : 0;
            }
            points.add(Values.of("TimePoint", String.format(Locale.ROOT, "%02d:00", hour), "Count", count));
        }
        return points;
    }

    private Map<String, Object> errors(Scene scene) throws Refusal {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        for (Thing instance : instances(scene)) {
            if ("Failure".equals(instance.get("Status"))) {
                Map<String, Object> row = rows.computeIfAbsent(instance.text("TaskId"), each -> Values.of(
                        "NodeId", instance.get("TaskId"), "NodeName", instance.get("TaskName"), "Owner",
                        instance.get("Owner"), "ProjectId", instance.get("ProjectId"), "Count", 0L,
                        "ProgramType", StudioSeed.type(instance.get("TaskType")),
                        "PrgType", StudioSeed.type(instance.get("TaskType"))));
                row.put("Count", (Long) row.get("Count") + 1);
            }
        }
        List<Map<String, Object>> ranked = new ArrayList<>(rows.values());
        ranked.sort((left, right) -> Long.compare((Long) right.get("Count"), (Long) left.get("Count")));
        return scene.success("InstanceErrorRank", Values.of("UpdateTime", scene.now(),
                "ErrorRank", new ArrayList<Object>(ranked.subList(0, Math.min(10, ranked.size())))));
    }

    private Map<String, Object> elapsed(Scene scene) throws Refusal {
        List<Map<String, Object>> ranked = new ArrayList<>();
        for (Thing instance : instances(scene)) {
            Long start = instance.number("StartedTime");
            Long end = instance.number("FinishedTime");
            if (start != null && end != null) {
                ranked.add(Values.of("InstanceId", instance.get("Id"), "NodeId", instance.get("TaskId"),
                        "NodeName", instance.get("TaskName"), "Owner", instance.get("Owner"),
                        "BusinessDate", instance.get("Bizdate"), "Bizdate", instance.get("Bizdate"),
                        "Consumed", (end - start) / 1_000, "ProgramType", StudioSeed.type(instance.get("TaskType")),
                        "PrgType", StudioSeed.type(instance.get("TaskType"))));
            }
        }
        ranked.sort((left, right) -> Long.compare((Long) right.get("Consumed"), (Long) left.get("Consumed")));
        return scene.success("InstanceConsumeTimeRank", Values.of("UpdateTime", scene.now(),
                "ConsumeTimeRank", new ArrayList<Object>(ranked.subList(0, Math.min(10, ranked.size())))));
    }

    private Map<String, Object> baselineNodes(Scene scene) throws Refusal {
        Thing baseline = scene.find("Baseline");
        List<Object> rows = new ArrayList<>();
        for (Object id : Values.list(baseline.get("NodeIds"))) {
            Thing task = scene.store.find("Task", id);
            if (task != null) {
                rows.add(Values.of("NodeId", task.get("Id"), "NodeName", task.get("Name"), "Owner", task.get("Owner"),
                        "ProjectId", task.get("ProjectId")));
            }
        }
        return scene.success("Data", rows);
    }

    private Map<String, Object> baselines(Scene scene) throws Refusal {
        List<Object> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        long day = day(scene, "Bizdate");
        for (Thing baseline : scene.store.all("Baseline")) {
            rows.add(Values.of("BaselineId", baseline.get("Id"), "BaselineName", baseline.get("Name"),
                    "BaselineType", baseline.get("Type"), "Bizdate", day, "Owner", baseline.get("Owner"),
                    "Priority", baseline.get("Priority"), "ProjectId", baseline.get("ProjectId"), "InGroupId", 1L,
                    "Status", "SAFE", "FinishStatus", "NORMAL", "SlaTime", day + DAY + DAY / 4,
                    "ExpTime", day + DAY + DAY / 6, "Buffer", 3_600L));
            keys.add(baseline.key());
        }
        return Listing.page(scene, ListPlace.of(scene.operation), rows, keys);
    }
}
