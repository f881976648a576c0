package dev.dwx.dsl.impact;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.OperationName;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The objects that a call is about, as its name and arguments tell.
 *
 * @param noun what they are, in the singular: {@code TaskInstance}
 * @param parameter which argument names them, or {@code null} when none does
 * @param ids their ids or names, as they are sent
 */
public record Subjects(String noun, String parameter, List<Object> ids) {
    /** What operations are about most, as it is spoken of; other nouns are said as the operations spell them. */
    private static final String[] NOUNS = {
        "task", "task instance", "node", "workflow", "workflow instance", "workflow definition", "file", "folder", "resource",
        "function", "component", "data source", "resource group", "project", "project member", "table", "column", "DI job",
        "DI alarm rule", "data quality rule", "data quality evaluation task", "data quality scan", "route", "network", "certificate",
        "alert rule", "baseline", "deployment", "pipeline run", "instance", "object", "business", "remind", "data service API"};
    private static final List<String> PREPOSITIONS = List.of("From", "To", "Into", "With");
    private static final List<String> NAMES = List.of("Name", "Code", "Key", "QualifiedName", "TableName", "EntityType", "TableGuid");

    public Subjects {
        ids = List.copyOf(ids);
    }

    /** What a call of this operation with these arguments is about. */
    public static Subjects of(ApiOperation operation, Map<String, ?> arguments) {
        String noun = noun(operation, arguments);
        boolean two = !noun.equals(OperationName.of(operation.name()).singular());
        String parameter = parameter(operation, noun, two, arguments);
        // DissociateProjectFromResourceGroup(ResourceGroupId): what the parameter names, not the first noun.
        String named = two && parameter != null && isId(parameter) ? without(parameter) : "";
        String kind = named.isEmpty() || noun.endsWith(named) ? noun : named;
        return new Subjects(kind, parameter, parameter == null ? List.of() : list(arguments.get(parameter)));
    }

    /** Whether it is one object, whatever the form in which it is named. */
    public boolean one() {
        return ids.size() == 1;
    }

    /** {@code TaskInstance} as a person says it: {@code task instance}; {@code DIJob} stays {@code DI job}. */
    public String spoken(int count) {
        StringBuilder text = new StringBuilder();
        for (String word : OperationName.split(noun)) {
            boolean capitals = word.length() > 1 && word.equals(word.toUpperCase(java.util.Locale.ROOT));
            text.append(text.length() == 0 ? "" : " ").append(capitals ? word : word.toLowerCase(java.util.Locale.ROOT));
        }
        if (text.length() == 0) {
            text.append("object");
        }
        String one = text.toString();
        for (String known : NOUNS) {
            if (known.equals(one) && !Texts.listed(known).equals(known)) {
                // A language of which the catalogue names things has its own way of saying many.
                return Texts.listed(known);
            }
        }
        return count == 1 ? text.toString()
                : text.toString().endsWith("y") && !text.toString().endsWith("ay") && !text.toString().endsWith("ey")
                ? text.substring(0, text.length() - 1) + "ies" : text.append(text.toString().endsWith("s") ? "es" : "s").toString();
    }

    private static String noun(ApiOperation operation, Map<String, ?> arguments) {
        String noun = OperationName.of(operation.name()).noun();
        List<String> words = OperationName.split(noun);
        for (int i = 1; i + 1 < words.size(); i++) {
            if (PREPOSITIONS.contains(words.get(i))) {
                String first = OperationName.singular(String.join("", words.subList(0, i)));
                String second = OperationName.singular(String.join("", words.subList(i + 1, words.size())));
                // DissociateProjectFromImage(Id, ProjectId): Id is the image's.
                return arguments.containsKey("Id") && arguments.containsKey(first + "Id") ? second : first;
            }
        }
        return OperationName.singular(noun);
    }

    private static String parameter(ApiOperation operation, String noun, boolean two, Map<String, ?> arguments) {
        for (String candidate : new String[] {"Id", "Ids", noun + "Id", noun + "Ids", "ObjectIds"}) {
            if (arguments.get(candidate) != null && !(two && candidate.equals("ProjectId"))) {
                return candidate;
            }
        }
        String only = null;
        int ids = 0;
        for (String name : inOrder(operation, arguments)) {
            if (!isId(name) || name.equals("RegionId") || name.equals("TenantId") || name.endsWith("ProjectId")) {
                continue;
            }
            // DeleteDataServiceApi(ApiId), DeleteQualityEntity(EntityId), DetachDataQualityRules…(DataQualityRuleIds)
            if (noun.endsWith(without(name))) {
                return name;
            }
            only = only == null ? name : only;
            ids++;
        }
        if (ids == 1) {
            return only;
        }
        for (String name : NAMES) {
            if (arguments.get(name) != null) {
                return name;
            }
        }
        return arguments.get(noun + "Name") != null ? noun + "Name" : only;
    }

    /** As the operation lists them, then what it does not know. */
    private static List<String> inOrder(ApiOperation operation, Map<String, ?> arguments) {
        List<String> names = new ArrayList<>();
        for (ApiParameter parameter : operation.parameters()) {
            if (arguments.get(parameter.name()) != null) {
                names.add(parameter.name());
            }
        }
        for (String name : arguments.keySet()) {
            if (!names.contains(name) && arguments.get(name) != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** Whether a parameter of this name holds an id, or several. */
    public static boolean isId(String parameter) {
        return parameter.endsWith("Id") || parameter.endsWith("Ids");
    }

    /** {@code NodeIds} without its ending. */
    public static String without(String parameter) {
        return parameter.endsWith("Ids") ? parameter.substring(0, parameter.length() - 3)
                : parameter.endsWith("Id") ? parameter.substring(0, parameter.length() - 2) : parameter;
    }

    private static List<Object> list(Object value) {
        List<Object> ids = new ArrayList<>();
        if (value instanceof Iterable<?> many) {
            for (Object one : many) {
                if (one != null) {
                    ids.add(one);
                }
            }
        } else {
            ids.add(value);
        }
        return ids;
    }
}
