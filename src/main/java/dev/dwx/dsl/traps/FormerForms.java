package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Guard;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calls in a form that examples still show and that no version takes any more, or never did. */
final class FormerForms implements Guard {
    /** Operation, a parameter that gives the form away (small letters, no underscores), what to write. */
    private static final String[][] FORMS = {
        {"GetDeployment", "id", "a deployment package: GetDeployment(DeploymentId: …); a pipeline run, which has a UUID: GetPipelineRun(Id: '…')"},
        {"CreateWorkflowDefinition", "name", "CreateWorkflowDefinition(Spec: [version: '1.1.0', kind: 'CycleWorkflow', spec: [workflows: "
                + "[[name: '…', script: [runtime: [command: 'WORKFLOW']]]]]])"},
        {"GetTable", "tableguid", "GetTable(Id: 'maxcompute-table:::<project>::<table>'), or GetMetaTableBasicInfo(TableGuid: 'odps.<project>.<table>')"},
        {"GetTable", "databasetype", "GetTable(Id: 'maxcompute-table:::<project>::<table>')"},
        {"CreateDataQualityScan", "ruleid", "CreateDataQualityScan(ClientToken: '…', Name: '…', Spec: '…'): a scan holds its rules in its Spec"},
        {"CreateDataQualityScanRun", "id", "CreateDataQualityScanRun(DataQualityScanId: …)"},
        {"AttachDataQualityRulesToEvaluationTask", "ids", "AttachDataQualityRulesToEvaluationTask(DataQualityEvaluationTaskId: …, "
                + "DataQualityRuleIds: [ … ])"},
    };
    /** Names that calls had before they were renamed, parameters and results staying the same. */
    private static final Map<String, String> RENAMED = Map.of(
            "CreateDeployment", "CreatePipelineRun", "ExecDeploymentStage", "ExecPipelineRunStage",
            "AbolishDeployment", "AbolishPipelineRun");

    /** The name that a call has now, or {@code null} when it was never renamed. */
    static String renamed(String name) {
        return RENAMED.get(name);
    }

    @Override
    public Map<String, Object> given(ApiOperation operation, Map<String, Object> arguments, Context context) {
        for (String[] form : FORMS) {
            if (form[0].equals(operation.name())) {
                look(operation, arguments, form);
            }
        }
        return arguments;
    }

    private static void look(ApiOperation operation, Map<String, Object> arguments, String[] form) {
        for (String name : arguments.keySet()) {
            if (operation.parameter(name).isEmpty() && name.toLowerCase(Locale.ROOT).replace("_", "").equals(form[1])) {
                throw TrapTools.refusal(operation, List.of(Texts.of("there is no parameter {0}", name)), form[2]);
            }
        }
    }
}
