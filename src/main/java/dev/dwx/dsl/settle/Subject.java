package dev.dwx.dsl.settle;

import dev.dwx.catalog.OperationName;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.flowspec.model.FlowDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a write is about, as far as its name and arguments tell.
 *
 * @param noun the thing in the singular: {@code Node}
 * @param deed what is done to it
 * @param nameParameter the argument that names it, {@code Name}, {@code FileName}; {@code null} when there is none
 * @param name its name, or {@code null}
 * @param id its id, or {@code null}
 */
record Subject(String noun, Deed deed, String nameParameter, String name, Object id) {
    /** What can be looked up afterwards. */
    enum Deed { CREATE, UPDATE, DELETE, OTHER }

    static Subject of(PlannedCall call) {
        OperationName parts = OperationName.of(call.operation().name());
        String noun = parts.singular();
        Deed deed = !parts.prefix().isEmpty() || parts.verbs().size() > 1 || noun.isEmpty() ? Deed.OTHER : switch (parts.verb()) {
            case "Create", "Add", "Register" -> Deed.CREATE;
            case "Update" -> Deed.UPDATE;
            case "Delete", "Remove" -> Deed.DELETE;
            default -> Deed.OTHER;
        };
        Map<String, Object> arguments = call.arguments();
        String parameter = null;
        String name = null;
        for (String candidate : nameFields(noun, null)) {
            if (arguments.get(candidate) instanceof CharSequence text && !text.toString().isBlank()) {
                parameter = candidate;
                name = text.toString();
                break;
            }
        }
        if (name == null) {
            name = FlowDocument.read(arguments.get("Spec")).flatMap(FlowDocument::name).orElse(null);
            parameter = name == null ? null : "Name";
        }
        return new Subject(noun, deed, parameter, name, id(arguments, noun));
    }

    /** Under which fields a name is found: the parameter that it was sent with, {@code Name}, or the noun's own. */
    static Set<String> nameFields(String noun, String parameter) {
        Set<String> fields = new LinkedHashSet<>();
        if (parameter != null) {
            fields.add(parameter);
        }
        fields.add("Name");
        fields.add(noun + "Name");
        fields.add(lastWord(noun) + "Name");
        return fields;
    }

    /** Under which fields its id is found. */
    Set<String> idFields() {
        Set<String> fields = new LinkedHashSet<>();
        fields.add("Id");
        fields.add(noun + "Id");
        fields.add(lastWord(noun) + "Id");
        if (nameParameter != null && nameParameter.length() > 4 && nameParameter.endsWith("Name")) {
            fields.add(nameParameter.substring(0, nameParameter.length() - 4) + "Id");
        }
        return fields;
    }

    private static String lastWord(String noun) {
        List<String> words = OperationName.split(noun);
        return words.isEmpty() ? noun : words.get(words.size() - 1);
    }

    private static Object id(Map<String, Object> arguments, String noun) {
        for (String candidate : new String[] {"Id", noun + "Id", lastWord(noun) + "Id"}) {
            Object value = arguments.get(candidate);
            if (value instanceof CharSequence text && !text.toString().isBlank() || value instanceof Number) {
                return value;
            }
        }
        return null;
    }
}
