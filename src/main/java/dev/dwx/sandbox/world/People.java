package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Workspaces, their members and roles. */
final class People implements Behaviours, Custom {
    @Override
    public Handler find(boolean legacy, String name) {
        switch (name) {
            case "GrantMemberProjectRoles":
                return scene -> roles(scene, scene.list("RoleCodes"), true);
            case "RevokeMemberProjectRoles":
                return scene -> roles(scene, scene.list("RoleCodes"), false);
            case "AddProjectMemberToRole":
                return scene -> roles(scene, List.of(scene.text("RoleCode")), true);
            case "RemoveProjectMemberFromRole":
                return scene -> roles(scene, List.of(scene.text("RoleCode")), false);
            case "ListProjectIds":
                return this::projectIds;
            default:
                return null;
        }
    }

    private Map<String, Object> roles(Scene scene, List<Object> codes, boolean grant) throws Refusal {
        Thing member = scene.find("ProjectMember");
        List<Object> kept = Values.list(member.get("RoleCodes"));
        for (Object code : codes) {
            known(scene, member.get("ProjectId"), code);
            kept.remove(code);
            if (grant) {
                kept.add(code);
            }
        }
        scene.change(member, Values.of("RoleCodes", kept));
        return scene.success();
    }

    private static Thing known(Scene scene, Object project, Object code) throws Refusal {
        Thing role = scene.store.find("ProjectRole", project + "/" + code);
        if (role == null) {
            throw Faults.notFound("ProjectRole", code);
        }
        return role;
    }

    private Map<String, Object> projectIds(Scene scene) {
        List<Object> ids = new ArrayList<>();
        for (Thing member : scene.store.where("ProjectMember", "UserId", scene.text("UserId"))) {
            ids.add(member.get("ProjectId"));
        }
        return scene.success("ProjectIds", ids);
    }

    @Override
    public void creating(Scene scene, Map<String, Object> fields) throws Refusal {
        List<Object> codes = new ArrayList<>(Values.list(fields.get("RoleCodes")));
        codes.addAll(Values.list(fields.remove("RoleCode")));
        if (codes.isEmpty()) {
            codes.add("role_project_guest");
        }
        for (Object code : codes) {
            known(scene, fields.get("ProjectId"), code);
        }
        fields.putAll(Values.of("RoleCodes", codes, "Status", "Normal", "MemberType", "USER_UBACCOUNT"));
        fields.putIfAbsent("UserName", "user_" + fields.get("UserId"));
    }

    @Override
    public Map<String, Object> showing(Scene scene, Thing member) {
        List<Object> roles = new ArrayList<>();
        List<Object> legacy = new ArrayList<>();
        for (Object code : Values.list(member.get("RoleCodes"))) {
            Thing role = scene.store.find("ProjectRole", member.get("ProjectId") + "/" + code);
            if (role != null) {
                roles.add(role.fields());
                legacy.add(Values.of("ProjectRoleCode", code, "ProjectRoleName", role.get("Name"),
                        "ProjectRoleType", role.text("Type").toUpperCase(java.util.Locale.ROOT),
                        "ProjectRoleId", role.get("Number")));
            }
        }
        Map<String, Object> shown = new LinkedHashMap<>(member.fields());
        shown.putAll(Values.of("Roles", roles, "LegacyRoles", legacy));
        return shown;
    }

    /** A new workspace has the system's roles and its maker as the owner. */
    static final class Projects implements Custom {
        @Override
        public void creating(Scene scene, Map<String, Object> fields) {
            Map<String, Object> standard = Values.of("Status", "Available", "Owner", scene.account(),
                    "DevEnvironmentEnabled", false, "DevRoleDisabled", false, "PaiTaskEnabled", false,
                    "LegacyStatus", 0L, "ProjectMode", 2L, "TenantId", 300_000_123L, "Studio", "New");
            standard.forEach(fields::putIfAbsent);
        }

        @Override
        public void created(Scene scene, Thing project) {
            for (Thing role : scene.store.where("ProjectRole", "ProjectId", Workspace.ORDERS)) {
                if ("System".equals(role.get("Type"))) {
                    scene.store.add("ProjectRole", project.key() + "/" + role.get("Code"),
                            role.with(Values.of("ProjectId", project.get("Id"))).fields());
                }
            }
            scene.store.add("ProjectMember", project.key() + "/" + scene.account(), Values.of(
                    "ProjectId", project.get("Id"), "UserId", scene.account(), "UserName", "owner",
                    "Status", "Normal", "MemberType", "USER_ALIYUN", "RoleCodes", List.of("role_project_owner")));
        }

        @Override
        public void deleting(Scene scene, Thing project) {
            for (String kind : List.of("ProjectRole", "ProjectMember", "DataSource", "ComputeResource")) {
                for (Thing thing : scene.store.where(kind, "ProjectId", project.get("Id"))) {
                    scene.store.remove(thing);
                }
            }
        }
    }
}
