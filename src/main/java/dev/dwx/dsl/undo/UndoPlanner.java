package dev.dwx.dsl.undo;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.dsl.impact.Seen;
import dev.dwx.dsl.impact.Subjects;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Finds the way back of a write by the names of operations and parameters: an update goes back with the former values of the fields
 * that were sent, a delete with the create of the same noun, a create with its delete, and verbs with their opposites.
 */
final class UndoPlanner {
    private static final Set<String> CHANGING =
            Set.of("Update", "Rename", "Move", "Set", "Modify", "Edit", "Change", "Put", "Replace");
    private static final Map<String, List<String>> OPPOSITES = Map.ofEntries(
            Map.entry("Suspend", List.of("Resume")), Map.entry("Resume", List.of("Suspend")),
            Map.entry("Start", List.of("Stop")), Map.entry("Stop", List.of("Start")),
            Map.entry("Enable", List.of("Disable")), Map.entry("Disable", List.of("Enable")),
            Map.entry("Attach", List.of("Detach")), Map.entry("Detach", List.of("Attach")),
            Map.entry("Associate", List.of("Dissociate")), Map.entry("Dissociate", List.of("Associate")),
            Map.entry("Grant", List.of("Revoke")), Map.entry("Revoke", List.of("Grant")),
            Map.entry("Tag", List.of("UnTag")), Map.entry("UnTag", List.of("Tag")),
            Map.entry("Add", List.of("Remove", "Delete")), Map.entry("Remove", List.of("Add")),
            Map.entry("Publish", List.of("Abolish")), Map.entry("Mount", List.of("Unmount")),
            Map.entry("Freeze", List.of("Unfreeze")), Map.entry("Lock", List.of("Unlock")));
    private static final List<List<String>> PREPOSITIONS =
            List.of(List.of("From", "To"), List.of("From", "Into"), List.of("To", "From"), List.of("Into", "From"));
    /** What a create wants and no read shows; the value that nearly every object has. */
    private static final Map<String, String> UNSEEN = Map.of("CreateNode.Scene", "DATAWORKS_PROJECT");

    private final BiFunction<String, String, Optional<ApiOperation>> catalog;

    UndoPlanner(BiFunction<String, String, Optional<ApiOperation>> catalog) {
        this.catalog = catalog;
    }

    UndoPlan plan(WriteRecord record) {
        Optional<ApiOperation> operation = catalog.apply(record.version(), record.operation());
        if (operation.isEmpty()) {
            return UndoPlan.impossible(Texts.of("{0} is not in the catalog", record.operation()));
        }
        OperationName name = OperationName.of(record.operation());
        List<Seen> before = record.before(read -> catalog.apply(record.version(), read).orElse(null));
        if (CHANGING.contains(name.verb()) && name.prefix().isEmpty()) {
            return back(operation.get(), record, before);
        }
        Optional<ApiOperation> opposite = opposite(record, name);
        if (opposite.isPresent()) {
            return mirrored(opposite.get(), record);
        }
        return switch (name.verb()) {
            case "Create" -> created(record, name);
            case "Delete" -> deleted(record, name, before);
            case "Stop", "Kill", "Terminate", "Cancel" -> UndoPlan.impossible(Texts.of("what was stopped does not go on where it was; a"
                    + " rerun begins anew, which is another thing"));
            default -> UndoPlan.impossible(Texts.of("no operation of {0} takes {1} back", record.version(),
                    name.verb().toLowerCase(Locale.ROOT)));
        };
    }

