package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data security guard: desensitisation plans, scenes, user groups, white lists, recognition rules. */
final class DataGuard implements Behaviours {
    @Override
    public Handler find(boolean legacy, String name) {
        switch (name) {
            case "DsgDesensPlanAddOrUpdate":
                return scene -> put(scene, "DesensPlan", "DesensRules");
            case "DsgDesensPlanDelete":
                return scene -> remove(scene, "DesensPlan");
            case "DsgDesensPlanQueryList":
                return scene -> list(scene, "DesensPlan");
            case "DsgDesensPlanUpdateStatus":
                return this::planStatus;
            case "DsgSceneAddOrUpdateScene":
                return scene -> put(scene, "Scene", "scenes");
            case "DsgScenedDeleteScene":
                return scene -> remove(scene, "Scene");
            case "DsgSceneQuerySceneListByName":
                return scene -> list(scene, "Scene");
            case "DsgUserGroupAddOrUpdate":
                return scene -> put(scene, "UserGroup", "UserGroups");
            case "DsgUserGroupDelete":
                return scene -> remove(scene, "UserGroup");
            case "DsgUserGroupQueryList":
                return scene -> list(scene, "UserGroup");
            case "DsgUserGroupQueryUserList":
                return this::users;
            case "DsgWhiteListAddOrUpdate":
                return scene -> put(scene, "WhiteList", "WhiteLists");
            case "DsgWhiteListDeleteList":
                return scene -> remove(scene, "WhiteList");
            case "DsgWhiteListQueryList":
                return scene -> list(scene, "WhiteList");
            case "AddRecognizeRule":
            case "EditRecognizeRule":
                return this::putRule;
            case "DeleteRecognizeRule":
                return this::removeRule;
            case "QueryRecognizeRuleDetail":
                return this::rule;
            default:
                return null;
        }
    }

    /** An id that is known changes what has it; any other makes something new. */
    private static Map<String, Object> put(Scene scene, String kind, String parameter) {
        for (Object given : scene.list(parameter)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            Values.map(given).forEach((name, value) -> fields.put(Values.upperFirst(name), value));
            Thing old = scene.store.find(kind, fields.get("Id"));
            fields.put("GmtModified", scene.now());
            if (old != null) {
                fields.remove("Id");
                scene.store.put(old.with(fields));
            } else {
                Object id = scene.realm.ids.next(kind, Ids.Form.SMALL);
                fields.putAll(Values.of("Id", id, "GmtCreate", scene.now()));
                fields.putIfAbsent("Status", 1L);
                scene.store.add(kind, id, fields);
            }
        }
        return scene.success();
    }

    private static Map<String, Object> remove(Scene scene, String kind) throws Refusal {
        for (Object id : scene.list("Ids")) {
            Thing thing = scene.store.find(kind, id);
            if (thing == null) {
                throw Refusal.of(400, "PARAMS.ERROR", kind + " does not exist: " + id);
            }
            scene.store.remove(thing);
        }
        return scene.success();
    }

    private Map<String, Object> planStatus(Scene scene) {
        for (Object id : scene.list("Ids")) {
            Thing plan = scene.store.find("DesensPlan", id);
            if (plan != null) {
                scene.store.put(plan.with(Values.of("Status", scene.number("Status"), "GmtModified", scene.now())));
            }
        }
        return scene.success();
    }

    private static Map<String, Object> list(Scene scene, String kind) throws Refusal {
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing thing : scene.store.all(kind)) {
            Map<String, Object> fields = new LinkedHashMap<>(thing.fields());
            // The previous version's answers spell some of these fields with a small first letter.
            thing.fields().forEach((name, value) -> fields.put(Values.lowerFirst(name), value));
            boolean fits = true;
            for (String name : List.of("Name", "RuleName", "SceneName", "Owner", "Status")) {
                Object wanted = scene.argument(name);
                fits &= wanted == null || Values.contains(String.valueOf(fields.get(name)), wanted);
            }
            if (fits) {
                items.add(fields);
                keys.add(thing.key());
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), items, keys);
    }

    private Map<String, Object> users(Scene scene) throws Refusal {
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing member : scene.store.where("ProjectMember", "ProjectId", Workspace.ORDERS)) {
            items.add(Values.of("AccountName", member.get("UserName"), "BaseId", member.get("UserId"),
                    "AccountType", 1L, "YunAccount", "ALIYUN$" + member.get("UserName"),
                    "ParentAccountId", scene.account()));
            keys.add(member.key());
        }
        return Listing.page(scene, ListPlace.of(scene.operation), items, keys);
    }

    private Map<String, Object> putRule(Scene scene) throws Refusal {
        String name = scene.text("SensitiveName");
        Object id = scene.argument("SensitiveId");
        Thing old = id == null ? null : scene.store.find("RecognizeRule", id);
        if (id != null && old == null) {
            throw Refusal.of(400, "PARAMS.ERROR", "RecognizeRule does not exist: " + id);
        }
        Map<String, Object> fields = new LinkedHashMap<>(scene.arguments());
        if (old == null) {
            id = scene.realm.ids.uuid("RecognizeRule", scene.realm.ids.count("RecognizeRule"));
            fields.put("SensitiveId", id);
            old = scene.store.add("RecognizeRule", id, Map.of());
        }
        fields.put("SensitiveName", name);
        scene.store.put(old.with(fields));
        return scene.success("Data", id);
    }

    private Map<String, Object> removeRule(Scene scene) throws Refusal {
        Thing rule = scene.store.find("RecognizeRule", scene.text("SensitiveId"));
        if (rule == null) {
            throw Refusal.of(400, "PARAMS.ERROR", "RecognizeRule does not exist: " + scene.text("SensitiveId"));
        }
        scene.store.remove(rule);
        return scene.success("Data", true);
    }

    private Map<String, Object> rule(Scene scene) throws Refusal {
        for (Thing rule : scene.store.where("RecognizeRule", "SensitiveName", scene.text("SensitiveName"))) {
            return scene.success("Data", rule.fields());
        }
        throw Refusal.of(400, "PARAMS.ERROR", "RecognizeRule does not exist: " + scene.text("SensitiveName"));
    }
}
