package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds to a call what the context knows and the call does not say. */
final class ContextFill {
    private final ProjectNames projects;

    ContextFill(ProjectNames projects) {
        this.projects = projects;
    }

    /** Completes the named arguments in place; gives what was added. */
    Map<String, Object> fill(ApiOperation operation, Map<String, Object> named, Context context) {
        Map<String, Object> filled = new LinkedHashMap<>();
        for (ApiParameter parameter : operation.parameters()) {
            String name = parameter.name();
            if (named.containsKey(name)) {
                if ("ProjectId".equals(name) && isProjectName(named.get(name))) {
                    named.put(name, projects.find(named.get(name).toString().strip(), context).id());
                }
                continue;
            }
            Object value = switch (name) {
                case "ProjectId" -> named.containsKey("ProjectIdentifier") ? null : projectId(context);
                case "RegionId" -> context.region();
                case "ProjectEnv" -> context.environment() == null ? null
                        : Context.spelled(context.environment(), parameter, operation.version());
                // Elsewhere it is a filter, or hands a thing over to another person.
                case "Owner" -> parameter.required() || operation.name().startsWith("Create") ? context.owner() : null;
                default -> null;
            };
            if (value != null) {
                named.put(name, value);
                filled.put(name, value);
            }
        }
        return filled;
    }

    private Long projectId(Context context) {
        return context.projectId() != null ? context.projectId()
                : context.projectName() == null ? null : projects.find(context.projectName(), context).id();
    }

    private static boolean isProjectName(Object value) {
        if (!(value instanceof CharSequence text) || text.toString().isBlank()) {
            return false;
        }
        return !text.toString().strip().chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
