package dev.dwx.repl.live;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.catalog.Schema;
import dev.dwx.safety.Redactor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a listing's items that are kept: ids, names and what tells them apart; no secrets, no texts of any length.
 * A field with a dot leads into a list inside of the item, and an item gives as many rows as that list has elements.
 */
final class Columns {
    private static final List<String> KEPT = List.of("Id", "Name", "Guid", "Uuid", "UUID", "Code", "Identifier", "Title", "Nick", "Path", "Type", "Status");
    private static final int MOST = 14;
    private static final int LONGEST = 256;
    /** The service's ids are shorter than anything that could be a secret. */
    private static final int SURELY_NO_SECRET = 16;

    private final List<String> fields;
    private final int identity;

    Columns(ApiOperation list, FeedTable table) {
        Schema item = ResponseShape.of(list).itemSchema();
        String noun = OperationName.of(list.name()).singular();
        Set<String> wanted = new LinkedHashSet<>();
        String pinned = list.version().substring(0, 4) + ":" + list.name();
        for (FeedTable.Row row : table.rows()) {
            if (pinned.equals(row.list())) {
                wanted.add(row.value());
                wanted.add(row.note());
            }
        }
        wanted.remove(null);
        boolean inner = wanted.stream().anyMatch(field -> field.indexOf('.') > 0);
        List<String> own = List.of("Id", noun + "Id", noun + "Guid", noun + "Uuid", noun + "Code", "Code", "Name", noun + "Name");
        wanted.addAll(own);
        item.properties().keySet().stream().filter(field -> KEPT.stream().anyMatch(field::endsWith)).forEach(wanted::add);
        List<String> kept = new ArrayList<>();
        for (String field : wanted) {
            if (kept.size() < MOST && Feeds.scalar(list, item, field)) {
                kept.add(field);
            }
        }
        fields = List.copyOf(kept);
        int at = -1;
        for (String field : own) {
            at = at < 0 ? fields.indexOf(field) : at;
        }
        identity = inner ? -1 : at;
    }

    int of(String field) {
        return field == null ? -1 : fields.indexOf(field);
    }

    int size() {
        return fields.size();
    }

    /** The rows of one item. */
    List<String[]> rows(Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            return List.of();
        }
        String[] row = new String[fields.size()];
        String list = null;
        for (int i = 0; i < row.length; i++) {
            String field = fields.get(i);
            int dot = field.indexOf('.');
            if (dot < 0) {
                row[i] = text(map.get(field));
            } else {
                list = field.substring(0, dot);
            }
        }
        if (list == null || !(map.get(list) instanceof List<?> elements)) {
            return Collections.singletonList(row);
        }
        List<String[]> rows = new ArrayList<>();
        for (Object element : elements) {
            String[] one = row.clone();
            for (int i = 0; i < one.length; i++) {
                if (fields.get(i).startsWith(list + ".") && element instanceof Map<?, ?> inside) {
                    one[i] = text(inside.get(fields.get(i).substring(list.length() + 1)));
                }
            }
            rows.add(one);
        }
        return rows;
    }

    /** By what a row is known again. */
    String identity(String[] row) {
        return identity >= 0 && row[identity] != null ? row[identity] : Arrays.toString(row);
    }

    /** A row of a thing of which only its id and the arguments of its making are known; {@code null} when rows have no id. */
    String[] made(String id, Map<String, Object> arguments) {
        if (identity < 0) {
            return null;
        }
        String[] row = new String[fields.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = i == identity ? id : text(arguments.get(fields.get(i)));
        }
        return row;
    }

    private static String text(Object value) {
        if (value == null || value instanceof Map || value instanceof List || value instanceof Boolean) {
            return null;
        }
        String text = value.toString();
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\n') >= 0) {
            return null;
        }
        return text.length() <= SURELY_NO_SECRET || value instanceof Number || text.equals(Redactor.text(text)) ? text : null;
    }
}
