package dev.dwx.sandbox.world;

import dev.dwx.catalog.ApiCatalog;
import java.util.Set;

/**
 * Which Data Studio a workspace develops in. One on the old Data Studio knows nothing of nodes, workflow definitions and
 * pipelines; one that was made new knows nothing of files. The seeded {@code orders_dw} has moved from the old one to the new,
 * and takes both.
 */
final class Studios {
    /** What names one object is answered as for any that is not there. */
    private static final Set<String> NEW = Set.of("CreateNode", "CreateWorkflowDefinition", "ImportWorkflowDefinition",
            "CreateResource", "CreateFunction", "CreateComponent", "ListNodes", "ListWorkflowDefinitions", "ListResources",
            "ListFunctions", "ListComponents", "ListPipelineRuns");
    private static final Set<String> OLD = Set.of("CreateFile", "UpdateFile", "SubmitFile", "DeployFile", "DeleteFile",
            "CreateFolder", "UpdateFolder", "CreateBusiness", "UpdateBusiness", "CreateResourceFile", "CreateUdfFile",
            "UpdateUdfFile");

    private Studios() {
    }

    /** Refuses a call of the Data Studio that the project does not have. */
    static void check(Scene scene) throws Refusal {
        boolean legacy = ApiCatalog.V2020.equals(scene.operation.version());
        String name = scene.operation.name();
        boolean fresh = !legacy && NEW.contains(name);
        if (!fresh && !OLD.contains(name)) {
            return;
        }
        Thing project = scene.project() == null ? null : scene.realm.project(scene.project());
        if (project != null && fresh && "Old".equals(project.get("Studio"))) {
            throw Refusal.error(400, "InvalidParameter.DataStudioVersion", "The workspace " + project.get("Name")
                    + " does not use the new version of Data Studio (工作空间未开启新版数据开发); develop in it with files: CreateFile,"
                    + " SubmitFile, DeployFile");
        }
        if (project != null && !fresh && "New".equals(project.get("Studio"))) {
            throw Refusal.of(400, "InvalidParameter.DataStudioVersion", "The workspace " + project.get("Name")
                    + " uses the new version of Data Studio (工作空间已开启新版数据开发); develop in it with CreateNode and publish with"
                    + " CreatePipelineRun");
        }
    }
}
