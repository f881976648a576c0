package dev.dwx.render.chart;

import java.math.BigDecimal;

/**
 * One value of a chart.
 *
 * @param label what it belongs to
 * @param value exact; of a duration, its seconds
 */
public record Bar(String label, BigDecimal value) {
}
