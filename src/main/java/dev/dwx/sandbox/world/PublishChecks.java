package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the check stages of a pipeline find against publishing objects, or against taking them offline. */
final class PublishChecks {
    private PublishChecks() {
    }

    /** Why the objects cannot be published, or {@code null}. */
    static String online(Scene scene, List<Thing> objects) throws Refusal {
        String trouble = clash(scene, objects);
        trouble = trouble == null ? group(scene, objects) : trouble;
        return trouble == null ? upstream(scene, objects) : trouble;
    }

    /** An output that another task of the project has already, or two of the objects have. */
    private static String clash(Scene scene, List<Thing> objects) throws Refusal {
        Set<String> seen = new HashSet<>();
        for (Thing object : objects) {
            for (String output : Specs.outputs(object.fields())) {
                if (!seen.add(output) || taken(scene, object, output)) {
                    return "can not exported multiple nodes into the same output: " + output;
                }
            }
        }
        return null;
    }

    private static boolean taken(Scene scene, Thing object, String output) throws Refusal {
        for (Thing task : scene.store.all("Task")) {
            for (Object port : Values.list(Values.at(task.get("Outputs"), "TaskOutputs"))) {
                boolean same = Values.same(Values.at(port, "Output"), output);
                if (same && !Values.same(task.get("NodeId"), object.key()) && scene.inProject(task)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A resource group that is there no more, or is bound to the project no more. */
    private static String group(Scene scene, List<Thing> objects) {
        for (Thing object : objects) {
            Object group = Values.at(object.get("RuntimeResource"), "ResourceGroupId");
            if (group != null && !group.toString().isEmpty() && !group.toString().startsWith("${")) {
                try {
                    Resources.bound(scene, group);
                } catch (Refusal e) {
                    return object.get("Name") + ": " + e.getMessage();
                }
            }
        }
        return null;
    }

    /** An output of this project that a node waits for and nobody has. */
    private static String upstream(Scene scene, List<Thing> objects) throws Refusal {
        Thing project = scene.realm.project(scene.project());
        String own = project == null ? "" : project.get("Name") + ".";
        Set<String> known = new HashSet<>();
        for (Thing object : objects) {
            known.addAll(Specs.outputs(object.fields()));
        }
        for (Thing task : scene.store.all("Task")) {
            for (Object port : Values.list(Values.at(task.get("Outputs"), "TaskOutputs"))) {
                known.add(String.valueOf(Values.at(port, "Output")));
            }
        }
        for (Thing object : objects) {
            for (String output : object.kind().equals("Node") ? StudioObjects.depends(scene, object) : List.<String>of()) {
                if (output.startsWith(own) && !known.contains(output)) {
                    return object.get("Name") + " depends on an output that no published node has (依赖的父节点输出不存在): " + output;
                }
            }
        }
        return null;
    }

    /** The tasks that depend on what is taken offline and stay behind, in words, or {@code null}. */
    static String offline(Scene scene, List<Thing> objects) {
        List<Object> gone = new ArrayList<>();
        for (Thing object : objects) {
            if (object.get("TaskId") != null) {
                gone.add(object.number("TaskId"));
            }
        }
        List<Object> left = new ArrayList<>();
        for (Thing task : scene.store.all("Task")) {
            for (Object dependency : Values.list(task.get("Dependencies"))) {
                boolean hangs = gone.contains(Values.number(Values.at(dependency, "UpstreamTaskId")));
                if (hangs && !gone.contains(task.number("Id")) && !left.contains(task.get("Name"))) {
                    left.add(task.get("Name"));
                }
            }
        }
        return left.isEmpty() ? null : "nodes depend on what is taken offline (存在下游依赖,不能下线): " + left;
    }

    /** Whether somebody has to approve what is published, and what becomes of that: {@code approve}, {@code reject} or {@code never}. */
    static String approval(Thing project) {
        for (Object tag : Values.list(project.get("AliyunResourceTags"))) {
            if ("deploy-approval".equals(Values.at(tag, "Key"))) {
                return String.valueOf(Values.at(tag, "Value"));
            }
        }
        return null;
    }

    /** A stage of a pipeline that has not begun. */
    static Map<String, Object> stage(String code, String type, int step) {
        boolean approval = code.equals("APPROVAL");
        return Values.of("Code", code, "Name", approval ? "发布审批 (approval)" : code, "Type", type, "Status", "Init",
                "Step", (long) step, "Description", type + " stage", "Message", "");
    }
}
