package dev.dwx.render;

import dev.dwx.texts.Texts;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * So many rows that somebody would wait for the first until the last is laid out. As a table in a window a row becomes a line when
 * that line is looked at; the columns are as wide as the first rows, those with the longest texts, and some of all the others need. In every other form, and where
 * there is no window, they are the rows that they are.
 */
public final class LongRows implements Showable {
    private static final int MANY = 5_000;
    private static final int FIRST = 200;
    private static final int BETWEEN = 100;
    private static final int LAST = 20;
    private static final int VERY_WIDE = 100_000;

    private final Object value;
    private final List<?> rows;
    private KeyScan scan;
    private List<Object> sample;
    private Look lastLook;
    private boolean lastTimes;
    private Layout last;

    private LongRows(Object value, List<?> rows) {
        this.value = value;
        this.rows = rows;
    }

    /** The value when it has few rows or none, otherwise its rows as these. */
    public static Object of(Object value) {
        Object inner = value;
        for (int i = 0; i < 3 && inner instanceof Showable showable && !(inner instanceof Drawn) && !(inner instanceof LongRows); i++) {
            if (showable.isLazy()) {
                return value;
            }
            inner = showable.isListing() ? showable.rows() : showable.value();
        }
        if (!(inner instanceof Collection<?> collection) || collection.size() < MANY) {
            return value;
        }
        boolean quick = inner instanceof List && inner instanceof RandomAccess;
        return new LongRows(value, quick ? (List<?>) inner : new ArrayList<>(collection));
    }

    /** The lines of a table in a window; the same as before for the same window. */
    Layout layout(Look look, Supplier<ZoneId> zone) {
        if (last == null || !look.equals(lastLook) || lastTimes != (zone != null)) {
            last = laidOut(look, zone);
            lastLook = look;
            lastTimes = zone != null;
        }
        return last;
    }

    private Layout laidOut(Look look, Supplier<ZoneId> zone) {
        if (scan == null) {
            scan = new KeyScan(rows);
            sample = sample(scan.telling());
        }
        LocalTimes times = new LocalTimes(zone);
        String margin = " ".repeat(TableForm.MARGIN);
        if (scan.allScalars()) {
            return new Layout(new Lines(null, i -> margin + TableForm.element(plain(i, times), look), List.of()), 0, () -> null);
        }
        if (!scan.allMaps()) {
            int room = look.width() - TableForm.MARGIN;
            return new Layout(new Lines(null, i -> margin + Fields.folded(plain(i, times), room, look), List.of()), 0, () -> null);
        }
        List<Object> shown = new ArrayList<>(sample);
        shown.replaceAll(times::in);
        List<String> columns = Listing.columns(shown);
        Grid grid = new Grid(shown, Listing.columnsAndNested(shown), look);
        List<String> below = List.of();
        if (!grid.fits(TableForm.MARGIN)) {
            grid = new Grid(shown, columns, look);
            if (!grid.fits(TableForm.MARGIN)) {
                CommonFields common = CommonFields.of(shown, columns, look, varying(columns));
                grid = new Grid(shown, common.varying(), look);
                below = common.lines(TableForm.MARGIN);
                if (!grid.fits(TableForm.MARGIN)) {
                    // Wider than the window: whoever shows it moves the window over it.
                    return laidOut(look.withWidth(VERY_WIDE), zone);
                }
            }
        }
        return table(grid, times, below);
    }

    private Layout table(Grid grid, LocalTimes times, List<String> below) {
        boolean[] cut = {false};
        Lines lines = new Lines(grid.headings(TableForm.MARGIN), i -> {
            Map<?, ?> row = (Map<?, ?>) plain(i, times);
            cut[0] |= grid.outgrows(row);
            return grid.line(row, TableForm.MARGIN);
        }, below);
        return new Layout(lines, 1, () -> !cut[0] ? null
                : Texts.of("cells longer than in {0} of {1} rows are cut: save _, 'rows.txt' has them in full", sample.size(), rows.size()));
    }

    private Object plain(int row, LocalTimes times) {
        return times.in(PlainValue.of(rows.get(row)));
    }

    private List<Object> sample(BitSet telling) {
        int size = rows.size();
        BitSet wanted = (BitSet) telling.clone();
        wanted.set(0, Math.min(FIRST, size));
        wanted.set(Math.max(0, size - LAST), size);
        for (int i = 0; i < BETWEEN; i++) {
            wanted.set((int) ((long) size * i / BETWEEN));
        }
        List<Object> found = new ArrayList<>();
        wanted.stream().forEach(i -> found.add(PlainValue.of(rows.get(i))));
        return found;
    }

    /** The columns whose values are the same in the sample and yet differ somewhere. */
    private Set<String> varying(List<String> columns) {
        Map<?, ?> first = (Map<?, ?>) sample.get(0);
        Map<String, Object> expected = new LinkedHashMap<>();
        for (String column : columns) {
            if (isSame(column)) {
                expected.put(column, first.get(column));
            }
        }
        return expected.isEmpty() ? Set.of() : scan.varying(expected);
    }

    private boolean isSame(String column) {
        Object first = CommonFields.cell(sample.get(0), column);
        for (Object row : sample) {
            if (!Objects.equals(first, CommonFields.cell(row, column))) {
                return false;
            }
        }
        return true;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Object> rows() {
        return (List<Object>) rows;
    }

    @Override
    public boolean isListing() {
        return true;
    }

    @Override
    public Object value() {
        return value;
    }

    @Override
    public List<Object> everyRow() {
        return value instanceof Showable showable && showable.isListing() ? showable.everyRow() : rows();
    }

    @Override
    public String footer() {
        return value instanceof Showable showable ? showable.footer() : null;
    }

    /** A line for each row, made when it is asked for; one above them, perhaps, and some below. */
    private final class Lines extends AbstractList<String> implements RandomAccess {
        private final List<String> above;
        private final IntFunction<String> line;
        private final List<String> below;

        Lines(String heading, IntFunction<String> line, List<String> below) {
            above = heading == null ? List.of() : List.of(heading);
            this.line = line;
            this.below = below;
        }

        @Override
        public String get(int index) {
            int row = index - above.size();
            return row < 0 ? above.get(index) : row < rows.size() ? line.apply(row) : below.get(row - rows.size());
        }

        @Override
        public int size() {
            return above.size() + rows.size() + below.size();
        }
    }
}
