package dev.dwx.dsl.traps;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;

/** Every trap that dwx knows: the pages of help and the cards of operations are printed from here. Nothing but texts. */
public final class TrapTable {
    private static final String SPECS = "CreateNode UpdateNode CreateWorkflowDefinition UpdateWorkflowDefinition ImportWorkflowDefinition "
            + "CreateResource UpdateResource CreateFunction UpdateFunction CreateComponent UpdateComponent";

    private TrapTable() {
    }

    private static Trap row(String name, String operations, String danger, String remedy) {
        return new Trap(name, operations.isEmpty() ? List.of() : List.of(operations.split(" ")), danger, remedy);
    }

    /** All rows, in the order in which help shows them. */
    public static List<Trap> all() {
        return List.of(
                // Publishing
                row("two ways to publish", "SubmitFile DeployFile UpdateFile GetFile DeleteFile",
                        "files of the old DataStudio and nodes of the new one are published by different calls; an id of 19 digits belongs to the new",
                        "new: CreatePipelineRun(Type: 'Online', ObjectIds: ['…']); old: SubmitFile, then DeployFile. A call that fails with the wrong id says so"),
                row("deploying too early", "SubmitFile DeployFile", "SubmitFile only begins to build a package; DeployFile before it is ready fails",
                        "the refusal is told with the package's state; wait for Status 1 and no CheckingStatus"),
                row("a blocked package", "SubmitFile GetDeploymentPackage GetDeployment",
                        "a check of an extension blocks the package; it never gets ready",
                        "CheckingStatus 7 is said in words; SkipAllDeployFileExtensions: true skips the checks, which is never done for you"),
                row("publishing is not running", "CreatePipelineRun", "a pipeline run publishes one object, with what is inside it, and runs nothing",
                        "to run: ExecuteAdhocWorkflowInstance, CreateWorkflowInstances(Type: 'SmokeTest') or RerunTaskInstances"),
                row("ids wrapped twice", "CreatePipelineRun", "ObjectIds: [['…']] names nothing; of several ids only the first is taken",
                        "refused before it is sent; several ids are remarked on"),
                row("nodes inside a workflow", "CreatePipelineRun", "a node inside a workflow cannot be published by itself",
                        "the refusal names the workflow, where it can be found"),
                row("ends that are no success", "GetPipelineRun ExecPipelineRunStage", "a run that ended with Termination or Cancel published nothing",
                        "only Success is one; the others are remarked on"),
                row("late publications", "CreatePipelineRun DeployFile ExecPipelineRunStage", "what is published from 23:30 on takes effect on the third day",
                        "remarked on at that hour of the project's zone"),
                row("content without a way back", "UpdateFile CreateFile", "UpdateFile overwrites at once, and parsing may rewrite inputs and outputs",
                        "AutoParsing left out is remarked on; the change stays in development until SubmitFile and DeployFile"),
                // Dates
                row("business dates in milliseconds", "ListTaskInstances ListWorkflowInstances RerunWorkflowInstances RunTriggerNode",
                        "the number is the midnight that begins the day before the run, in the project's zone; another one finds nothing",
                        "give a date: Bizdate: yesterday. An empty day is echoed with its date and zone, a number that is no midnight is remarked on"),
                row("two forms of one date", "ExecuteAdhocWorkflowInstance ListTaskInstances", "BizDate of an ad hoc run and Bizdate of instances want "
                        + "different forms, and the sources disagree about the first", "each call writes a date in its own form and says what was sent"),
                row("bizdate is yesterday", "CreateNode CreateDIJob ExecuteAdhocWorkflowInstance", "${bizdate} is the day before the run; a partition "
                        + "that is written today is $[yyyymmdd], and reading the wrong one syncs nothing, with success", "nothing is changed for you"),
                row("times and elapsed times", "GetTaskInstance GetWorkflowInstance ListTaskInstances", "times are milliseconds, and FinishedTime is absent while something runs",
                        "tables show dates; an absent time is null: write ?. or ask after the end"),
                // Specs
                row("JSON inside a text", "GetNode GetWorkflowDefinition UpdateNode", "Node.Spec is a text that holds JSON",
                        "it is read when it is walked: GetNode(Id: '…').Node.Spec.spec.nodes[0]; a map is written as text"),
                row("nodes that are never scheduled", SPECS, "a Spec without inputs or outputs is taken, and its node hangs off nothing",
                        "checked before it is sent, all faults at once; lint(off: ['outputs']) { … } lets a rule pass"),
                row("nodes that are ignored", "CreateNode CreateWorkflowDefinition UpdateWorkflowDefinition",
                        "only the first object of a Spec is used, and the calls of workflows ignore their nodes",
                        "remarked on; ImportWorkflowDefinition makes a workflow with its nodes in one call, as a job to wait for"),
                row("types that stay for ever", "CreateNode", "a node keeps the type that command, commandTypeId, language and data source made it",
                        "combinations that do not fit are refused: DI 23 json, HOLOGRES_SQL 1093 hologres-sql, and the like"),
                row("partitions in a synchronisation", "CreateNode UpdateNode", "dt=20260315 without quotes means no partition; splitMode is a word, not false",
                        "refused before it is sent: partition: [\"dt='20260315'\"], splitMode: 'record'"),
                row("the target table of a synchronisation", "CreateNode GetTaskInstanceLog", "it is not made by itself: can not found table",
                        "recognised in logs; create it first with ExecuteAdhocWorkflowInstance"),
                row("lineage", "CreateNode UpdateNode", "outputs.tables[].guid registers lineage in one form only: odps.<project>.<table>",
                        "another form is remarked on"),
                row("file type numbers", "CreateFile", "20 and 30 are not shell and Python, whatever lists say",
                        "FileType: 'DIDE_SHELL' is taken and sent as 6; doubtful numbers are remarked on"),
                // Runs
                row("workflow 1", "CreateWorkflowInstances", "a smoke test, backfill or manual run of tasks wants WorkflowId 1",
                        "1 is filled in; another number is remarked on"),
                row("task ids and node ids", "CreateWorkflowInstances GetNode GetTask", "RootTaskIds and GetTask want the scheduler's task, Data Studio calls the 19-digit id",
                        "a wrong one is looked up, and the right one named"),
                row("tasks of an ad hoc run", "ExecuteAdhocWorkflowInstance", "every task wants Owner and ClientUniqueCode, and its Type in capitals",
                        "the first two are filled in and kept over retries, the third is checked"),
                row("statuses", "GetTaskInstance GetWorkflowInstance GetInstance GetDag", "only Success and Failure are ends; eight words are documented, and there may be more",
                        "a word that is not known is remarked on and is no end"),
                row("a text that says False", "GetJobStatus", "Completed is the text 'False', which counts as true in a condition",
                        "remarked on; compare with == 'True'"),
                // Data quality, data sources
                row("rules that stay behind", "DeleteDataQualityEvaluationTask", "deleting the task leaves its rules", "they are listed first; delete them first"),
                row("numbers of data sources", "CreateDataQualityEvaluationTask UpdateDataQualityEvaluationTask TestDataSourceConnectivity CreateCrawler",
                        "DataSourceId is a number, and a data source has two, Dev and Prod", "a name is looked up, and what was taken is said"),
                row("partitions in a check", "CreateDataQualityEvaluationTask CreateDataQualityRule", "a partitioned table needs Target.PartitionSpec",
                        "refused when the table is known to be partitioned"),
                row("tables that were never collected", "CreateDataQualityRule CreateDataQualityEvaluationTask",
                        "a check on Hologres says that the table does not exist when its metadata was not collected",
                        "recognised; CreateCrawler and RunCrawler collect it, or check with SQL"),
                row("names of parameters inside maps", "CreateDataQualityRule AttachDataQualityRulesToEvaluationTask CreateWorkflowInstances",
                        "a misspelt name is ignored, and the service says that something is missing", "unknown names are refused at the top, remarked on inside maps, with near ones"),
                row("what cannot be undone", "DeleteDataQualityRule DeleteDataQualityEvaluationTask DeleteNode", "a delete is final", "it is shown and wants its name typed"),
                row("resource groups", "ExecuteAdhocWorkflowInstance CreateNode UpdateFile", "a resource group goes by its long id, not by the name that the console shows",
                        "a name is looked up"),
                row("data source names", "ExecuteAdhocWorkflowInstance CreateNode CreateDIJob", "a name has to be exact", "near ones are named when it is not found"),
                row("names of tables", "GetTable ListColumns CreateLineageRelationship CreateDataQualityRule",
                        "one table is odps.p.t in data quality and maxcompute-table:::p::t in the data map", "the other form is refused with the right one"),
                row("sources of a synchronisation job", "CreateDIJob", "it cannot read from MaxCompute", "refused; a DI node can"),
                // The service as a whole
                row("two versions", "", "55 names are in both API versions, 32 with other parameters; some are in one only",
                        "a bare name says which version was used when it is not the usual one; v2020.X and v2024.X name it"),
                row("two shapes of answers", "", "PagingInfo here, Data there: a way copied from one gives nothing in the other",
                        "a name that an answer cannot have is an error that lists those it has; .items is always the list"),
                row("too many calls", "", "five calls a second for most editions, and failed ones count for the day", "throttling is known in all its spellings"),
                row("the method of a call", "", "some deletes are GET, some reads POST", "risk is never read off the method, and a retry never changes it"));
    }

    /** What stands on the card of an operation, a line each; empty for most. */
    public static List<String> of(String operation) {
        List<String> lines = new ArrayList<>();
        for (Trap trap : all()) {
            if (trap.operations().contains(operation)) {
                lines.add(Texts.of("{0}; {1}", sentence(Texts.listed(trap.danger())), Texts.listed(trap.remedy())));
            }
        }
        return lines;
    }

    /** The page that lists them all. */
    public static String page() {
        StringBuilder text = new StringBuilder(Texts.of("Traps of the service that dwx knows:\n"));
        for (Trap trap : all()) {
            text.append("\n  ").append(Texts.listed(trap.name())).append("\n    ").append(Texts.listed(trap.danger())).append("\n    ")
                    .append(Texts.listed(trap.remedy())).append('\n');
        }
        return text.append(Texts.of("\nRemarks come once for an operation and cause; --quiet leaves remarks out, never refusals.\n")).toString();
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
