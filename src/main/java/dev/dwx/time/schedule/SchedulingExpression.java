package dev.dwx.time.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * The value of a scheduling parameter: a text with any number of {@code $bizdate}, {@code ${yyyymmdd-1}},
 * {@code $[yyyymmddhh24-1/24]} and the like in it. Two clocks: {@code ${…}} and {@code $bizdate} show the business date, whole days;
 * {@code $[…]} and {@code $cyctime} the scheduled time, down to the second, in the node's zone. The rules are those of the product's
 * page on the formats of scheduling parameters. Immutable.
 */
public final class SchedulingExpression {
    private final String text;
    private final List<ExpressionPart> parts;
    private final List<String> warnings;

    private SchedulingExpression(String text, List<ExpressionPart> parts, List<String> warnings) {
        this.text = text;
        this.parts = List.copyOf(parts);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads a parameter's value.
     *
     * @throws ScheduleFault for an expression that the service's description does not have, such as {@code $[yyyy-1]}
     */
    public static SchedulingExpression parse(CharSequence text) {
        ExpressionReader reader = new ExpressionReader(text.toString());
        reader.read();
        return new SchedulingExpression(text.toString(), reader.parts(), reader.warnings());
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** Whether there is nothing in it that depends on the run. */
    public boolean isConstant() {
        for (ExpressionPart part : parts) {
            if (!(part instanceof ExpressionPart.Plain)) {
                return false;
            }
        }
        return true;
    }

    /** What reads well and is likely meant otherwise, one sentence each. */
    public List<String> warnings() {
        return warnings;
    }

    /** What it says for an instance. */
    public Resolution at(ScheduledMoment moment) {
        StringBuilder value = new StringBuilder();
        List<String> open = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ExpressionPart part : parts) {
            value.append(part.at(moment, open, notes));
        }
        return new Resolution(value.toString(), open, notes);
    }

    @Override
    public String toString() {
        return text;
    }
}
