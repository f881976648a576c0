package dev.dwx.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Each row a block with a line for each field and everything in it in full; for reading what a table has to cut. */
final class VerticalForm implements Form {
    private static final int MARGIN = 2;

    private final LocalTimes times;

    VerticalForm(LocalTimes times) {
        this.times = times;
    }

    @Override
    public String text(Object value, Look look) {
        if (value instanceof Drawn drawn) {
            return drawn.drawn(look);
        }
        List<Object> rows = Listing.rowsOf(value);
        Object plain = times.in(rows == null ? PlainValue.of(value) : rows);
        if (plain instanceof Map<?, ?> map && !map.isEmpty()) {
            return String.join("\n", new Fields(look).lines(map, MARGIN));
        }
        if (!(plain instanceof List<?> list) || list.isEmpty() || !Listing.allMaps(list)) {
            return new TableForm(null).text(rows == null ? value : plain, look);
        }
        List<String> lines = new ArrayList<>();
        Fields fields = new Fields(look);
        for (int i = 0; i < list.size(); i++) {
            lines.add((i == 0 ? "" : "\n") + look.remark(rule(i, look)));
            lines.addAll(fields.lines((Map<?, ?>) list.get(i), MARGIN));
        }
        return String.join("\n", lines);
    }

    /** The number by which {@code _[2]} gets the row. */
    private static String rule(int row, Look look) {
        String line = look.unicode() ? "──" : "--";
        return line + " " + row + " " + line;
    }
}
