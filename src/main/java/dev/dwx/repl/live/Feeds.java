package dev.dwx.repl.live;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.Paging;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.catalog.Schema;
import dev.dwx.catalog.SecretNames;
import dev.dwx.safety.Risk;
import dev.dwx.safety.RiskRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Which listing tells the values of which parameter. Most of it follows from names and schemas of the catalog: {@code BaselineId} is
 * the id of what {@code ListBaselines} lists, {@code Id} of {@code GetNode} that of what {@code ListNodes} lists, {@code Name} of
 * {@code DeleteFunction} a function's name. What names do not say stands in a small table.
 */
public final class Feeds {
    /** What may stand behind the thing's name in a parameter's, and which fields then hold the value. */
    private static final List<String> ENDINGS = List.of("Ids", "Id", "Guids", "Guid", "Uuids", "Uuid", "Names", "Name", "Codes", "Code",
            "Identifier", "QualifiedName");
    private static final List<String> NOTES = List.of("Name", "DisplayName", "Title", "UserName", "TaskName", "NodeName",
            "Type", "Status");
    private static final Set<String> NEW_THINGS = Set.of("Create", "Add", "Import", "Clone", "Register", "Upload");

    private final Supplier<ApiCatalog> catalog;
    private final FeedTable table = FeedTable.usual();
    private volatile Known known = new Known(null);

