package dev.dwx.dsl.pages;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.catalog.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * By what an item of a listing is known again on a later page: a field that the item's schema has for it, else the whole item. The
 * first page has the last word: a field that two different items of one page share tells nothing apart.
 */
final class ItemIdentity {
    /** Two items of an answer that are alike cannot be told apart, and are two items. */
    static final Object NONE = new Object();
    /** Where the schema has an id, but not the item's own, or calls it by another name than the list. */
    private static final Map<String, String> ODD = Map.of(
            "ListProjectMembers", "UserId",
            "ListFileVersions", "FileVersion",
            "ListDataQualityRuleTemplates", "Code",
            "ListMyApplications", "ProcessInstanceId",
            "ListMyRelatedApprovals", "ProcessInstanceId",
            "ListPendingApprovals", "ProcessInstanceId");

    private final List<String> candidates;
    private String field;
    private boolean decided;
    private boolean whole = true;

    ItemIdentity(ApiOperation operation) {
        ResponseShape shape = ResponseShape.of(operation);
        Schema item = shape.isList() ? operation.resolve(shape.itemSchema()) : Schema.ANY;
        List<String> wanted = new ArrayList<>();
        if (ODD.containsKey(operation.name())) {
            wanted.add(ODD.get(operation.name()));
        }
        wanted.add("Id");
        String list = shape.isList() && !shape.listPath().isEmpty() ? shape.listPath().get(shape.listPath().size() - 1) : "";
        String noun = OperationName.singular(list.endsWith("List") ? list.substring(0, list.length() - 4) : list);
        wanted.add(noun + "Id");
        wanted.add(noun + "Guid");
        wanted.removeIf(name -> !scalar(operation, item, name));
        candidates = wanted;
    }

    private static boolean scalar(ApiOperation operation, Schema item, String name) {
        Schema schema = item.properties().get(name);
        if (schema == null) {
            return false;
        }
        Schema resolved = operation.resolve(schema);
        return !resolved.isObject() && !resolved.isArray();
    }

    /** Chooses by what the first page holds. */
    void decide(List<Object> page) {
        if (decided || page.isEmpty()) {
            return;
        }
        decided = true;
        for (String candidate : candidates) {
            if (tellsApart(page, candidate)) {
                field = candidate;
                return;
            }
        }
        whole = new HashSet<>(page).size() == page.size();
    }

    /** Whether no two different items share a value, and every item has one. */
    private static boolean tellsApart(List<Object> page, String candidate) {
        Map<Object, Object> known = new HashMap<>();
        for (Object item : page) {
            Object value = item instanceof Map<?, ?> map ? map.get(candidate) : null;
            Object other = value == null ? null : known.putIfAbsent(value.toString(), item);
            if (value == null || other != null && !other.equals(item)) {
                return false;
            }
        }
        return true;
    }

    /** What the item is known by, or {@link #NONE}. */
    Object of(Object item) {
        if (field != null) {
            Object value = item instanceof Map<?, ?> map ? map.get(field) : null;
            return value == null ? NONE : value.toString();
        }
        return whole && item != null ? item : NONE;
    }

    /** Whether items are known again at all. */
    boolean any() {
        return field != null || whole;
    }

    /** From now on nothing is known again: the field turned out to be no identity. */
    void giveUp() {
        field = null;
        whole = false;
    }
}
