package dev.dwx.sandbox.world;

import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.Schema;
import dev.dwx.sandbox.world.Vocabulary.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which things a list operation's arguments leave over. A parameter filters when it names a field of the item, the
 * plural of one, a bound of a time, or is one of the words for a search; any other parameter does not filter.
 */
final class Filter {
    private interface Test {
        boolean accepts(Thing thing);
    }

    private static final Set<String> NO_FILTER = Set.of("PageNumber", "PageSize", "PageNum", "PageNo", "NextToken",
            "MaxResults", "SortBy", "Order", "OrderBy", "SortCriterion", "ProjectIdentifier", "ClientToken", "Params",
            "Filter", "Locale");
    private static final Set<String> SEARCHED = Set.of("Name", "DisplayName", "TaskName", "Comment", "Description");
    private static final Set<String> SEARCH = Set.of("Keyword", "SearchText", "Q", "NameKeyword", "PathKeyword");
    private static final Set<String> TWO_ENVIRONMENTS = Set.of("Task", "TaskInstance", "Workflow",
            "WorkflowInstance");

    private final List<Test> tests = new ArrayList<>();
    private final Scene scene;

    Filter(Scene scene, String kind, Schema item) throws Refusal {
        this.scene = scene;
        Set<String> fields = new HashSet<>(scene.realm.families.of(kind).fields().keySet());
        for (String name : item.properties().keySet()) {
            fields.add(scene.realm.vocabulary.field(scene.operation.version(), kind, name).name());
        }
        for (Thing thing : scene.store.all(kind)) {
            fields.addAll(thing.fields().keySet());
        }
        for (Map.Entry<String, Object> argument : scene.arguments().entrySet()) {
            if (!NO_FILTER.contains(argument.getKey())) {
                add(kind, fields, argument.getKey(), argument.getValue());
            }
        }
        if (TWO_ENVIRONMENTS.contains(kind)) {
            Object sent = scene.text("ProjectEnv") == null ? scene.text("EnvType") : scene.text("ProjectEnv");
            if (sent == null) {
                tests.add(thing -> !"Dev".equals(thing.get("ProjectEnv")) && !"Dev".equals(thing.get("EnvType")));
            }
        }
        if (kind.equals("TaskInstance") && scene.operation.name().equals("ListTaskInstances")) {
            for (Forms.Bound bound : Forms.bounds(scene.text("Filter"))) {
                tests.add(bound::accepts);
            }
        }
        Long project = kind.equals("Project") ? null : scene.project();
        if (project != null) {
            tests.add(thing -> thing.get("ProjectId") == null || Values.same(thing.get("ProjectId"), project));
        }
    }

    boolean accepts(Thing thing) {
        for (Test test : tests) {
            if (!test.accepts(thing)) {
                return false;
            }
        }
        return true;
    }

    private void add(String kind, Set<String> fields, String parameter, Object value) {
        Field field = scene.realm.vocabulary.field(scene.operation.version(), kind, parameter);
        String name = field.name();
        Object wanted = moment(name, field.codec().in(value));
        if (name.equals("ProjectId") || wanted == null || wanted instanceof String text && text.isEmpty()) {
            return;
        }
        if (SEARCH.contains(name)) {
            String searched = name.equals("PathKeyword") ? "Path" : "Name";
            tests.add(thing -> Values.contains(thing.get(searched), wanted));
        } else if (fields.contains(name)) {
            tests.add(test(name, wanted));
        } else if (parameter.startsWith("Exact")) {
            Field exact = scene.realm.vocabulary.field(scene.operation.version(), kind, parameter.substring(5));
            tests.add(thing -> Values.same(thing.get(exact.name()), wanted));
        } else if (!bound(fields, name, wanted)) {
            String one = name.endsWith("IdIn") ? "Id" : OperationName.singular(name.endsWith("List")
                    ? name.substring(0, name.length() - 4) : name);
            if (!one.equals(name) && fields.contains(one)) {
                List<Object> members = Values.list(wanted);
                Codec codec = scene.realm.vocabulary.field(scene.operation.version(), kind, one).codec();
                tests.add(thing -> any(thing.get(one), members, codec));
            }
        }
    }

    /** A date written out, where things keep milliseconds: midnight in the workspace's zone. */
    private Object moment(String name, Object wanted) {
        boolean date = name.toLowerCase(java.util.Locale.ROOT).contains("bizdate");
        if (!date || !(wanted instanceof String text) || text.length() < 10 || text.charAt(4) != '-') {
            return wanted;
        }
        try {
            return scene.realm.midnight(java.time.LocalDate.parse(text.substring(0, 10)));
        } catch (java.time.DateTimeException e) {
            return wanted;
        }
    }

    private static Test test(String name, Object wanted) {
        if (wanted instanceof List<?> list) {
            List<Object> members = Values.list(list);
            if (!members.isEmpty() && members.get(0) instanceof Map) {
                return thing -> pairs(thing.get(name), members);
            }
            return thing -> members.isEmpty() || any(thing.get(name), members, Codec.SAME);
        }
        if (SEARCHED.contains(name)) {
            return thing -> Values.contains(thing.get(name), wanted);
        }
        return thing -> thing.get(name) instanceof List<?> list ? any(list, List.of(wanted), Codec.SAME)
                : Values.same(thing.get(name), wanted)
                || thing.get(name) instanceof Map<?, ?> map && map.containsValue(wanted);
    }

    private static boolean any(Object kept, List<Object> wanted, Codec codec) {
        for (Object one : wanted) {
            Object in = codec.in(one);
            if (kept instanceof List<?> list) {
                for (Object element : list) {
                    if (Values.same(element, in)) {
                        return true;
                    }
                }
            } else if (Values.same(kept, in)) {
                return true;
            }
        }
        return wanted.isEmpty();
    }

    /** Whether every wanted pair of key and value is among the kept ones. */
    private static boolean pairs(Object kept, List<Object> wanted) {
        for (Object pair : wanted) {
            boolean found = false;
            for (Object own : Values.list(kept)) {
                found |= Values.same(Values.at(own, "Key"), Values.at(pair, "Key")) && (Values.at(pair, "Value") == null
                        || Values.same(Values.at(own, "Value"), Values.at(pair, "Value")));
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** {@code StartCreateTime}, {@code CreateTimeFrom} and the like: bounds of a time, both inclusive. */
    private boolean bound(Set<String> fields, String name, Object wanted) {
        Long limit = Values.number(wanted);
        for (String word : List.of("Start", "Begin", "From", "End", "To")) {
            String field = name.startsWith(word) ? name.substring(word.length())
                    : name.endsWith(word) ? name.substring(0, name.length() - word.length()) : null;
            if (field != null && fields.contains(field) && limit != null) {
                boolean lower = !word.equals("End") && !word.equals("To");
                tests.add(thing -> {
                    Long own = thing.number(field);
                    return own != null && (lower ? own >= limit : own <= limit);
                });
                return true;
            }
        }
        return false;
    }
}
