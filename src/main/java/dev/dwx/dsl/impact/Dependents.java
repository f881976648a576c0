package dev.dwx.dsl.impact;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.Paging;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Lookups;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What depends on an object or goes with it, found by the names of the reads: {@code ListDownstreamTasks} and
 * {@code GetNodeChildren} for what comes after it, and every list that takes the object's id as a filter for what it holds
 * (the rules of an evaluation task, the tasks of a workflow, the routes of a network).
 */
public final class Dependents {
    private static final int SAMPLE = 10;
    private static final int MOST_READS = 8;
    /** Lists whose parameter has another name than the object's noun: noun and list, then the parameter. */
    private static final Map<String, Map<String, String>> OTHER_PARAMETERS = Map.of(
            "Project", Map.of("ListNodes", "ProjectId", "ListTasks", "ProjectId", "ListDataSources", "ProjectId",
                    "ListProjectMembers", "ProjectId", "ListFiles", "ProjectId"),
            "WorkflowDefinition", Map.of("ListNodes", "ContainerId"),
            "DIJob", Map.of("ListDIAlarmRules", "JobId"));
    /** Records of what has happened: they depend on nothing and hold up nothing. */
    private static final List<String> RECORDS = List.of("Log", "Metric", "Event", "Detail", "Message", "History", "Topic",
            "Result", "Run", "MetricData");

    private final Lookups lookups;

    public Dependents(Lookups lookups) {
        this.lookups = lookups;
    }

    /**
     * What one list says.
     *
     * @param text {@code 4 downstream tasks: dws_orders_1d, …}, or that the list could not be read
     * @param count how many; -1 when the list could not be read
     * @param after whether these come after the object in the flow, in contrast to what it holds
     */
    public record Found(String text, long count, boolean after) {
    }

    /** Asks every list that fits. Lists with nothing in them are left out. */
    public List<Found> of(Seen seen, Map<String, ?> arguments, Context context) {
        if (seen.by() == null || seen.id() == null) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        int reads = 0;
        for (Link link : links(seen)) {
            Map<String, Object> question = question(link, seen, arguments, context);
            if (question != null && reads++ < MOST_READS) {
                Found one = ask(link, question, context);
                if (one.count() != 0) {
                    found.add(one);
                }
            }
        }
        // What happened with it is of less weight than what it holds.
        found.sort(Comparator.comparing(one -> one.text().contains(" instance")));
        return found;
    }

    /** Only what comes after it. */
    public List<Found> after(Seen seen, Map<String, ?> arguments, Context context) {
        for (Link link : links(seen)) {
            Map<String, Object> question = link.after() ? question(link, seen, arguments, context) : null;
            if (question != null) {
                return List.of(ask(link, question, context));
            }
        }
        return List.of();
    }

    private record Link(ApiOperation list, String parameter, Object id, boolean after) {
    }

    private List<Link> links(Seen seen) {
        List<Link> links = new ArrayList<>();
        String version = seen.by().version();
        after(links, version, seen.noun(), seen.id());
        for (Map.Entry<String, Object> field : seen.fields().entrySet()) {
            // A node of the studio knows the task that it became; what comes after is known of the task.
            if (links.isEmpty() && field.getKey().equals("TaskId") && field.getValue() != null) {
                after(links, version, "Task", field.getValue());
            }
        }
        Map<String, String> others = OTHER_PARAMETERS.getOrDefault(seen.noun(), Map.of());
        for (ApiOperation list : lookups.lists(version)) {
            String parameter = others.get(list.name());
            for (ApiParameter one : list.parameters()) {
                boolean own = one.name().equals(seen.noun() + "Id") || one.name().equals(seen.noun() + "Ids");
                parameter = parameter == null && own && !seen.noun().equals("Project") ? one.name() : parameter;
            }
            if (parameter != null && !isRecord(list) && !isOwn(list, seen.noun()) && sameKind(list, parameter, seen)) {
                links.add(new Link(list, parameter, seen.id(), false));
            }
        }
        return links;
    }

    private void after(List<Link> links, String version, String noun, Object id) {
        for (String name : new String[] {"ListDownstream" + noun + "s", "Get" + noun + "Children"}) {
            lookups.operation(version, name).ifPresent(list -> {
                String parameter = list.parameter("Id").isPresent() ? "Id" : noun + "Id";
                if (list.parameter(parameter).isPresent()) {
                    links.add(new Link(list, parameter, id, true));
                }
            });
        }
    }

