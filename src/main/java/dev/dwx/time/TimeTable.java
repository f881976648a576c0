package dev.dwx.time;

import dev.dwx.catalog.ApiCatalog;
import java.util.HashMap;
import java.util.Map;

/**
 * Which parameter wants which form. Each row was read off the documented format or sample value of that
 * parameter in the operation's reference page; nested values are named by the way to them.
 */
final class TimeTable {
    private static final String[] NEW = {
        "DAY_MILLIS", "ListTaskInstances.Bizdate", "ListWorkflowInstances.BizDate", "RerunWorkflowInstances.Bizdate",
        "ExecuteAdhocWorkflowInstance.BizDate", "ListTaskOperationLogs.Date", "ListTaskInstanceOperationLogs.Date",
        "MILLIS", "TriggerSchedulerTaskInstance.TriggerTime", "RerunWorkflowInstances.StartTriggerTime",
        "RerunWorkflowInstances.EndTriggerTime", "ListCertificates.StartCreateTime", "ListCertificates.EndCreateTime",
        "CreateDataQualityEvaluationTaskInstance.Parameters.triggerTime",
        "MILLIS_TEXT", "ListTaskInstances.Filter.startedTimeStart", "ListTaskInstances.Filter.startedTimeEnd",
        "ListTaskInstances.Filter.finishedTimeStart", "ListTaskInstances.Filter.finishedTimeEnd",
        "ListTaskInstances.Filter.createTimeStart", "ListTaskInstances.Filter.createTimeEnd",
        "SECONDS", "StartDIJob.RealtimeStartSettings.StartTime",
        "DATE", "CreateWorkflowInstances.Periods.BizDates[].StartBizDate",
        "CreateWorkflowInstances.Periods.BizDates[].EndBizDate", "ListDeploymentPackageFiles.CommitFrom",
        "ListDeploymentPackageFiles.CommitTo",
        "TIME", "CreateWorkflowInstances.Periods.StartTime", "CreateWorkflowInstances.Periods.EndTime",
        "CreateWorkflowInstances.DefaultRunProperties.RunPolicy.StartTime",
        "CreateWorkflowInstances.DefaultRunProperties.RunPolicy.EndTime",
        "CreateAlertRule.Notification.SilenceStartTime", "CreateAlertRule.Notification.SilenceEndTime",
        "UpdateAlertRule.Notification.SilenceStartTime", "UpdateAlertRule.Notification.SilenceEndTime",
        "HOUR_MINUTE", "CreateAlertRule.TriggerCondition.Extension.UnFinished.UnFinishedTime",
        "CreateAlertRule.TriggerCondition.Extension.CycleUnfinished.CycleAndTime[].Time",
        "UpdateAlertRule.TriggerCondition.Extension.UnFinished.UnFinishedTime",
        "UpdateAlertRule.TriggerCondition.Extension.CycleUnfinished.CycleAndTime[].Time",
        "DATE_TIME", "UpdateTask.Trigger.StartTime", "UpdateTask.Trigger.EndTime", "UpdateWorkflow.Trigger.StartTime",
        "UpdateWorkflow.Trigger.EndTime", "BatchUpdateTasks.Tasks[].Trigger.StartTime",
        "BatchUpdateTasks.Tasks[].Trigger.EndTime",
    };

