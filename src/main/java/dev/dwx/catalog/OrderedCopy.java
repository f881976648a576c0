package dev.dwx.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Immutable copies that keep their order, and {@code null} values, which {@link Map#copyOf} does not. */
public final class OrderedCopy {
    private OrderedCopy() {
    }

    /** The same entries in the same order; later changes of {@code map} do not reach it. */
    public static <K, V> Map<K, V> of(Map<K, V> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