    /** A list of the same things filters by id, it does not tell what belongs to one. */
    private static boolean isOwn(ApiOperation list, String noun) {
        return OperationName.of(list.name()).singular().equals(noun);
    }

    private static boolean isRecord(ApiOperation list) {
        String noun = OperationName.of(list.name()).singular();
        for (String record : RECORDS) {
            if (noun.endsWith(record)) {
                return true;
            }
        }
        return false;
    }

    /** A studio's node has a text for an id; a list that wants a number means another kind of node. */
    private static boolean sameKind(ApiOperation list, String parameter, Seen seen) {
        return list.parameter(parameter).map(found -> {
            boolean many = found.schema().isArray();
            boolean number = many ? found.schema().items() != null && list.resolve(found.schema().items()).isInteger()
                    : found.schema().isInteger();
            return number == seen.id() instanceof Number || !number;
        }).orElse(false);
    }

    private static Map<String, Object> question(Link link, Seen seen, Map<String, ?> arguments, Context context) {
        Map<String, Object> question = new LinkedHashMap<>();
        Paging paging = ResponseShape.of(link.list()).paging();
        for (ApiParameter parameter : link.list().parameters()) {
            String name = parameter.name();
            Object value = name.equals(link.parameter()) ? parameter.schema().isArray() ? List.of(link.id()) : link.id()
                    : isOnly(paging.pageParameter(), name) ? Integer.valueOf(1)
                    : isOnly(paging.sizeParameter(), name) ? Integer.valueOf(10)
                    : name.equals("ProjectId") && seen.fields().get(name) != null ? seen.fields().get(name)
                    : name.equals("ProjectId") && arguments.get(name) != null ? arguments.get(name)
                    : ObjectReader.common(parameter, link.list().version(), context);
            if (value != null) {
                question.put(name, parameter.schema().isString() ? value.toString() : value);
            } else if (parameter.required()) {
                return null;
            }
        }
        return question;
    }

    private static boolean isOnly(List<String> path, String name) {
        return path != null && path.size() == 1 && path.get(0).equals(name);
    }

    private Found ask(Link link, Map<String, Object> question, Context context) {
        ResponseShape shape = ResponseShape.of(link.list());
        try {
            Object body = lookups.ask(link.list(), question, context).body();
            List<?> items = ResponseShape.at(body, shape.listPath()) instanceof List<?> list ? list : List.of();
            Object total = ResponseShape.at(body, shape.totalPath());
            long count = total == null || !total.toString().matches("\\d{1,18}") ? items.size() : Long.parseLong(total.toString());
            return new Found(text(link, items, count), count, link.after());
        } catch (ApiException e) {
            return new Found(Texts.of("what depends on it could not be looked up with {0}: {1}", link.list().name(),
                    Redactor.text(e.code())), -1, link.after());
        }
    }

    private static String text(Link link, List<?> items, long count) {
        String noun = OperationName.of(link.list().name()).singular();
        int by = noun.indexOf("By");
        noun = by > 0 ? OperationName.singular(noun.substring(0, by)) : noun;
        String bare = noun.startsWith("Downstream") ? noun.substring(10) : noun.endsWith("Child") ? noun.substring(0, noun.length() - 5) : noun;
        String kind = new Subjects(bare, null, List.of()).spoken(count == 1 ? 1 : 2);
        List<String> names = new ArrayList<>();
        for (Object item : items) {
            String name = label(noun, item);
            if (names.size() < SAMPLE && name != null && !names.contains(name)) {
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            return link.after() ? Texts.of("{0} downstream {1}", count, kind) : count + " " + kind;
        }
        String shown = String.join(", ", names) + (count > items.size() ? ", …" : "");
        return link.after() ? Texts.of("{0} downstream {1}: {2}", count, kind, shown) : Texts.of("{0} {1}: {2}", count, kind, shown);
    }

    /** An item's name, else its id; an item may hold the object in a field. */
    private static String label(String noun, Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            return item == null ? null : item.toString();
        }
        for (String key : new String[] {"Name", noun + "Name", "NodeName", "TaskName", "FileName", "DisplayName"}) {
            if (map.get(key) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        for (Object value : map.values()) {
            if (value instanceof Map<?, ?> inner && inner.get("Name") instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return map.get("Id") == null ? null : map.get("Id").toString();
    }
}
