package dev.dwx.sandbox.world;

import dev.dwx.sandbox.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Publishing: pipeline runs stage by stage, and imports as jobs. What is published becomes a task of the scheduler. */
final class Pipelines implements Behaviours, Due.Worker {
    private static final long STAGE = 2_000L;
    private static final String APPROVAL = "APPROVAL";
    /** How long the approver takes. */
    private static final long DECISION = 10 * 60_000L;
    private static final long NEVER = 100L * 365 * 86_400_000L;
    private static final String RUN = "PipelineRun";

    @Override
    public Handler find(boolean legacy, String name) {
        switch (name) {
            case "CreatePipelineRun":
                return this::create;
            case "ExecPipelineRunStage":
                return this::execute;
            case "AbolishPipelineRun":
                return this::abolish;
            case "ListPipelineRunItems":
                return this::items;
            case "ListPipelineRuns":
                return this::list;
            case "ImportWorkflowDefinition":
                return this::importDefinition;
            case "GetJobStatus":
                return this::jobStatus;
            default:
                return null;
        }
    }

    private Map<String, Object> create(Scene scene) throws Refusal {
        Object object = scene.list("ObjectIds").isEmpty() ? null : scene.list("ObjectIds").get(0);
        Thing subject = subject(scene, object);
        boolean offline = "Offline".equalsIgnoreCase(scene.text("Type"));
        Thing project = scene.realm.project(scene.project());
        List<String[]> plan = plan(project, offline);
        List<Object> stages = new ArrayList<>();
        for (String[] stage : plan) {
            stages.add(PublishChecks.stage(stage[0], stage[1], stages.size() + 1));
        }
        Object id = scene.realm.ids.next(RUN, Ids.Form.UUID);
        Thing run = scene.store.add(RUN, id, Values.of("Id", id, "ProjectId", scene.project(),
                "Type", scene.text("Type"), "Description", scene.text("Description"), "Status", "Init",
                "ObjectId", subject.key(), "ObjectKind", subject.kind(), "Stages", stages, "Message", "",
                "CreateUser", scene.account(), "CreateTime", scene.now(), "ModifyTime", scene.now()));
        for (Thing item : objects(scene, subject)) {
            scene.store.add("PipelineRunItem", id + "/" + item.key(), Values.of("Id", item.key(),
                    "PipelineRunId", id, "Name", item.get("Name"), "Type", item.kind(), "Status", "Init",
                    "Spec", item.get("Spec"), "Version", 1L, "Message", "", "ProjectId", scene.project(),
                    "CreateTime", scene.now(), "ModifyTime", scene.now()));
        }
        String until = scene.text("AutoRunUntilStage");
        boolean all = "Auto".equalsIgnoreCase(scene.text("RunMode")) && until == null;
        int last = offline ? -1 : 0;
        for (int i = 0; i < plan.size(); i++) {
            if (all || plan.get(i)[0].equals(until)) {
                last = i;
            }
        }
        advance(scene, run, 0, last);
        return scene.success("Id", id);
    }

    /** The stages that a run has: through development where the project has that, and past an approval where it wants one. */
    private static List<String[]> plan(Thing project, boolean offline) {
        if (offline) {
            return List.of(new String[] {"OfflineCheck", "Check"}, new String[] {"Offline", "Offline"});
        }
        List<String[]> plan = new ArrayList<>(List.<String[]>of(new String[] {"BUILD_PACKAGE", "Build"}));
        if (Values.truth(project.get("DevEnvironmentEnabled"))) {
            plan.add(new String[] {"DEV_CHECK", "Check"});
            plan.add(new String[] {"DEV", "Deploy"});
        }
        plan.add(new String[] {"PROD_CHECK", "Check"});
        if (PublishChecks.approval(project) != null) {
            plan.add(new String[] {APPROVAL, "Check"});
        }
        plan.add(new String[] {"PROD", "Deploy"});
        return plan;
    }

    private static Thing subject(Scene scene, Object id) throws Refusal {
        for (String kind : List.of("WorkflowDefinition", "Node", "Resource", "Function")) {
            Thing thing = scene.store.find(kind, id);
            boolean inside = kind.equals("Node") && thing != null && thing.get("ContainerId") != null;
            if (thing != null && scene.inProject(thing) && !inside) {
                return thing;
            }
        }
        throw Refusal.error(400, "5801489541076353033", "未找到发布对象: " + id);
    }