    private Optional<ApiOperation> opposite(WriteRecord record, OperationName name) {
        for (String verb : OPPOSITES.getOrDefault(name.verb(), List.of())) {
            String plain = record.operation().replaceFirst(name.verb(), verb);
            List<String> names = new ArrayList<>(List.of(plain));
            for (List<String> pair : PREPOSITIONS) {
                names.add(plain.replaceFirst("(?<=[a-z])" + pair.get(0) + "(?=[A-Z])", pair.get(1)));
            }
            for (String candidate : names) {
                Optional<ApiOperation> found = catalog.apply(record.version(), candidate);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The opposite, with the arguments of the call as far as it takes them. */
    private static UndoPlan mirrored(ApiOperation opposite, WriteRecord record) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (ApiParameter parameter : opposite.parameters()) {
            Object value = record.arguments().get(parameter.name());
            if (value != null && !parameter.name().equals("ClientToken")) {
                arguments.put(parameter.name(), value);
            } else if (parameter.required()) {
                return UndoPlan.impossible(Texts.of("{0} wants {1}, which the call did not name", opposite.name(), parameter.name()));
            }
        }
        return one(opposite, arguments, List.of(), false);
    }

    private UndoPlan back(ApiOperation operation, WriteRecord record, List<Seen> before) {
        if (before.isEmpty() || !before.get(0).found()) {
            return UndoPlan.impossible(before.isEmpty() ? Texts.of("no read shows what {0} changes", record.operation())
                    : Texts.of("how it was is not known: it {0}", before.get(0).trouble()));
        }
        Map<String, Object> fields = before.get(0).fields();
        Map<String, Object> arguments = new LinkedHashMap<>();
        FormerValue former = new FormerValue();
        boolean some = false;
        for (Map.Entry<String, Object> sent : record.arguments().entrySet()) {
            if (isIdentity(operation, record, sent.getKey())) {
                arguments.put(sent.getKey(), sent.getValue());
                continue;
            }
            Object value = former.of(sent.getKey(), sent.getValue(), former(record, fields, sent.getKey()));
            if (value != null) {
                arguments.put(sent.getKey(), value);
                some = true;
            }
        }
        List<String> cannot = new ArrayList<>();
        former.missing().forEach(one -> cannot.add(Texts.of("{0} stays as it is", one)));
        if (record.operation().equals("UpdateWorkflow")) {
            cannot.add(Texts.of("tasks of the workflow that the update did not name were lost with it, and do not come back"));
        }
        for (ApiParameter parameter : operation.parameters()) {
            if (parameter.required() && arguments.get(parameter.name()) == null) {
                return UndoPlan.impossible(Texts.of("{0} wants {1}, and its former value is not known", operation.name(),
                        parameter.name()));
            }
        }
        return some ? one(operation, arguments, cannot, false) : new UndoPlan(List.of(), cannot, false);
    }

    /** Where an object was, for a move: its path in the specification, without its own name. */
    private static Object former(WriteRecord record, Map<String, Object> fields, String parameter) {
        Object value = FormerValue.field(fields, parameter);
        boolean moved = value == null && parameter.equals("Path") && fields.get("Spec") instanceof String;
        if (!moved) {
            return value;
        }
        String path = path(FormerValue.json(fields.get("Spec").toString()));
        int name = path == null ? -1 : path.lastIndexOf('/');
        return name < 0 ? null : path.substring(0, name);
    }

    private static String path(Object value) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("script") instanceof Map<?, ?> script && script.get("path") instanceof String text) {
                return text;
            }
            for (Object inner : map.values()) {
                String found = path(inner);
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            return path(list.get(0));
        }
        return null;
    }

    static boolean isIdentity(ApiOperation operation, WriteRecord record, String parameter) {
        return parameter.equals(record.text("parameter")) || parameter.equals("ProjectId") || parameter.equals("ProjectIdentifier")
                || parameter.equals("ProjectEnv") || parameter.equals("EnvType")
                || Subjects.isId(parameter) && operation.parameter(parameter).map(ApiParameter::required).orElse(false);
    }

    private UndoPlan created(WriteRecord record, OperationName name) {
        Optional<ApiOperation> delete = catalog.apply(record.version(), "Delete" + name.noun());
        if (delete.isEmpty()) {
            return UndoPlan.impossible(Texts.of("there is no Delete{0} in {1}", name.noun(), record.version()));
        }
        Object id = newId(record, name.noun());
        Map<String, Object> arguments = new LinkedHashMap<>();
        boolean named = false;
        for (ApiParameter parameter : delete.get().parameters()) {
            String key = parameter.name();
            boolean own = key.equals("Id") || key.equals(name.noun() + "Id")
                    || Subjects.isId(key) && name.noun().endsWith(Subjects.without(key));
            Object value = own ? id : record.arguments().get(key);
            if (value != null && !(own && named)) {
                arguments.put(key, value);
                named |= own;
            } else if (parameter.required()) {
                return UndoPlan.impossible(WriteRecord.OK.equals(record.text("state"))
                        ? Texts.of("{0} wants {1}, which the answer did not tell", delete.get().name(), key)
                        : Texts.of("nobody knows whether it was made: look for it by its name"));
            }
        }
        return one(delete.get(), arguments, List.of(), false);
    }

