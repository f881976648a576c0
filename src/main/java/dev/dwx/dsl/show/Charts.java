package dev.dwx.dsl.show;

import dev.dwx.render.Showable;
import dev.dwx.render.chart.Bar;
import dev.dwx.render.chart.Chart;
import dev.dwx.render.chart.Unit;
import dev.dwx.texts.Texts;
import groovy.lang.Closure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code chart} and {@code spark} draw: a map of labels and values, as {@code countBy} and {@code groupBy} make it; a list of
 * numbers or durations; rows, with the field that names them and the field or block that measures them, or with one field whose
 * values are counted. Rows alone are measured by how long they ran.
 */
public final class Charts {
    private static final String[] NAMES = {"TaskName", "NodeName", "WorkflowName", "Name", "TaskId", "Id"};

    private final Chart.Style style;
    private final List<Bar> bars = new ArrayList<>();
    private Unit unit;
    private int without;

    private Charts(Chart.Style style) {
        this.style = style;
    }

    /**
     * The chart of a value.
     *
     * @param how nothing, a field, or two of: field, block, {@code duration}
     * @throws IllegalArgumentException when there is nothing in it that can be drawn
     */
    public static Chart of(Chart.Style style, String title, Object value, Object... how) {
        Charts made = new Charts(style);
        Object source = value instanceof Showable showable ? showable.isListing() ? showable.everyRow() : showable.value() : value;
        if (source instanceof Map<?, ?> map && how.length == 0) {
            map.forEach((key, one) -> made.add(String.valueOf(key), one));
        } else if (source instanceof Iterable<?> rows) {
            made.addRows(rows, how);
        } else {
            throw refused();
        }
        return new Chart(style, title, made.unit == null ? Unit.NUMBER : made.unit, made.bars, made.without);
    }

    private void addRows(Iterable<?> rows, Object[] how) {
        if (how.length == 1) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (Object row : rows) {
                counts.merge(String.valueOf(taken(row, how[0])), 1, Integer::sum);
            }
            counts.forEach(this::add);
        } else if (how.length == 2) {
            for (Object row : rows) {
                add(String.valueOf(taken(row, how[0])), taken(row, how[1]));
            }
        } else if (how.length == 0) {
            int number = 0;
            for (Object row : rows) {
                boolean instance = row instanceof Map;
                add(instance ? name((Map<?, ?>) row) : String.valueOf(number), instance ? RunTime.of(row) : row);
                number++;
            }
            if (bars.isEmpty() && without > 0) {
                throw refused();
            }
        } else {
            throw refused();
        }
    }

    private static String name(Map<?, ?> row) {
        for (String field : NAMES) {
            if (row.containsKey(field) && row.get(field) != null) {
                return String.valueOf(row.get(field));
            }
        }
        return "";
    }

    private static Object taken(Object row, Object how) {
        if (how instanceof Closure<?> block) {
            return block.call(row);
        }
        if (how instanceof Measure measure) {
            return measure.of(row);
        }
        if (how instanceof CharSequence && row instanceof Map<?, ?> map) {
            String field = how.toString();
            if (!map.containsKey(field)) {
                throw new IllegalArgumentException(Texts.of("There is no field '{0}'; a row has {1}", field, map.keySet()));
            }
            return map.get(field);
        }
        throw refused();
    }

    private void add(String label, Object value) {
        if (value == null) {
            without++;
            return;
        }
        Unit found = value instanceof Duration ? Unit.DURATION : Unit.NUMBER;
        if (unit != null && unit != found) {
            throw new IllegalArgumentException(Texts.of("A chart has numbers or durations, not both"));
        }
        unit = found;
        bars.add(new Bar(label, number(value)));
    }

    private static BigDecimal number(Object value) {
        if (value instanceof Duration duration) {
            return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
        }
        if (value instanceof Collection<?> several) {
            return BigDecimal.valueOf(several.size());
        }
        if (value instanceof Map<?, ?> several) {
            return BigDecimal.valueOf(several.size());
        }
        if (value instanceof Number) {
            try {
                return new BigDecimal(value.toString());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(Texts.of("'{0}' cannot be drawn: it is no number", value), e);
            }
        }
        throw new IllegalArgumentException(Texts.of("'{0}' cannot be drawn: it is no number", value));
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException(Texts.of("A chart takes a map of numbers, a list of numbers, or rows with a name and a "
                + "measure: chart rows.countBy { it.Status } or chart rows, 'TaskName', duration"));
    }
}
