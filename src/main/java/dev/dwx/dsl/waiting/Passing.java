package dev.dwx.dsl.waiting;

import dev.dwx.client.ApiException;
import java.util.Set;

/** Which failures of a look pass by themselves. */
public final class Passing {
    private static final Set<String> LASTING = Set.of("Throttling.Api.Risk", "dwx.DayUsedUp", "dwx.Unsendable", "dwx.NotSecure");
    /** The service's numbers for too many calls. */
    private static final Set<String> NUMBERS = Set.of("9990020002", "9990040003");
    private static final Set<String> ROADS = Set.of("dwx.NoConnection", "dwx.UnknownHost", "dwx.Proxy");

    private Passing() {
    }

    /** Whether the same look may succeed a moment later. */
    public static boolean is(ApiException failure) {
        String code = failure.code();
        if (LASTING.contains(code)) {
            return false;
        }
        return failure.stage() == ApiException.Stage.UNKNOWN_OUTCOME || failure.status() >= 500 || failure.status() == 429
                || code.startsWith("Throttling") || NUMBERS.contains(code) || ROADS.contains(code);
    }
}
