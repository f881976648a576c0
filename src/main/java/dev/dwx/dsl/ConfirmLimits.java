package dev.dwx.dsl;

import dev.dwx.safety.Allowance;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Map;

/**
 * The limits of a {@code confirm} block.
 *
 * @param most how many objects it may take away
 * @param only the ids or names that it may take away, or {@code null} for any
 */
record ConfirmLimits(int most, Iterable<?> only) {
    /** @throws IllegalArgumentException when something else is given, or of another kind */
    static ConfirmLimits of(Map<String, Object> limits) {
        int most = Allowance.UNLIMITED;
        Iterable<?> only = null;
        for (Map.Entry<String, Object> limit : limits.entrySet()) {
            Object value = limit.getValue();
            switch (limit.getKey()) {
                case "most" -> {
                    NumberCheck.Outcome number = NumberCheck.whole(value, "int32");
                    if (number.number() == null) {
                        throw new IllegalArgumentException(Texts.of("most is a number of objects: confirm('why', most: 3) { … }"));
                    }
                    most = number.number().intValue();
                }
                case "only" -> {
                    if (value == null) {
                        throw new IllegalArgumentException(Texts.of("only is null: it is a list of ids or names"));
                    }
                    only = value instanceof Iterable<?> list ? list : List.of(value);
                }
                default -> throw new IllegalArgumentException(Texts.of("confirm takes most and only, not {0}: confirm('why', most: 3,"
                        + " only: ['7421']) { … }", limit.getKey()));
            }
        }
        return new ConfirmLimits(most, only);
    }

    Allowance allowance(CharSequence reason) {
        return new Allowance(reason, most, only);
    }
}
