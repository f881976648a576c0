package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.client.ErrorAdvice;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.texts.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The calls of the old DataStudio: change, submit, deploy. Submitting only starts the building of a package; deploying before it
 * is ready, or when a check has blocked it, fails with words that do not say so.
 */
final class FileTrack implements Guard {
    private static final Set<String> CALLS = Set.of("SubmitFile", "DeployFile", "GetFile", "UpdateFile", "DeleteFile", "GetFileVersion",
            "ListFileVersions");
    private static final Set<String> PACKAGES = Set.of("GetDeploymentPackage", "GetDeployment");
    private static final int REMEMBERED = 1_000;

    private final TrapTools tools;
    /** Packages by the file that was submitted. */
    private final Map<String, String> packages = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    FileTrack(TrapTools tools) {
        this.tools = tools;
    }

    private static String reader(ApiOperation operation) {
        return operation.version().equals(ApiCatalog.V2020) ? "GetDeployment" : "GetDeploymentPackage";
    }

    @Override
    public PlannedCall before(PlannedCall call) {
        boolean update = call.operation().name().equals("UpdateFile");
        if ((update || call.operation().name().equals("CreateFile")) && call.arguments().get("AutoParsing") == null
                && call.arguments().get("Content") != null && call.operation().parameter("AutoParsing").isPresent()) {
            tools.notes().note("auto-parsing", call.operation(), "", Texts.of("AutoParsing is not given: parsing the content may rewrite"
                    + " the file's inputs and outputs; say AutoParsing: false to keep them"));
        }
        return call;
    }

    @Override
    public void after(PlannedCall call, ApiAnswer answer) {
        String name = call.operation().name();
        boolean told = call.context().awaiting();
        if (name.equals("SubmitFile")) {
            String made = Answers.text(answer.body(), "Data");
            if (Answers.isDigits(made)) {
                packages.put(String.valueOf(call.arguments().get("FileId")), made);
                if (!told) {
                    tools.notes().note("submitted", call.operation(), "", Texts.of("package {0} is being built and checked now;"
                            + " {1}(DeploymentId: {0}) tells when it is ready (Status 1, no CheckingStatus), DeployFile comes"
                            + " after that", made, reader(call.operation())));
                }
            }
        } else if (name.equals("UpdateFile") && !told) {
            tools.notes().note("in-development", call.operation(), "", Texts.of("the change is in development; SubmitFile and then"
                    + " DeployFile bring it to production"));
        } else if (PACKAGES.contains(name) && "7".equals(Answers.text(answer.body(), "Data", "Deployment", "CheckingStatus"))) {
            tools.notes().note("blocked", call.operation(), call.arguments().get("DeploymentId"), state(answer.body()));
        }
    }

    @Override
    public ApiException failed(PlannedCall call, ApiException failure) {
        if (!CALLS.contains(call.operation().name()) || failure.stage() != ApiException.Stage.REFUSED) {
            return failure;
        }
        if (ErrorAdvice.of(failure.code(), failure.serviceMessage(), null, null)
                .filter(advice -> advice.topic().equals("package not ready")).isPresent()) {
            return notReady(call, failure);
        }
        Object id = call.arguments().get("FileId") == null ? call.arguments().get("NodeId") : call.arguments().get("FileId");
        return Answers.isStudioId(id) ? failure.explained(Texts.of("an id of {0} digits is one of the new Data Studio, where these calls"
                + " may not work at all; there a node is published with a pipeline", id.toString().length()),
                Texts.of("CreatePipelineRun(Type: 'Online', ObjectIds: ['{0}']), or for a change UpdateNode(Id: '{0}', Spec: …)", id)) : failure;
    }

    private ApiException notReady(PlannedCall call, ApiException failure) {
        String made = packages.get(String.valueOf(call.arguments().get("FileId")));
        if (made == null) {
            return failure;
        }
        Object body = tools.read(call.context(), call.operation().version(), reader(call.operation()), "DeploymentId", Long.valueOf(made),
                "ProjectId", call.arguments().get("ProjectId"), "ProjectIdentifier", call.arguments().get("ProjectIdentifier"));
        return body == null ? failure : failure.explained(Texts.of("package {0}: {1}", made, state(body)),
                reader(call.operation()) + "(DeploymentId: " + made + ")");
    }

    /** A package's state in words. */
    private static String state(Object body) {
        String checking = Answers.text(body, "Data", "Deployment", "CheckingStatus");
        String status = Answers.text(body, "Data", "Deployment", "Status");
        String message = Answers.text(body, "Data", "Deployment", "ErrorMessage");
        String said = message == null ? "" : " (" + message + ")";
        if ("7".equals(checking)) {
            return Texts.of("a check has blocked it, CheckingStatus 7{0}, and it will not get ready by waiting; mend what the check"
                    + " complains of, or, if that is your decision, submit again with SkipAllDeployFileExtensions: true", said);
        }
        if ("8".equals(checking)) {
            return Texts.of("it is being checked still, CheckingStatus 8; wait some seconds");
        }
        return switch (String.valueOf(status)) {
            case "0" -> Texts.of("it is not built yet, Status 0; wait some seconds");
            case "1" -> Texts.of("it is ready, Status 1: repeat the call");
            case "2" -> Texts.of("building it failed, Status 2{0}", said);
            default -> Texts.of("its Status is {0}{1}", status, said);
        };
    }
}