    private static List<Thing> objects(Scene scene, Thing subject) {
        List<Thing> objects = new ArrayList<>();
        objects.add(subject);
        if (subject.kind().equals("WorkflowDefinition")) {
            objects.addAll(scene.store.where("Node", "ContainerId", subject.key()));
        }
        return objects;
    }

    /** Runs stages one after the other from now on; the check stages find what cannot be published. */
    private void advance(Scene scene, Thing run, int from, int to) throws Refusal {
        if (to < from) {
            scene.store.put(run.with(Values.of("Status", "Running")));
            return;
        }
        Thing subject = scene.store.find(run.text("ObjectKind"), run.get("ObjectId"));
        List<Object> stages = Values.list(run.get("Stages"));
        List<Thing.Step> steps = new ArrayList<>();
        long time = scene.now();
        String trouble = subject == null ? "未找到发布对象: " + run.get("ObjectId")
                : "Offline".equals(run.get("Type")) ? PublishChecks.offline(scene, objects(scene, subject))
                : PublishChecks.online(scene, objects(scene, subject));
        String decision = PublishChecks.approval(scene.realm.project(run.get("ProjectId")));
        int last = to;
        for (int i = from; i <= last; i++) {
            Map<String, Object> stage = Values.map(stages.get(i));
            boolean approval = APPROVAL.equals(stage.get("Code"));
            boolean check = "Check".equals(stage.get("Type")) && !approval;
            String why = check ? trouble : approval && "reject".equals(decision) ? "审批未通过 (the approval was refused)" : null;
            stages = replaced(stages, i, Values.of("Status", "Running",
                    "Message", approval ? "等待审批 (waits for an approval in the console)" : ""));
            steps.add(new Thing.Step(time, Values.of("Stages", stages, "Status", "Running")));
            time += !approval ? STAGE : "never".equals(decision) ? NEVER : DECISION;
            stages = replaced(stages, i, Values.of("Status", why == null ? "Success" : "Fail",
                    "Message", why == null ? "" : why));
            boolean end = why != null || i == stages.size() - 1;
            steps.add(new Thing.Step(time, end ? Values.of("Stages", stages, "Status", why != null ? "Fail" : "Success",
                    "Message", why != null ? why : "", "ModifyTime", time) : Values.of("Stages", stages)));
            if (end) {
                Due.at(scene, time, "publish", Values.of("Run", run.key(), "Failed", why != null));
                break;
            }
            // The request for an approval goes out by itself.
            boolean asked = i == last && APPROVAL.equals(Values.at(stages.get(i + 1), "Code"));
            last = asked ? last + 1 : last;
        }
        scene.store.put(run.then(steps));
    }

    private static List<Object> replaced(List<Object> stages, int index, Map<String, Object> change) {
        List<Object> copy = new ArrayList<>(stages);
        copy.set(index, Specs.merge(Values.map(stages.get(index)), change));
        return copy;
    }

    private Map<String, Object> execute(Scene scene) throws Refusal {
        Thing run = scene.find(RUN);
        if (!"Running".equals(run.get("Status")) && !"Init".equals(run.get("Status"))) {
            throw Refusal.error(400, "InvalidParameter.PipelineRunEnded", "流水线不是正在运行: " + run.get("Status"));
        }
        List<Object> stages = Values.list(run.get("Stages"));
        for (int i = 0; i < stages.size(); i++) {
            Object status = Values.at(stages.get(i), "Status");
            if (Values.same(Values.at(stages.get(i), "Code"), scene.text("Code"))) {
                if (APPROVAL.equals(scene.text("Code"))) {
                    throw Refusal.error(400, "InvalidParameter.StageNeedsApproval",
                            "stage APPROVAL waits for an approval in the console and cannot be executed (审批节点不能通过API推进)");
                }
                if (!"Init".equals(status)) {
                    throw Refusal.error(400, "InvalidParameter.StageStatus",
                            "the stage has been executed: " + scene.text("Code") + " is " + status);
                }
                advance(scene, run, i, i);
                return scene.success();
            }
            if (!"Success".equals(status)) {
                throw Refusal.error(400, "InvalidParameter.StageNotReady", "流水线未准备好: stage "
                        + Values.at(stages.get(i), "Code") + " is " + status);
            }
        }
        throw Refusal.error(400, "InvalidParameter.Code", "the pipeline has no stage " + scene.text("Code"));
    }

