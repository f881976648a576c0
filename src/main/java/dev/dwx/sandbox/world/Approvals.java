package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests for permissions and what becomes of them, in both versions. */
final class Approvals implements Behaviours {
    private static final String PROCESS = "ProcessInstance";

    @Override
    public Handler find(boolean legacy, String name) {
        switch (name) {
            case "ApplyResourceAccessPermission":
                return this::apply;
            case "ApproveProcessInstance":
                return this::approve;
            case "StopProcessInstance":
                return scene -> end(scene, scene.need(PROCESS, scene.text("ProcessInstanceId")), "Stopped", null);
            case "GetProcessInstance":
                return scene -> scene.success(PROCESS, scene.need(PROCESS, scene.text("ProcessInstanceId")).fields());
            case "GetApplicationContents":
                return scene -> scene.success("Data", scene.need(PROCESS, scene.text("ProcessInstanceId")).fields());
            case "ListMyApplications":
            case "ListMyRelatedApprovals":
                return scene -> list(scene, false);
            case "ListPendingApprovals":
                return scene -> list(scene, true);
            case "CreatePermissionApplyOrder":
                return this::order;
            case "ApprovePermissionApplyOrder":
                return this::approveOrder;
            case "GetPermissionApplyOrderDetail":
                return scene -> scene.success("ApplyOrderDetail", flow(scene).fields());
            case "ListPermissionApplyOrders":
                return this::orders;
            default:
                return null;
        }
    }

    private Map<String, Object> apply(Scene scene) {
        List<Object> ids = new ArrayList<>();
        for (Object content : scene.list("ApplyContents")) {
            String id = scene.realm.ids.next(PROCESS, Ids.Form.UUID).toString();
            Map<String, Object> shown = new LinkedHashMap<>(Values.map(content));
            shown.putAll(Values.of("Id", id + "-1", "ProcessInstanceId", id, "Status", "Approving",
                    "CreateTime", scene.now(), "UpdateTime", scene.now(),
                    "DefSchema", Values.at(content, "Resource", "DefSchema")));
            scene.store.add(PROCESS, id, Values.of("Id", id, "ProcessInstanceId", id, "Status", "Approving",
                    "Applicator", scene.account(), "ApplicatorName", "owner", "Reason", scene.text("Reason"),
                    "Title", "Permission request", "StartTime", scene.now(), "ApplicationTime", scene.now(),
                    "DefSchema", shown.get("DefSchema"), "Contents", List.of(shown), "ApprovalTasks",
                    List.of(Values.of("Id", id + "-t", "Assignee", scene.account(), "AssigneeName", "owner",
                            "Status", "Pending", "CreateTime", scene.now()))));
            ids.add(id);
        }
        return scene.success("Data", ids);
    }

    private Map<String, Object> approve(Scene scene) throws Refusal {
        boolean agreed = scene.text("ApprovalAction").toLowerCase(java.util.Locale.ROOT).startsWith("a");
        return end(scene, scene.need(PROCESS, scene.text("ProcessInstanceId")), agreed ? "Approved" : "Rejected",
                scene.text("ApprovalComment"));
    }

    private static Map<String, Object> end(Scene scene, Thing process, String status, String comment) throws Refusal {
        if (!"Approving".equals(process.get("Status"))) {
            throw Refusal.invalid("the process has ended: " + process.get("Status"));
        }
        Map<String, Object> task = Values.map(Values.list(process.get("ApprovalTasks")).get(0));
        task.putAll(Values.of("Status", "Completed", "ApprovalDecision", status, "ApprovalComment", comment,
                "CompleteTime", scene.now()));
        Map<String, Object> content = Values.map(Values.list(process.get("Contents")).get(0));
        content.putAll(Values.of("Status", status, "UpdateTime", scene.now()));
        scene.store.put(process.with(Values.of("Status", status, "ApprovalTasks", List.of(task),
                "Contents", List.of(content))));
        return scene.success();
    }

    private Map<String, Object> list(Scene scene, boolean pending) throws Refusal {
        List<Object> statuses = scene.list("Statuses");
        List<Thing> found = new ArrayList<>();
        for (Thing process : scene.store.all(PROCESS)) {
            Long at = process.number("StartTime");
            boolean within = (scene.number("StartTime") == null || at >= scene.number("StartTime"))
                    && (scene.number("EndTime") == null || at <= scene.number("EndTime"));
            if (within && (!pending || "Approving".equals(process.get("Status")))
                    && (statuses.isEmpty() || statuses.contains(process.get("Status")))
                    && Values.same(process.get("DefSchema"), scene.text("DefSchema"))) {
                found.add(process);
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), found);
    }

    private Map<String, Object> order(Scene scene) {
        String id = scene.realm.ids.uuid("Flow", scene.realm.ids.count("Flow"));
        List<Object> objects = new ArrayList<>();
        for (Object given : scene.list("ApplyObject")) {
            List<Object> columns = new ArrayList<>();
            for (Object column : Values.list(Values.at(given, "ColumnMetaList"))) {
                columns.add(Values.of("ColumnName", Values.at(column, "Name"), "ColumnActions",
                        Values.list(Values.at(column, "Actions"))));
            }
            objects.add(Values.of("ObjectName", Values.at(given, "Name"), "Actions",
                    Values.list(Values.at(given, "Actions")), "ColumnMetaList", columns));
        }
        List<Object> grantees = new ArrayList<>();
        for (Object user : scene.list("ApplyUserIds")) {
            grantees.add(Values.of("GranteeId", user, "GranteeName", "user_" + user, "GranteeType", 1L));
        }
        scene.store.add("Flow", id, Values.of("FlowId", id, "FlowStatus", 1L, "ApplyBaseId", scene.account(),
                "ApplyTimestamp", scene.now(), "ApproveAccountList", List.of(Values.of("BaseId", scene.account())),
                "GranteeObjectList", grantees, "ApproveContent", Values.of("ApplyReason", scene.text("ApplyReason"),
                        "Deadline", scene.number("Deadline"), "OrderType", scene.number("OrderType") == null
                                ? Long.valueOf(1) : scene.number("OrderType"), "ProjectMeta", Values.of("ObjectMetaList",
                                objects, "MaxComputeProjectName", scene.text("MaxComputeProjectName"),
                                "WorkspaceId", scene.number("WorkspaceId"), "WorkspaceName", "orders_dw"))));
        return scene.success("FlowId", List.of(id));
    }

    private static Thing flow(Scene scene) throws Refusal {
        Thing flow = scene.store.find("Flow", scene.text("FlowId"));
        if (flow == null) {
            throw Faults.notFound("PermissionApplyOrder", scene.text("FlowId"));
        }
        return flow;
    }

    private Map<String, Object> approveOrder(Scene scene) throws Refusal {
        boolean agreed = Values.same(scene.number("ApproveAction"), 1L);
        scene.store.put(flow(scene).with(Values.of("FlowStatus", agreed ? 2L : 3L, "FinishApprovalComment",
                scene.text("ApproveComment"), "FinishApprovalTimestamp", scene.now(),
                "FinishAapprovalTimestamp", scene.now())));
        return scene.success();
    }

    private Map<String, Object> orders(Scene scene) throws Refusal {
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing flow : scene.store.all("Flow")) {
            if (scene.number("FlowStatus") == null || Values.same(flow.get("FlowStatus"), scene.number("FlowStatus"))) {
                items.add(flow.fields());
                keys.add(flow.key());
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), items, keys);
    }
}