    /** What was found in one catalog; a refresh brings another. */
    private record Known(ApiCatalog of, Map<String, Optional<Feed>> feeds, Map<String, Optional<ApiOperation>> lists) {
        Known(ApiCatalog of) {
            this(of, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    /** @param catalog asked at each use, so that a refresh can put another in its place */
    public Feeds(Supplier<ApiCatalog> catalog) {
        this.catalog = catalog;
    }

    /** What feeds a parameter of an operation; empty when nothing is known to, or when its values are no one's business. */
    Optional<Feed> of(ApiOperation operation, String parameter) {
        return known().feeds.computeIfAbsent(operation.version() + operation.name() + '.' + parameter, key -> find(operation, parameter));
    }

    /** The listings to begin with. */
    List<Feed> warm() {
        List<Feed> feeds = new ArrayList<>();
        for (String name : table.warm()) {
            list(version(name), name.substring(5)).flatMap(list -> feed(list, null, null, null, null)).ifPresent(feeds::add);
        }
        return feeds;
    }

    /** What a listing is always asked with, by the table. */
    Map<String, String> fixed(ApiOperation list) {
        return table.fixed(list.version(), list.name());
    }

    FeedTable table() {
        return table;
    }

    private Known known() {
        ApiCatalog current = catalog.get();
        Known now = known;
        if (now.of != current) {
            now = new Known(current);
            known = now;
        }
        return now;
    }

    private Optional<Feed> find(ApiOperation operation, String parameter) {
        Optional<ApiParameter> declared = operation.parameter(parameter);
        if (declared.isEmpty() || SecretNames.isSecret(parameter)) {
            return Optional.empty();
        }
        Schema schema = operation.resolve(declared.get().schema());
        if (schema.isBoolean() || schema.isObject()) {
            return Optional.empty();
        }
        FeedTable.Row row = table.row(operation.version(), operation.name(), parameter);
        if (row != null) {
            return row.list() == null ? Optional.empty()
                    : list(version(row.list()), row.list().substring(5)).flatMap(list -> feed(list, operation, parameter, row.value(), row.note()));
        }
        return schema.enumeration().isEmpty() ? derived(operation, parameter) : Optional.empty();
    }

    private Optional<Feed> derived(ApiOperation operation, String parameter) {
        for (String ending : ENDINGS) {
            if (parameter.endsWith(ending)) {
                String noun = parameter.substring(0, parameter.length() - ending.length());
                String single = ending.endsWith("s") ? ending.substring(0, ending.length() - 1) : ending;
                if (!noun.isEmpty()) {
                    return byNoun(operation, parameter, noun, single, false);
                }
                OperationName name = OperationName.of(operation.name());
                // The name of what is made now is nobody's yet.
                boolean fresh = single.equals("Name") && name.verbs().stream().anyMatch(NEW_THINGS::contains);
                return fresh ? Optional.empty() : byNoun(operation, parameter, name.singular(), single, true);
            }
        }
        return Optional.empty();
    }

    /** By the whole noun first, then without words at its end, then without words at its beginning: NodeCode, Node; UpstreamTask, Task. */
    private Optional<Feed> byNoun(ApiOperation operation, String parameter, String noun, String ending, boolean own) {
        List<String> words = OperationName.split(noun);
        Set<String> nouns = new LinkedHashSet<>();
        nouns.add(noun);
        for (int end = words.size() - 1; own && end > 0; end--) {
            nouns.add(String.join("", words.subList(0, end)));
        }
        for (int begin = 1; begin < words.size(); begin++) {
            nouns.add(String.join("", words.subList(begin, words.size())));
        }
        for (String one : nouns) {
            Optional<Feed> feed = byList(operation, parameter, one, ending);
            if (feed.isPresent()) {
                return feed;
            }
        }
        return Optional.empty();
    }

    private Optional<Feed> byList(ApiOperation operation, String parameter, String noun, String ending) {
        for (String plural : OperationName.plurals(noun)) {
            Optional<ApiOperation> list = list(operation.version(), "List" + plural);
            if (list.isEmpty()) {
                continue;
            }
            Schema item = ResponseShape.of(list.get()).itemSchema();
            for (String field : fields(noun, ending)) {
                if (scalar(list.get(), item, field)) {
                    Optional<Feed> feed = feed(list.get(), operation, parameter, field, note(list.get(), item, noun, field));
                    if (feed.isPresent()) {
                        return feed;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> fields(String noun, String ending) {
        return List.of(noun + ending, ending);
    }

    private static String note(ApiOperation list, Schema item, String noun, String value) {
        List<String> wanted = new ArrayList<>(List.of(noun + "Name"));
        wanted.addAll(NOTES);
        for (String field : wanted) {
            if (!field.equals(value) && scalar(list, item, field)) {
                return field;
            }
        }
        for (String field : item.properties().keySet()) {
            if (field.endsWith("Name") && !field.equals(value) && scalar(list, item, field)) {
                return field;
            }
        }
        return !value.equals("Id") && scalar(list, item, "Id") ? "Id" : null;
    }

    /** Without an operation and a value, the listing alone. */
    private Optional<Feed> feed(ApiOperation list, ApiOperation operation, String parameter, String value, String note) {
        Map<String, String> fixed = fixed(list);
        List<String> needed = new ArrayList<>();
        for (String name : required(list)) {
            if (fixed.containsKey(name) || name.equals("ProjectId") || name.equals("RegionId")) {
                continue;
            }
            boolean sayable = operation != null && !name.equals(parameter) && operation.parameter(name).isPresent();
            if (!sayable) {
                return Optional.empty();
            }
            needed.add(name);
        }
        return Optional.of(new Feed(list, fixed, needed, value, note));
    }

    /** Parameters that a listing is refused without, those of its pages left out. */
    static List<String> required(ApiOperation list) {
        Set<String> paging = new HashSet<>();
        Paging pages = ResponseShape.of(list).paging();
        for (List<String> path : Arrays.asList(pages.pageParameter(), pages.sizeParameter(), pages.tokenParameter())) {
            paging.add(path == null ? "" : path.get(0));
        }
        List<String> names = new ArrayList<>();
        for (ApiParameter parameter : list.parameters()) {
            if (parameter.required() && !paging.contains(parameter.name())) {
                names.add(parameter.name());
            }
        }
        return names;
    }

    /** A field of an item that holds one value and no secret. */
    static boolean scalar(ApiOperation list, Schema item, String field) {
        int dot = field.indexOf('.');
        Schema schema = item.properties().get(dot < 0 ? field : field.substring(0, dot));
        if (schema == null || SecretNames.isSecret(field)) {
            return false;
        }
        Schema resolved = list.resolve(schema);
        if (dot >= 0) {
            return resolved.isArray() && scalar(list, list.resolve(resolved.items()), field.substring(dot + 1));
        }
        return !resolved.isObject() && !resolved.isArray() && !resolved.isBoolean();
    }

    /** A listing that is a read and answers with a list. */
    private Optional<ApiOperation> list(String version, String name) {
        return known().lists.computeIfAbsent(version + name, key -> catalog.get().find(version, name)
                .filter(one -> RiskRules.of(one, Map.of()) == Risk.READ && ResponseShape.of(one).isList()));
    }

    private static String version(String pinned) {
        return pinned.startsWith("2020") ? ApiCatalog.V2020 : ApiCatalog.V2024;
    }
}
