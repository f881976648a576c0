package dev.dwx.sandbox.world;

import dev.dwx.catalog.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer of a list operation: filter, sort, cut out one page in the operation's own style, show each item. */
final class Listing {
    private static final long DEFAULT_SIZE = 10;

    private Listing() {
    }

    /** Lists the things of a kind that the arguments leave over. */
    static Map<String, Object> list(Scene scene, String kind) throws Refusal {
        ListPlace place = ListPlace.of(scene.operation);
        List<Thing> things = new ArrayList<>();
        Custom custom = scene.realm.customs.get(kind);
        Filter filter = new Filter(scene, kind, place.item());
        for (Thing stored : scene.store.all(kind)) {
            Thing thing = scene.seen(stored);
            if (custom != null && !custom.listed(scene, thing)) {
                continue;
            }
            if (filter.accepts(thing)) {
                things.add(thing);
            }
        }
        Sorting.of(scene, kind).sort(things);
        return page(scene, place, things);
    }

    /** One page of things that are already filtered and sorted. */
    static Map<String, Object> page(Scene scene, ListPlace place, List<Thing> things) throws Refusal {
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        if (grouped(scene, place)) {
            group(scene, place, things, items, keys);
        } else {
            for (Thing thing : things) {
                keys.add(thing.key());
                items.add(thing);
            }
        }
        return page(scene, place, items, keys);
    }

