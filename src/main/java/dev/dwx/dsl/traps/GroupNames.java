package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.NearNames;
import dev.dwx.client.ApiException;
import dev.dwx.client.ErrorAdvice;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Resource groups go by a long id; the name that people see is refused. A name in an argument is looked up and replaced; what the
 * service does not find is compared with what there is.
 */
final class GroupNames implements Guard {
    private static final List<String> KEYS = List.of("ResourceGroupId", "ResourceGroupIdentifier", "resourceGroup");
    private static final List<String> TYPES = List.of("CommonV2", "ExclusiveScheduler", "ExclusiveDataIntegration", "ExclusiveDataService");

    private final TrapTools tools;

    GroupNames(TrapTools tools) {
        this.tools = tools;
    }

    /** Ids by name. */
    Map<String, String> groups(Context context, Object project) {
        Map<String, String> ids = new LinkedHashMap<>();
        Object body = tools.read(context, ApiCatalog.V2024, "ListResourceGroups", "ProjectId", project, "ResourceGroupTypes", TYPES,
                "PageNumber", 1L, "PageSize", 100L);
        for (Object group : Answers.list(body, "PagingInfo", "ResourceGroupList")) {
            if (Answers.text(group, "Name") != null && Answers.text(group, "Id") != null) {
                ids.put(Answers.text(group, "Name"), Answers.text(group, "Id"));
            }
        }
        return ids;
    }

    /** Whether a text has the form of an id, so that asking would be a waste. */
    static boolean looksLikeId(String text) {
        int digits = 0;
        for (int i = text.length() - 1; i >= 0 && Character.isDigit(text.charAt(i)); i--) {
            digits++;
        }
        return text.contains("_res_group_") || text.startsWith("group_") && digits > 5 || digits == text.length() || text.contains("${");
    }

    @Override
    public PlannedCall before(PlannedCall call) {
        PlannedCall now = call;
        for (Map.Entry<String, Object> argument : call.arguments().entrySet()) {
            Object replaced = replaced(argument.getKey(), argument.getValue(), call, 0);
            if (replaced != argument.getValue()) {
                now = now.with(argument.getKey(), replaced);
            }
        }
        return now;
    }

    private Object replaced(String key, Object value, PlannedCall call, int depth) {
        if (value instanceof String text && KEYS.contains(key) && !text.isBlank() && !looksLikeId(text)) {
            String id = groups(call.context(), call.arguments().getOrDefault("ProjectId", call.context().projectId())).get(text);
            if (id != null) {
                tools.notes().note("resource-group", call.operation(), text, Texts.of("{0}: '{1}' is the name of the resource group {2},"
                        + " and its id is sent", key, text, id));
                return id;
            }
        } else if (value instanceof Map<?, ?> map && depth < 6) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            boolean changed = false;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                Object inner = replaced(entry.getKey().toString(), entry.getValue(), call, depth + 1);
                changed |= inner != entry.getValue();
                copy.put(entry.getKey(), inner);
            }
            return changed ? copy : value;
        } else if (value instanceof List<?> list && depth < 6) {
            List<Object> copy = new ArrayList<>();
            boolean changed = false;
            for (Object entry : list) {
                Object inner = replaced(key, entry, call, depth + 1);
                changed |= inner != entry;
                copy.add(inner);
            }
            return changed ? copy : value;
        }
        return value;
    }

    @Override
    public ApiException failed(PlannedCall call, ApiException failure) {
        boolean known = ErrorAdvice.of(failure.code(), failure.serviceMessage(), null, null)
                .filter(advice -> advice.topic().equals("no such resource group")).isPresent();
        if (!known) {
            return failure;
        }
        List<String> asked = new ArrayList<>();
        collect("", call.arguments(), asked, 0);
        Map<String, String> groups = groups(call.context(), call.arguments().getOrDefault("ProjectId", call.context().projectId()));
        if (groups.isEmpty() || asked.isEmpty() || groups.containsValue(asked.get(0))) {
            return failure;
        }
        List<String> near = NearNames.of(asked.get(0), groups.keySet());
        List<String> shown = new ArrayList<>();
        for (Map.Entry<String, String> group : groups.entrySet()) {
            if (near.isEmpty() || near.contains(group.getKey())) {
                shown.add(group.getValue() + " (" + group.getKey() + ")");
            }
        }
        return failure.explained(Texts.of("'{0}' is none of the project's resource groups; {1}{2}", asked.get(0),
                near.isEmpty() ? Texts.of("these are: ") : Texts.of("did you mean "), String.join(", ", shown)), null);
    }

    static void collect(String key, Object value, List<String> groups, int depth) {
        if (value instanceof CharSequence text && KEYS.contains(key)) {
            groups.add(text.toString());
        } else if (value instanceof Map<?, ?> map && depth < 12) {
            map.forEach((name, inner) -> collect(name.toString(), inner, groups, depth + 1));
        } else if (value instanceof List<?> list && depth < 12) {
            list.forEach(inner -> collect(key, inner, groups, depth + 1));
        }
    }
}
