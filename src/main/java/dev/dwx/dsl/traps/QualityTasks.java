package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;

/** Checks of data quality: rules that outlive their task, partitioned tables without a partition, a trigger that does not exist. */
final class QualityTasks implements Guard {
    private static final int SHOWN = 5;

    private final TrapTools tools;

    QualityTasks(TrapTools tools) {
        this.tools = tools;
    }

    @Override
    public PlannedCall before(PlannedCall call) {
        switch (call.operation().name()) {
            case "DeleteDataQualityEvaluationTask" -> rules(call);
            case "CreateDataQualityEvaluationTask", "UpdateDataQualityEvaluationTask" -> {
                trigger(call);
                partition(call, true);
            }
            case "CreateDataQualityRule" -> partition(call, false);
            default -> {
                return call;
            }
        }
        return call;
    }

    private void rules(PlannedCall call) {
        Object body = tools.read(call.context(), ApiCatalog.V2024, "ListDataQualityRules", "ProjectId", call.arguments().get("ProjectId"),
                "DataQualityEvaluationTaskId", call.arguments().get("Id"), "PageNumber", 1L, "PageSize", 100L);
        List<?> rules = Answers.list(body, "PagingInfo", "DataQualityRules");
        if (rules.isEmpty()) {
            return;
        }
        List<String> shown = new ArrayList<>();
        for (Object rule : rules.subList(0, Math.min(SHOWN, rules.size()))) {
            shown.add(Answers.text(rule, "Name") + " (" + Answers.text(rule, "Id") + ")");
        }
        String total = Answers.text(body, "PagingInfo", "TotalCount");
        tools.notes().note("rules-first", call.operation(), call.arguments().get("Id"), Texts.of("the task has {0} rules, which stay"
                + " behind without it: {1}{2}; delete them first: DeleteDataQualityRule(Id: …)", total == null ? rules.size() : total,
                String.join(", ", shown), rules.size() > SHOWN ? " …" : ""));
    }

    private static void trigger(PlannedCall call) {
        String type = Answers.text(call.arguments().get("Trigger"), "Type");
        if ("BySchedule".equals(type)) {
            throw TrapTools.refusal(call.operation(), List.of(Texts.of("Trigger.Type: there is no BySchedule")),
                    Texts.of("Trigger: [Type: 'ByScheduledTaskInstance', TaskIds: [ … ]], or [Type: 'ByManual']"));
        }
    }

    /** Only a table that is known to be partitioned is worth a stop. */
    private void partition(PlannedCall call, boolean needed) {
        Object target = call.arguments().get("Target");
        String guid = Answers.text(target, "TableGuid");
        if (guid == null || !guid.startsWith("odps.") || Answers.text(target, "PartitionSpec") != null) {
            return;
        }
        String[] parts = guid.split("\\.");
        if (parts.length != 3 && parts.length != 4) {
            return;
        }
        String id = "maxcompute-table:::" + parts[1] + ":" + (parts.length == 4 ? parts[2] : "") + ":" + parts[parts.length - 1];
        List<?> keys = Answers.list(tools.read(call.context(), ApiCatalog.V2024, "GetTable", "Id", id), "Table", "PartitionKeys");
        if (keys.isEmpty()) {
            return;
        }
        String first = keys.get(0) instanceof String name ? name : Answers.text(keys.get(0), "Name");
        String spec = "PartitionSpec: '" + (first == null ? "dt" : first) + "=$[yyyymmdd-1]'";
        String text = Texts.of("Target: {0} is partitioned by {1}, and PartitionSpec does not say which partition is meant", guid, keys);
        if (needed) {
            throw TrapTools.refusal(call.operation(), List.of(text), "Target: [" + spec + ", …]");
        }
        tools.notes().note("partition", call.operation(), guid, Texts.of("{0}; {1}", text, spec));
    }
}