    /**
     * One page of items.
     *
     * @param items things, or maps that already have the item's fields
     * @param keys what tells one item from another, in the same order
     */
    static Map<String, Object> page(Scene scene, ListPlace place, List<Object> items, List<String> keys)
            throws Refusal {
        Cut cut = cut(scene, place, keys);
        List<Object> shown = new ArrayList<>();
        for (int i = cut.from; i < cut.to; i++) {
            shown.add(show(scene, place, items.get(i)));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        Map<String, Object> container = body;
        for (String name : place.path()) {
            Map<String, Object> inner = new LinkedHashMap<>();
            container.put(name, inner);
            container = inner;
        }
        for (Map.Entry<String, Schema> property : place.container().properties().entrySet()) {
            Object value = property.getKey().equals(place.name()) ? shown : cut.value(property.getKey(), keys.size());
            if (value != null) {
                Object fitting = property.getKey().equals(place.name()) ? shown
                        : scene.realm.projection.value(scene.operation, property.getValue(), value,
                        property.getKey());
                if (fitting != null) {
                    container.put(property.getKey(), fitting);
                }
            }
        }
        Map<String, Object> success = scene.success();
        success.keySet().removeIf(name -> !Projection.ENVELOPE.contains(name));
        body.putAll(success);
        return body;
    }

    private static Object show(Scene scene, ListPlace place, Object item) {
        if (item instanceof Thing thing) {
            if (!place.holdsObjects()) {
                Family family = scene.realm.families.of(thing.kind());
                return scene.realm.projection.value(scene.operation, place.item(),
                        thing.get(family.keys().get(0)), place.name());
            }
            return scene.realm.projection.object(scene.operation, place.item(), thing.kind(), scene.shown(thing));
        }
        return scene.realm.projection.value(scene.operation, place.item(), item, place.name());
    }

    /** Items without an id that hold a list of things with one: rows of one name, by environment for example. */
    private static boolean grouped(Scene scene, ListPlace place) {
        if (place.item().properties().containsKey("Id")) {
            return false;
        }
        return inner(scene, place) != null;
    }

    private static String inner(Scene scene, ListPlace place) {
        for (Map.Entry<String, Schema> property : place.item().properties().entrySet()) {
            Schema schema = scene.operation.resolve(property.getValue());
            if (schema.isArray() && schema.items() != null
                    && scene.operation.resolve(schema.items()).properties().containsKey("Id")
                    && place.item().properties().containsKey("Name") && place.item().properties().size() <= 3) {
                return property.getKey();
            }
        }
        return null;
    }

    private static void group(Scene scene, ListPlace place, List<Thing> things, List<Object> items,
            List<String> keys) {
        String inner = inner(scene, place);
        Schema element = scene.operation.resolve(place.item().properties().get(inner).items());
        Map<String, Map<String, Object>> groups = new LinkedHashMap<>();
        for (Thing thing : things) {
            String key = thing.get("Name") + "/" + thing.get("Type");
            Map<String, Object> group = groups.computeIfAbsent(key, each -> {
                Map<String, Object> fields = scene.realm.projection.object(scene.operation, place.item(),
                        thing.kind(), scene.shown(thing));
                fields.put(inner, new ArrayList<>());
                return fields;
            });
            @SuppressWarnings("unchecked")
            List<Object> rows = (List<Object>) group.get(inner);
            rows.add(scene.realm.projection.object(scene.operation, element, thing.kind(), scene.shown(thing)));
        }
        items.addAll(groups.values());
        keys.addAll(groups.keySet());
    }

    /** Which items the page has, and what it says of itself. */
    private record Cut(int from, int to, long page, long size, String next) {
        Object value(String name, int total) {
            switch (name) {
                case "TotalCount":
                case "Total":
                    return (long) total;
                case "PageNumber":
                case "PageNum":
                case "PageNo":
                    return page;
                case "PageSize":
                case "MaxResults":
                    return size;
                case "NextToken":
                case "NextPrimaryKey":
                    return next;
                case "HasNext":
                case "HasMore":
                    return next != null;
                default:
                    return null;
            }
        }
    }

    private static Cut cut(Scene scene, ListPlace place, List<String> keys) throws Refusal {
        String sizeName = named(scene, "PageSize", "MaxResults", "Length");
        String tokenName = named(scene, "NextToken", "NextPrimaryKey");
        String pageName = named(scene, "PageNumber", "PageNum", "PageNo");
        if (sizeName == null && pageName == null && tokenName == null) {
            return new Cut(0, keys.size(), 1, Math.max(keys.size(), 1), null);
        }
        long size = size(scene, sizeName);
        if (tokenName != null) {
            int from = after(scene, paging(scene, tokenName), keys);
            int to = (int) Math.min(keys.size(), from + size);
            String next = to < keys.size() ? token(to, keys.get(to - 1)) : null;
            return new Cut(from, to, 1, size, next);
        }
        Object given = pageName == null ? null : paging(scene, pageName);
        Long page = given == null ? Long.valueOf(1) : Values.number(given);
        if (page == null || page < 1) {
            throw Refusal.invalid(pageName + " must be at least 1, and is " + given + ".");
        }
        long from = Math.min(keys.size(), page > Integer.MAX_VALUE ? keys.size() : (page - 1) * size);
        return new Cut((int) from, (int) Math.min(keys.size(), from + size), page, size, null);
    }

    private static long size(Scene scene, String name) throws Refusal {
        Schema schema = name == null ? null : schema(scene, name);
        long standard = schema != null && schema.defaultValue() != null && Values.number(schema.defaultValue()) != null
                ? Values.number(schema.defaultValue()) : DEFAULT_SIZE;
        Object given = name == null ? null : paging(scene, name);
        if (given == null) {
            return standard;
        }
        long most = Math.max(standard, schema != null && schema.maximum() != null ? schema.maximum().longValue()
                : scene.operation.name().equals("ListTaskInstances") ? 500 : 100);
        Long size = Values.number(given);
        if (size == null || size < 1 || size > most) {
            throw Refusal.invalid(name + " must be from 1 to " + most + ", and is " + given + ".");
        }
        return size;
    }

    private static Schema schema(Scene scene, String name) {
        Schema own = scene.parameter(name);
        Schema outer = scene.parameter("Params");
        return own != null || outer == null ? own : outer.properties().get(name);
    }

    private static String named(Scene scene, String... names) {
        for (String name : names) {
            if (schema(scene, name) != null) {
                return name;
            }
        }
        return null;
    }

    private static Object paging(Scene scene, String name) {
        Object own = scene.argument(name);
        return own == null ? Values.at(scene.argument("Params"), name) : own;
    }

    /** A place in the list that survives insertions before it: the last item seen, and how many there were. */
    private static String token(int count, String lastKey) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((count + ":" + lastKey).getBytes(StandardCharsets.UTF_8));
    }

    private static int after(Scene scene, Object token, List<String> keys) throws Refusal {
        if (token == null || token.toString().isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token.toString()), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            int count = Integer.parseInt(text.substring(0, Math.max(colon, 0)));
            int index = keys.indexOf(text.substring(colon + 1));
            return index >= 0 ? index + 1 : Math.min(Math.max(count, 0), keys.size());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("NextToken is none that this service gave: " + token);
        }
    }
}