    private static final String[] OLD = {
        "DATE_TIME", "GetMetaTableChangeLog.StartDate",
        "GetMetaTableChangeLog.EndDate", "ListQualityResultsByEntity.StartDate", "ListQualityResultsByEntity.EndDate",
        "ListQualityResultsByRule.StartDate", "ListQualityResultsByRule.EndDate",
        "DsgWhiteListAddOrUpdate.WhiteLists[].StartTime", "DsgWhiteListAddOrUpdate.WhiteLists[].EndTime",
        "MIDNIGHT", "ListInstances.Bizdate", "ListInstances.BeginBizdate", "ListInstances.EndBizdate",
        "RunSmokeTest.Bizdate", "CreateDagTest.Bizdate", "RunCycleDagNodes.StartBizDate", "RunCycleDagNodes.EndBizDate", "RunManualDagNodes.BizDate",
        "RunManualDagNodes.StartBizDate", "RunManualDagNodes.EndBizDate", "CreateDagComplement.StartBizDate",
        "CreateDagComplement.EndBizDate", "CreateManualDag.BizDate",
        "TIME", "RunCycleDagNodes.BizBeginTime", "RunCycleDagNodes.BizEndTime", "CreateDagComplement.BizBeginTime",
        "CreateDagComplement.BizEndTime", "UpdateBaseline.AlertSettings[].SilenceStartTime",
        "UpdateBaseline.AlertSettings[].SilenceEndTime",
        "HOUR_MINUTE", "CreateRemind.DndEnd", "UpdateRemind.DndEnd", "CreateBaseline.OvertimeSettings[].Time",
        "UpdateBaseline.OvertimeSettings[].Time",
        "DATE", "GetMetaTableOutput.StartDate", "GetMetaTableOutput.EndDate", "GetInstanceStatusCount.BizDate",
        "GetInstanceStatusStatistic.BizDate",
        "COMPACT_DATE", "GetOpRiskData.Date", "GetOpSensitiveData.Date",
        "OFFSET_DATE_TIME", "ListAlertMessages.BeginTime", "ListAlertMessages.EndTime", "GetBaselineKeyPath.Bizdate",
        "GetBaselineStatus.Bizdate", "ListBaselineStatuses.Bizdate", "ListTopics.BeginTime", "ListTopics.EndTime",
        "ListInstanceAmount.BeginDate", "ListInstanceAmount.EndDate", "GetInstanceCountTrend.BeginDate",
        "GetInstanceCountTrend.EndDate", "GetInstanceConsumeTimeRank.Bizdate",
        "SECONDS", "StartDIJob.RealtimeStartSettings.StartTime", "CreateDataServiceApiAuthority.EndTime",
        "DAY_MILLIS", "RunTriggerNode.BizDate",
        "MILLIS", "RunTriggerNode.CycleTime", "ListMeasureData.StartTime", "ListMeasureData.EndTime",
        "ListShiftPersonnels.BeginTime", "ListShiftPersonnels.EndTime", "ListPermissionApplyOrders.StartTime",
        "ListPermissionApplyOrders.EndTime", "ListDeployments.EndCreateTime", "ListDeployments.EndExecuteTime",
    };

    /** In both versions alike: the file family. */
    private static final String[] BOTH = {
        "MILLIS", "CreateFile.StartEffectDate", "CreateFile.EndEffectDate", "UpdateFile.StartEffectDate",
        "UpdateFile.EndEffectDate", "ListDeploymentPackages.EndCreateTime", "ListDeploymentPackages.EndExecuteTime",
    };

    private TimeTable() {
    }

    static TimeForm find(String version, String operation, String path) {
        String key = operation + "." + path;
        TimeForm form = Rows.BOTH_FORMS.get(key);
        return form != null ? form : (ApiCatalog.V2020.equals(version) ? Rows.OLD_FORMS : Rows.NEW_FORMS).get(key);
    }

    /** Filled when a time is first encoded, not when a session starts. */
    private static final class Rows {
        static final Map<String, TimeForm> NEW_FORMS = read(NEW);
        static final Map<String, TimeForm> OLD_FORMS = read(OLD);
        static final Map<String, TimeForm> BOTH_FORMS = read(BOTH);

        private static Map<String, TimeForm> read(String[] rows) {
            Map<String, TimeForm> forms = new HashMap<>();
            TimeForm form = null;
            for (String row : rows) {
                if (row.indexOf('.') < 0) {
                    form = TimeForm.valueOf(row);
                } else {
                    forms.put(row, form);
                }
            }
            return Map.copyOf(forms);
        }
    }
}