    private Map<String, Object> abolish(Scene scene) throws Refusal {
        Thing run = scene.find(RUN);
        if (!"Running".equals(run.get("Status")) && !"Init".equals(run.get("Status"))) {
            throw Refusal.error(400, "InvalidParameter.PipelineRunEnded", "流水线不是正在运行: " + run.get("Status"));
        }
        for (Thing due : scene.store.all("Due")) {
            if (Values.same(Values.at(due.get("Details"), "Run"), run.key())) {
                scene.store.remove(due);
            }
        }
        scene.store.put(run.with(Values.of("Status", "Termination", "ModifyTime", scene.now())).then(List.of()));
        return scene.success();
    }

    private Map<String, Object> items(Scene scene) throws Refusal {
        Thing run = scene.need(RUN, scene.argument("PipelineRunId"));
        List<Thing> items = new ArrayList<>();
        for (Thing item : scene.store.where("PipelineRunItem", "PipelineRunId", run.key())) {
            items.add(item.with(Values.of("Status", run.get("Status"), "Message", run.get("Message"))));
        }
        return Listing.page(scene, ListPlace.of(scene.operation), items);
    }

    private Map<String, Object> list(Scene scene) throws Refusal {
        List<Thing> runs = new ArrayList<>();
        for (Thing run : scene.store.all(RUN)) {
            Object object = scene.argument("ObjectId");
            boolean fits = scene.inProject(run) && (object == null || Values.same(run.get("ObjectId"), object))
                    && (scene.text("Status") == null || Values.same(run.get("Status"), scene.text("Status")))
                    && (scene.text("Creator") == null || Values.same(run.get("CreateUser"), scene.text("Creator")));
            if (fits) {
                runs.add(run);
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), runs);
    }

    @Override
    public boolean work(Scene scene, String what, Map<String, Object> details, long at) throws Refusal {
        if (what.equals("import")) {
            Imports.carryOut(scene, details);
            return true;
        }
        if (!what.equals("publish")) {
            return false;
        }
        Thing run = scene.store.find(RUN, details.get("Run"));
        if (run == null || Values.truth(details.get("Failed"))) {
            return true;
        }
        Thing subject = scene.store.find(run.text("ObjectKind"), run.get("ObjectId"));
        if (subject != null) {
            boolean offline = "Offline".equals(run.get("Type"));
            for (Thing object : objects(scene, subject)) {
                Releases.release(scene, object, offline);
            }
            if (!offline) {
                // Once more: now every task is there that another one may depend on.
                for (Thing object : objects(scene, scene.store.find(subject.kind(), subject.key()))) {
                    Releases.release(scene, object, false);
                }
            }
        }
        return true;
    }

    private Map<String, Object> importDefinition(Scene scene) throws Refusal {
        Map<String, Object> spec = Specs.read("WorkflowDefinition", scene.text("Spec"), false);
        Imports.check(spec);
        Object id = scene.realm.ids.next("AsyncJob", Ids.Form.STUDIO);
        boolean dry = Values.truth(scene.argument("DryRun"));
        String trouble = Imports.trouble(scene, spec);
        String workflow = trouble == null ? Imports.workflowId(scene, spec) : null;
        Map<String, Object> done = Values.of("Status", trouble == null ? "Success" : "Fail", "Completed", true, "Progress", 100L,
                "Response", dry || trouble != null ? "" : workflow, "Error", trouble == null ? "" : trouble);
        Thing job = scene.store.put(scene.store.add("AsyncJob", id, Values.of("Id", id, "Type", "Import",
                "Status", "Running", "Completed", false, "Progress", 0L, "CreateTime", scene.now(), "Error", ""))
                .then(List.of(new Thing.Step(scene.now() + STAGE, done))));
        if (!dry && trouble == null) {
            Due.at(scene, scene.now() + STAGE, "import", Values.of("Job", id, "Spec", JsonText.write(spec),
                    "ProjectId", scene.project(), "WorkflowId", workflow, "Account", scene.account()));
        }
        Map<String, Object> body = scene.success();
        scene.show(body, "AsyncJob", job);
        return body;
    }

    private Map<String, Object> jobStatus(Scene scene) throws Refusal {
        Thing job = scene.store.find("AsyncJob", scene.text("JobId"));
        if (job == null) {
            throw Faults.notFound("Job", scene.text("JobId"));
        }
        Map<String, Object> shown = new LinkedHashMap<>(job.fields());
        shown.putAll(Values.of("JobId", job.get("Id"), "JobType", job.get("Type"),
                "Completed", Values.truth(job.get("Completed")) ? "True" : "False"));
        return scene.success("JobStatus", shown);
    }

    @Override
    public Set<String> makes() {
        return Set.of("PipelineRun");
    }
}
