package dev.dwx.dsl.waiting;

import dev.dwx.catalog.ResponseShape;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Kinds of things that a wait follows, one for each read operation: where its status is, how often to look at first and how long at
 * most. The intervals and deadlines are those that have proved themselves: two seconds for a one-off run, three for publishing, five
 * for the making of instances, ten for an instance of the schedule.
 *
 * @param noun what it is, in words
 * @param operation the read that tells how it stands
 * @param parameter which of its parameters takes the id
 * @param object the way to the object that holds the status
 * @param field the status's name
 * @param every the first pause between two looks
 * @param timeout how long to wait unless the caller says otherwise
 */
record Waited(String noun, String version, String operation, String parameter, List<String> object, String field,
        Duration every, Duration timeout) {

    private static final String NEW = "2024-05-18";
    private static final String OLD = "2020-05-18";

    static final Waited PIPELINE_RUN = of("pipeline run", NEW, "GetPipelineRun", "Id", "Pipeline", "Status", 3, 300);
    static final Waited WORKFLOW_INSTANCE = of("workflow instance", NEW, "GetWorkflowInstance", "Id", "WorkflowInstance", "Status", 2, 600);
    static final Waited TASK_INSTANCE = of("task instance", NEW, "GetTaskInstance", "Id", "TaskInstance", "Status", 10, 600);
    static final Waited JOB = of("job", NEW, "GetJobStatus", "JobId", "JobStatus", "Status", 2, 300);
    static final Waited CREATION = of("making of instances", NEW, "GetCreateWorkflowInstancesResult", "OperationId", "Result", "Status", 5, 300);
    static final Waited RERUN = of("rerun", NEW, "GetRerunWorkflowInstancesResult", "OperationId", "Result", "Status", 5, 300);
    static final Waited DI_JOB = of("DI job", NEW, "GetDIJob", "Id", "PagingInfo", "JobStatus", 5, 600);
    static final Waited DEPLOYMENT = of("deployment package", NEW, "GetDeploymentPackage", "DeploymentId", "Data.Deployment", "Status", 3, 300);
    static final Waited OLD_DI_JOB = of("DI job", OLD, "GetDIJob", "DIJobId", "Data", "JobStatus", 5, 600);
    static final Waited OLD_DEPLOYMENT = of("deployment package", OLD, "GetDeployment", "DeploymentId", "Data.Deployment", "Status", 3, 300);
    static final Waited OLD_DAG = of("DAG", OLD, "GetDag", "DagId", "Data", "Status", 5, 600);

    private static final List<Waited> ALL = List.of(PIPELINE_RUN, WORKFLOW_INSTANCE, TASK_INSTANCE, JOB, CREATION, RERUN, DI_JOB,
            DEPLOYMENT, OLD_DI_JOB, OLD_DEPLOYMENT, OLD_DAG,
            of("instance", OLD, "GetInstance", "InstanceId", "Data", "Status", 10, 600),
            of("DDL job", OLD, "GetDDLJobStatus", "TaskId", "Data", "Status", 2, 300),
            of("migration", OLD, "GetMigrationSummary", "MigrationId", "Data", "Status", 5, 600),
            of("quality scan run", NEW, "GetDataQualityScanRun", "Id", "DataQualityScanRun", "Status", 5, 600),
            of("quality evaluation", NEW, "GetDataQualityEvaluationTaskInstance", "Id", "DataQualityEvaluationTaskInstance", "Status", 5, 600));

    /** What the id in a create's answer stands for: the operation, the way to the id, the thing. */
    private static final Map<String, Started> STARTED = Map.ofEntries(
            Map.entry("CreatePipelineRun", new Started(List.of("Id"), PIPELINE_RUN)),
            Map.entry("ExecuteAdhocWorkflowInstance", new Started(List.of("WorkflowInstanceId"), WORKFLOW_INSTANCE)),
            Map.entry("CreateWorkflowInstances", new Started(List.of("OperationId"), CREATION)),
            Map.entry("RerunWorkflowInstances", new Started(List.of("OperationId"), RERUN)),
            Map.entry("SubmitFile", new Started(List.of("Data"), DEPLOYMENT)),
            Map.entry("DeployFile", new Started(List.of("Data"), DEPLOYMENT)),
            Map.entry("RunSmokeTest", new Started(List.of("Data"), OLD_DAG)),
            Map.entry("RunManualDagNodes", new Started(List.of("DagId"), OLD_DAG)));

    /**
     * What an answer says was begun.
     *
     * @param idPath the way to the id
     * @param thing what the id is of
     */
    record Started(List<String> idPath, Waited thing) {
    }

    private static Waited of(String noun, String version, String operation, String parameter, String object, String field,
            int every, int timeout) {
        return new Waited(noun, version, operation, parameter, List.of(object.split("\\.")), field, Duration.ofSeconds(every),
                Duration.ofSeconds(timeout));
    }

    /** The kind that a read operation tells of, or {@code null}. */
    static Waited readBy(String version, String operation) {
        for (Waited each : ALL) {
            if (each.operation.equals(operation) && each.version.equals(version)) {
                return each;
            }
        }
        return null;
    }

    /** What a call of this operation begins, or {@code null}. */
    static Started startedBy(String version, String operation) {
        Started started = STARTED.get(operation);
        if (started == null && OLD.equals(version)) {
            return null;
        }
        return started != null && started.thing == DEPLOYMENT && OLD.equals(version)
                ? new Started(started.idPath, OLD_DEPLOYMENT) : started;
    }

    /** The same look-up as somebody would type it. */
    String look(Object id) {
        String value = id instanceof Number ? id.toString() : "'" + id + "'";
        return (OLD.equals(version) ? "v2020." : "") + operation + "(" + parameter + ": " + value + ")";
    }

    /** How the thing stands by an answer's body; a status of {@code null} when the answer has none. */
    Standing standing(Object body) {
        Object at = ResponseShape.at(body, object);
        if (!(at instanceof Map<?, ?> fields) || fields.get(field) == null && fields.get("Completed") == null) {
            return new Standing(null, StatusWords.Meaning.UNKNOWN, null, null);
        }
        return StandingReader.of(this, fields);
    }
}
