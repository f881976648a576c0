package dev.dwx.dsl.rehearsal;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.SimulatedIds;
import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The world as it would be after the writes of a rehearsal: only what they would have made, changed or deleted among themselves.
 * What the service really has stays as it is there. For use by many threads.
 */
final class Simulation {
    private static final List<String> PAGING = List.of("PageNumber", "PageNum", "PageSize", "NextToken", "MaxResults", "SortBy",
            "Order", "RegionId");

    private final SimulatedIds ids;
    private final Clock clock;
    private final Map<String, SimulatedThing> things = new LinkedHashMap<>();
    /** Answers of reads that nothing but their question is known of, so that the same question gets the same answer. */
    private final Map<String, Map<String, Object>> told = new LinkedHashMap<>();

    Simulation(SimulatedIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** What a write would answer, and what it would leave behind. */
    synchronized ApiAnswer write(ApiOperation operation, Map<String, Object> arguments) {
        List<SimulatedThing> touched = referred(operation, arguments);
        OperationName name = OperationName.of(operation.name());
        for (SimulatedThing thing : touched) {
            if (isOwn(thing, name, arguments)) {
                change(thing, operation, name, arguments);
            }
        }
        List<?> elements = null;
        for (Object value : arguments.values()) {
            if (value instanceof List<?> list && (elements == null || name.prefix().equals("Batch"))) {
                elements = list;
            }
        }
        Map<String, Object> said = said(name, arguments);
        Map<String, Object> body = new SimulatedBody(operation, new SimulatedValues(operation, clock), said,
                (field, narrow) -> made(field, narrow, name, arguments),
                name.prefix().equals("Batch") ? elements : null).build();
        keepResult(body);
        return answer(operation, body);
    }

    /** A job says, at once and whenever it is asked again, what it has made. */
    private void keepResult(Map<?, ?> body) {
        body.values().forEach(value -> {
            if (value instanceof Map<?, ?> job && job.get("Id") != null && job.get("Response") != null) {
                SimulatedThing thing = things.get(job.get("Id").toString());
                if (thing != null) {
                    thing.say(Map.of("Response", job.get("Response")));
                }
            }
        });
    }

    private static void change(SimulatedThing thing, ApiOperation operation, OperationName name, Map<String, Object> arguments) {
        switch (name.verb()) {
            case "Delete", "Remove", "Drop", "Destroy", "Purge" -> thing.delete(operation.name());
            case "Update", "Modify", "Edit", "Rename", "Move", "Save", "Change", "Set" -> {
                Map<String, Object> changes = new LinkedHashMap<>(arguments);
                changes.keySet().removeIf(key -> key.equals("Id") || key.equals(name.singular() + "Id") || key.equals("Ids"));
                thing.say(changes);
            }
            case "Abolish" -> thing.say(Map.of("Status", "Termination"));
            default -> {
                // Started, submitted, rerun: it has ended well at once, as everything here has.
            }
        }
    }

    /** What the arguments say of a new thing. Those that say how many, or which others, are no field of it. */
    private static Map<String, Object> said(OperationName name, Map<String, Object> arguments) {
        Map<String, Object> said = new LinkedHashMap<>(arguments);
        said.remove("Status");
        if (!name.verb().equals("Update") && !name.verb().equals("Delete") && said.get("Code") != null
                && said.containsKey("Id")) {
            said.remove("Code");
        }
        return said;
    }

    private Object made(String field, boolean narrow, OperationName name, Map<String, Object> arguments) {
        if (field.equals("OwnerId") || field.equals("CreatorId") || field.equals("ModifierId") || field.equals("UserId")) {
            return arguments.get("Owner");
        }
        Object id = narrow ? (Object) ids.nextNarrow() : (Object) ids.next();
        String noun = field.endsWith("Id") && field.length() > 2 ? field.substring(0, field.length() - 2) : name.singular();
        SimulatedThing thing = new SimulatedThing(id.toString(), noun, arguments);
        thing.fields().remove("Id");
        things.put(thing.id(), thing);
        return id;
    }

    /** What a read would answer that is about things of this simulation; {@code null} when it is about none of them. */
    synchronized ApiAnswer read(ApiOperation operation, Map<String, Object> arguments) {
        List<SimulatedThing> asked = referred(operation, arguments);
        if (asked.isEmpty()) {
            return null;
        }
        ResponseShape shape = ResponseShape.of(operation);
        OperationName name = OperationName.of(operation.name());
        if (shape.isList() && shape.objectPath() == null) {
            return answer(operation, listing(operation, name, arguments, asked));
        }
        SimulatedThing thing = asked.get(0);
        for (SimulatedThing each : asked) {
            if (isOwn(each, name, arguments)) {
                thing = each;
            }
        }
        SimulatedThing found = thing;
        Map<String, Object> body = new SimulatedBody(operation, new SimulatedValues(operation, clock), about(thing, arguments),
                (field, narrow) -> field.equals("Id") || field.equals(found.noun() + "Id") || field.equals(name.singular() + "Id")
                        ? found.id() : null, null).build();
        return answer(operation, body);
    }

    private Map<String, Object> listing(ApiOperation operation, OperationName name, Map<String, Object> arguments,
            List<SimulatedThing> asked) {
        List<Map<String, Object>> rows = new ArrayList<>();
        boolean known = false;
        for (SimulatedThing thing : things.values()) {
            if (thing.noun().equals(name.singular())) {
                known = true;
                if (thing.deletedBy() == null && (asked.contains(thing) || fits(thing, arguments))) {
                    rows.add(about(thing, Map.of()));
                }
            }
        }
        if (known) {
            return list(operation, pastTheEnd(arguments) ? List.of() : rows);
        }
        // Never made by itself: the parts that another thing comes with, such as the items of a deployment.
        if (pastTheEnd(arguments)) {
            return list(operation, List.of());
        }
        Map<String, Object> row = new LinkedHashMap<>(arguments);
        PAGING.forEach(row::remove);
        return told.computeIfAbsent(key(operation, arguments), key -> {
            String id = Long.toString(ids.next());
            things.put(id, new SimulatedThing(id, name.singular() + " of " + asked.get(0).noun(), row));
            row.put("Id", id);
            return list(operation, List.of(row));
        });
    }

    private Map<String, Object> list(ApiOperation operation, List<Map<String, Object>> rows) {
        return new SimulatedBody(operation, new SimulatedValues(operation, clock), Map.of(), (field, narrow) -> null, rows)
                .build();
    }

    private static boolean fits(SimulatedThing thing, Map<String, Object> filter) {
        for (Map.Entry<String, Object> wanted : filter.entrySet()) {
            Object is = thing.fields().get(wanted.getKey());
            if (!PAGING.contains(wanted.getKey()) && is != null && !is.toString().equals(Objects.toString(wanted.getValue()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean pastTheEnd(Map<String, Object> arguments) {
        Object page = arguments.getOrDefault("PageNumber", arguments.get("PageNum"));
        return page != null && !page.toString().equals("1");
    }

    private static Map<String, Object> about(SimulatedThing thing, Map<String, Object> arguments) {
        Map<String, Object> known = new LinkedHashMap<>(arguments);
        PAGING.forEach(known::remove);
        known.putAll(thing.fields());
        known.put("Id", thing.id());
        known.putIfAbsent(thing.noun() + "Id", thing.id());
        return known;
    }

    /** The things that the arguments name; naming one that a call of the rehearsal has deleted fails, as it would then. */
    private List<SimulatedThing> referred(ApiOperation operation, Map<String, Object> arguments) {
        List<SimulatedThing> found = new ArrayList<>();
        for (String id : ids.in(arguments)) {
            SimulatedThing thing = things.get(id);
            if (thing == null) {
                continue;
            }
            if (thing.deletedBy() != null) {
                throw ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version())
                        .code("dwx.SimulatedNotFound")
                        .why(Texts.of("{0} {1} was made in this rehearsal and deleted again by {2}", thing.noun(), id, thing.deletedBy()))
                        .next(Texts.of("the service would not find it at this point either")).build();
            }
            found.add(thing);
        }
        return found;
    }

    /** Whether a call is about the thing itself, and does not merely mention it. */
    private static boolean isOwn(SimulatedThing thing, OperationName name, Map<String, Object> arguments) {
        for (String parameter : new String[] {"Id", "Ids", name.singular() + "Id", name.singular() + "Ids", thing.noun() + "Id",
            "FileId"}) {
            Object value = arguments.get(parameter);
            if (value != null && (value instanceof List<?> list ? list.stream().anyMatch(each -> thing.id().equals(each.toString()))
                    : thing.id().equals(value.toString()))) {
                return !parameter.equals("FileId") || thing.noun().contains("File") || name.noun().contains("File");
            }
        }
        return false;
    }

    private static String key(ApiOperation operation, Map<String, Object> arguments) {
        return operation.label() + arguments;
    }

    private static ApiAnswer answer(ApiOperation operation, Map<String, Object> body) {
        return new ApiAnswer(operation, body, ExactJson.write(body), ApiAnswer.SIMULATED, Map.of(), null,
                Duration.ZERO);
    }
}
