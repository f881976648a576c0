package dev.dwx.dsl.lifecycle;

import dev.dwx.json.JsonWalk;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads plain answers: maps, lists, texts and exact numbers. */
public final class Fields {
    private Fields() {
    }

    /** The maps of a list. */
    static List<Map<String, Object>> maps(Object value, String... way) {
        List<Map<String, Object>> maps = new ArrayList<>();
        if (JsonWalk.at(value, way) instanceof Iterable<?> list) {
            for (Object element : list) {
                if (element instanceof Map<?, ?> map) {
                    maps.add(copy(map));
                }
            }
        }
        return maps;
    }

    static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    /** A whole number that fits, or {@code null}. */
    static Long number(Object value, String... way) {
        Object here = JsonWalk.at(value, way);
        return here instanceof Long || here instanceof Integer ? Long.valueOf(((Number) here).longValue())
                : here instanceof BigInteger big && big.bitLength() < Long.SIZE ? Long.valueOf(big.longValue()) : null;
    }

    /** From the start to the end of a run by the service's clock; {@code null} while one of them is not there. */
    static Duration ran(Map<String, Object> instance) {
        Long from = number(instance, "StartedTime");
        Long to = number(instance, "FinishedTime");
        return from == null || to == null || from <= 0 || to < from ? null : Duration.ofMillis(to - from);
    }

    /** Whether a text is digits alone, and so an id. */
    public static boolean isId(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
