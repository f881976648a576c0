package dev.dwx.sandbox.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The order of a list. The forms seen: a field beside {@code Order}, {@code "Field Desc,Other Asc"} in one text, and
 * an object of field and order.
 */
final class Sorting {
    private record Column(String field, boolean descending) {
    }

    private final List<Column> columns;

    private Sorting(List<Column> columns) {
        this.columns = columns;
    }

    static Sorting of(Scene scene, String kind) {
        String by = null;
        String order = scene.text("Order");
        for (String name : List.of("SortBy", "OrderBy")) {
            by = by == null ? scene.text(name) : by;
        }
        if (scene.argument("SortCriterion") instanceof Map<?, ?> criterion) {
            by = Values.text(criterion.get("SortField"));
            order = Values.text(criterion.get("Order"));
        }
        List<Column> columns = new ArrayList<>();
        if (by != null) {
            for (String part : by.split(",")) {
                String[] words = part.trim().split("[ :]+");
                if (!words[0].isEmpty()) {
                    String direction = words.length > 1 ? words[1] : order;
                    columns.add(new Column(field(scene, kind, words[0]),
                            "desc".equalsIgnoreCase(direction == null ? "" : direction.toLowerCase(Locale.ROOT))));
                }
            }
        }
        return new Sorting(columns);
    }

    private static String field(Scene scene, String kind, String word) {
        String name = word.indexOf('_') >= 0 || word.equals(word.toUpperCase(Locale.ROOT)) ? Names.camel(word)
                : Values.upperFirst(word);
        return scene.realm.vocabulary.field(scene.operation.version(), kind, name).name();
    }

    /** Sorts by the columns asked for; without any, the order stays as it is (the newest first). */
    void sort(List<Thing> things) {
        Comparator<Thing> comparator = null;
        for (Column column : columns) {
            Comparator<Thing> one = (left, right) -> compare(left.get(column.field()), right.get(column.field()));
            one = column.descending() ? one.reversed() : one;
            comparator = comparator == null ? one : comparator.thenComparing(one);
        }
        if (comparator != null) {
            things.sort(comparator);
        }
    }

    private static int compare(Object left, Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        if (left instanceof Number && right instanceof Number) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
        }
        return left.toString().compareTo(right.toString());
    }
}
