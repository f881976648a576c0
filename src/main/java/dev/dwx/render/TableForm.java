package dev.dwx.render;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The form for people:
 *
 * <pre>
 *   Id     Name       Status
 *   10001  orders_dw  Available
 *   10002  risk_dw    Forbidden
 * </pre>
 *
 * A list of maps is a table, or one block for each row when the window is too narrow; a list of scalars is
 * {@code [a, b]}, or one to a line; a map is one line for each key.
 */
final class TableForm implements Form {
    static final int MARGIN = 2;
    static final String NONE = "(none)";

    private final Supplier<ZoneId> zone;

    /** @param zone of the times to show, or {@code null} to show times as the numbers that they are */
    TableForm(Supplier<ZoneId> zone) {
        this.zone = zone;
    }

    @Override
    public String text(Object value, Look look) {
        if (value == null) {
            return "";
        }
        if (value instanceof Drawn drawn) {
            return drawn.drawn(look);
        }
        LocalTimes times = new LocalTimes(zone);
        List<Object> rows = Listing.rowsOf(value);
        if (rows != null) {
            rows.replaceAll(times::in);
            boolean listing = value instanceof Showable;
            return String.join("\n", list(rows, MARGIN, listing, look));
        }
        Object plain = times.in(PlainValue.of(value));
        if (plain instanceof Map<?, ?> map) {
            return map.isEmpty() ? "{}" : String.join("\n", new Fields(look).lines(map, MARGIN));
        }
        return plain == null ? "" : VisibleText.lines(Fields.scalar(plain), look);
    }

    /** Lays out a list at an indent; used for lists inside a map, too. */
    static List<String> list(List<?> rows, int indent, boolean listing, Look look) {
        if (rows.isEmpty()) {
            return List.of(listing ? " ".repeat(indent) + NONE : "[]");
        }
        if (Listing.allScalars(rows)) {
            return scalars(rows, indent == MARGIN ? 0 : indent, look);
        }
        if (Listing.allMaps(rows)) {
            List<String> columns = Listing.columns(rows);
            List<String> table = look.terminal() ? new Grid(rows, Listing.columnsAndNested(rows), look).lines(indent) : null;
            table = table == null ? new Grid(rows, columns, look).lines(indent) : table;
            return table == null ? tooWide(rows, indent, look) : table;
        }
        List<String> lines = new ArrayList<>();
        for (Object row : rows) {
            lines.add(" ".repeat(indent) + Fields.folded(row, look.width() - indent, look));
        }
        return lines;
    }

    /** What all rows have in common is said once; a table if that makes it fit, otherwise a block for each row. */
    private static List<String> tooWide(List<?> rows, int indent, Look look) {
        CommonFields common = CommonFields.of(rows, Listing.columns(rows), look);
        List<String> table = new Grid(rows, common.varying(), look).lines(indent);
        if (table == null) {
            common = CommonFields.of(rows, Listing.idAndNameFirst(Listing.keys(rows)), look);
        }
        List<String> lines = new ArrayList<>(table == null ? blocks(rows, common.varying(), indent, look) : table);
        List<String> rest = common.lines(indent);
        if (table == null && !rest.isEmpty()) {
            lines.add("");
        }
        lines.addAll(rest);
        return lines;
    }

    private static List<String> scalars(List<?> rows, int indent, Look look) {
        StringBuilder line = new StringBuilder(" ".repeat(indent)).append('[');
        for (Object row : rows) {
            line.append(line.length() > indent + 1 ? ", " : "").append(element(row, look));
        }
        line.append(']');
        if (!look.terminal() || DisplayWidth.of(line.toString()) <= look.width()) {
            return List.of(line.toString());
        }
        List<String> lines = new ArrayList<>();
        for (Object row : rows) {
            lines.add(" ".repeat(Math.max(indent, MARGIN)) + element(row, look));
        }
        return lines;
    }

    static String element(Object plain, Look look) {
        return plain == null ? "null" : VisibleText.line(Fields.scalar(plain), look);
    }

    private static List<String> blocks(List<?> rows, List<String> keys, int indent, Look look) {
        List<String> lines = new ArrayList<>();
        Fields fields = new Fields(look);
        for (Object row : rows) {
            Map<String, Object> ordered = new LinkedHashMap<>();
            for (String key : keys) {
                if (((Map<?, ?>) row).containsKey(key)) {
                    ordered.put(key, ((Map<?, ?>) row).get(key));
                }
            }
            lines.addAll(fields.foldedLines(ordered, indent));
            lines.add("");
        }
        lines.remove(lines.size() - 1);
        return lines;
    }
}