    /** The id of what was made, as the answer gave it: by its name, or as the only value that is there. */
    private Object newId(WriteRecord record, String noun) {
        Object answer = record.fields().get("answer");
        if (!(answer instanceof Map<?, ?> body)) {
            return null;
        }
        Object inner = catalog.apply(record.version(), record.operation())
                .map(operation -> ResponseShape.at(body, ResponseShape.of(operation).objectPath())).orElse(null);
        for (Object place : new Object[] {inner, body, body.get("Data")}) {
            if (place instanceof Map<?, ?> map) {
                for (String key : new String[] {"Id", noun + "Id"}) {
                    if (map.get(key) != null) {
                        return map.get(key);
                    }
                }
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    String key = String.valueOf(entry.getKey());
                    if (key.endsWith("Id") && !key.equals("RequestId") && noun.endsWith(Subjects.without(key))) {
                        return entry.getValue();
                    }
                }
            } else if (place instanceof Number || place instanceof String) {
                return place;
            }
        }
        return null;
    }

    private UndoPlan deleted(WriteRecord record, OperationName name, List<Seen> before) {
        Optional<ApiOperation> create = catalog.apply(record.version(), "Create" + name.singular());
        if (create.isEmpty()) {
            return UndoPlan.impossible(Texts.of("there is no Create{0} in {1}", name.singular(), record.version()));
        }
        if (before.isEmpty() || !before.get(0).found()) {
            return UndoPlan.impossible(before.isEmpty() ? Texts.of("no read showed what was deleted") : Texts.of("how it was is not known: it {0}",
                    before.get(0).trouble()));
        }
        List<String> cannot = new ArrayList<>();
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (ApiParameter parameter : create.get().parameters()) {
            String key = parameter.name();
            Object value = FormerValue.field(before.get(0).fields(), key);
            value = value == null && !Subjects.isId(key) || value == null && key.startsWith("Project")
                    ? record.arguments().getOrDefault(key, UNSEEN.get(create.get().name() + "." + key)) : value;
            if (FormerValue.hidden(value)) {
                return UndoPlan.impossible(Texts.of("{0} holds a secret, which is never kept: make it again with {1}, with what is kept"
                        + " and the secret", key, create.get().name()));
            }
            if (value != null) {
                arguments.put(key, value);
            } else if (parameter.required() && key.equals("ClientToken")) {
                arguments.put(key, "dwx-undo-" + record.id());
            } else if (parameter.required()) {
                return UndoPlan.impossible(Texts.of("{0} wants {1}, which {2} does not show", create.get().name(), key,
                        before.get(0).by().name()));
            } else if (!key.equals("ClientToken") && !key.equals("ProjectIdentifier")) {
                cannot.add(Texts.of("{0} is not shown by {1} and is left to the service", key, before.get(0).by().name()));
            }
        }
        if (name.noun().equals("Project")) {
            cannot.add(Texts.of("what was in the project does not come back"));
        }
        boolean sameId = record.text("parameter") != null && before.get(0).id() != null
                && String.valueOf(before.get(0).id()).equals(String.valueOf(arguments.get(record.text("parameter"))));
        if (!sameId) {
            cannot.add(Texts.of("what referred to the former id ({0}) does not know the new one", before.get(0).id()));
        }
        return one(create.get(), arguments, cannot, !sameId);
    }

    private static UndoPlan one(ApiOperation operation, Map<String, Object> arguments, List<String> cannot, boolean newId) {
        return new UndoPlan(List.of(new UndoPlan.Step(operation, arguments)), cannot, newId);
    }
}
