package dev.dwx.sandbox.fault;

import dev.dwx.catalog.NearNames;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads named settings into faults and stale reads, and says what is wrong with them:
 *
 * <pre>{@code
 * status: 503, code: 'ServiceUnavailable', message: '…', headers: ['x-acs-retry-after': '50']
 * cut: 'before' | 'during' | 'after' | 'body' | 120      (bytes of the body)
 * slow: '2s', dribble: '1s', empty: true, html: true, gzip: true | 'bare', wrongTypes: true, body: '…'
 * after: true                                            the work is done first
 * on: 'CreateNode' | 'List*' | ['A', 'B'], only: 'reads' | 'writes'
 * times: 3 | 'always', every: 10, rate: 0.05, seed: 1
 * }</pre>
 */
public final class FaultSettings {
    static final List<String> KNOWN = List.of("status", "code", "message", "body", "headers", "cut", "slow", "dribble", "empty",
            "html", "gzip", "wrongTypes", "after", "on", "only", "times", "every", "rate", "seed");
    private static final List<String> STALE = List.of("for", "reads", "on");
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Map<String, Object> given = new LinkedHashMap<>();

    private FaultSettings(Map<?, ?> settings, List<String> known, String what) {
        settings.forEach((name, value) -> {
            String key = String.valueOf(name);
            if (!known.contains(key)) {
                throw unknown(key, known, what);
            }
            if (value != null) {
                given.put(key, value);
            }
        });
    }

    /** Refuses a setting that does not exist, with the names near to it. */
    public static IllegalArgumentException unknown(String name, List<String> known, String what) {
        List<String> near = NearNames.of(name, known);
        return new IllegalArgumentException(what + " takes no '" + name + "'" + (near.isEmpty()
                ? "; it takes " + String.join(", ", known) : "; did you mean " + String.join(" or ", near) + "?"));
    }

    /**
     * The fault and the calls it meets.
     *
     * @throws IllegalArgumentException when a setting does not exist, or its value makes no sense
     */
    public static FaultRule rule(Map<?, ?> settings) {
        FaultSettings read = new FaultSettings(settings, KNOWN, "sandbox.fault");
        Fault fault = read.fault();
        boolean spread = read.given.containsKey("every") || read.given.containsKey("rate");
        Object times = read.given.get("times");
        long count = "always".equals(times) ? FaultRule.ALWAYS
                : times == null ? spread ? FaultRule.ALWAYS : 1 : read.number("times", 1, Integer.MAX_VALUE);
        double rate = 1;
        if (read.given.containsKey("rate")) {
            try {
                rate = Double.parseDouble(String.valueOf(read.given.get("rate")));
            } catch (NumberFormatException e) {
                rate = -1;
            }
            if (!(rate > 0 && rate <= 1)) {
                throw new IllegalArgumentException("rate: is a part of all calls, 0.05 for one in twenty, and is "
                        + read.given.get("rate"));
            }
        }
        long every = read.given.containsKey("every") ? read.number("every", 1, Integer.MAX_VALUE) : 1;
        long seed = read.given.containsKey("seed") ? read.number("seed", Long.MIN_VALUE, Long.MAX_VALUE) : 1;
        return new FaultRule(fault, CallPattern.of(read.given.get("on"), read.given.get("only")), count, every, rate, seed);
    }

    /**
     * Reads that lag behind writes.
     *
     * @throws IllegalArgumentException when a setting does not exist, or its value makes no sense
     */
    public static Staleness staleness(Map<?, ?> settings) {
        FaultSettings read = new FaultSettings(settings, STALE, "sandbox.stale");
        boolean timed = read.given.containsKey("for");
        if (timed == read.given.containsKey("reads")) {
            throw new IllegalArgumentException("sandbox.stale wants either for: '5s' or reads: 3");
        }
        return new Staleness(CallPattern.of(read.given.get("on"), "reads"),
                timed ? Span.of(read.given.get("for")) : Duration.ZERO,
                timed ? 0 : (int) read.number("reads", 1, 1_000_000));
    }

    private Fault fault() {
        Fault.Shape shape = shape();
        int status = given.containsKey("status") ? (int) number("status", 200, 599) : 0;
        String code = text("code");
        if (shape == null) {
            shape = given.containsKey("body") ? Fault.Shape.TEXT
                    : status != 0 && status != 200 || code != null ? Fault.Shape.REFUSED
                    : Fault.Shape.AS_IS;
        }
        if (shape == Fault.Shape.REFUSED) {
            status = status == 0 ? status(code) : status;
            code = code == null ? KnownCodes.of(status) : code;
        } else if (code != null || given.containsKey("message")) {
            throw new IllegalArgumentException("code: and message: make a refusal; they do not go together with "
                    + shape.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        }
        Duration delay = span("slow");
        Duration dribble = span("dribble");
        boolean nothing = shape == Fault.Shape.AS_IS && delay.isZero() && dribble.isZero() && !given.containsKey("headers");
        if (nothing) {
            throw new IllegalArgumentException("what is to go wrong? For example status: 503, code: 'Throttling.User', "
                    + "cut: 'after', slow: '2s', empty: true, html: true, gzip: true or wrongTypes: true");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        if (given.get("headers") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
        } else if (given.containsKey("headers")) {
            throw new IllegalArgumentException("headers: is a map, ['x-acs-retry-after': '50']");
        }
        int bytes = given.get("cut") instanceof Number ? (int) number("cut", 0, Integer.MAX_VALUE) : -1;
        return new Fault(shape, status, code, text("message"), text("body"), headers, bytes, delay, dribble, flag("after"));
    }

    private Fault.Shape shape() {
        Fault.Shape shape = null;
        int kinds = 0;
        Object cut = given.get("cut");
        if (cut != null) {
            kinds++;
            shape = cut instanceof Number ? Fault.Shape.CUT_BODY : switch (cut.toString()) {
                case "before" -> Fault.Shape.CUT_BEFORE;
                case "during" -> Fault.Shape.CUT_DURING;
                case "after" -> Fault.Shape.CUT_AFTER;
                case "body" -> Fault.Shape.CUT_BODY;
                default -> throw new IllegalArgumentException(
                        "cut: is 'before', 'during', 'after', 'body' or a number of bytes, and is '" + cut + "'");
            };
        }
        if (flag("empty")) {
            kinds++;
            shape = Fault.Shape.EMPTY;
        }
        if (flag("html")) {
            kinds++;
            shape = Fault.Shape.HTML;
        }
        if ("bare".equals(given.get("gzip"))) {
            kinds++;
            shape = Fault.Shape.BARE_GZIP;
        } else if (flag("gzip")) {
            kinds++;
            shape = Fault.Shape.GZIP;
        }
        if (flag("wrongTypes")) {
            kinds++;
            shape = Fault.Shape.WRONG_TYPES;
        }
        if (kinds > 1) {
            throw new IllegalArgumentException("one fault has one of cut, empty, html, gzip and wrongTypes");
        }
        return shape;
    }

    private static int status(String code) {
        return KnownCodes.status(code);
    }

    private boolean flag(String name) {
        Object value = given.get(name);
        if (value == null || value instanceof Boolean || "true".equals(value) || "false".equals(value)) {
            return value != null && Boolean.parseBoolean(value.toString());
        }
        throw new IllegalArgumentException(name + ": is true or false, and is '" + value + "'");
    }

    private String text(String name) {
        Object value = given.get(name);
        return value == null ? null : value.toString();
    }

    private Duration span(String name) {
        Duration span = given.containsKey(name) ? Span.of(given.get(name)) : Duration.ZERO;
        if (span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + ": is real time, at most " + Span.text(LONGEST)
                    + ", and is " + Span.text(span));
        }
        return span;
    }

    private long number(String name, long least, long most) {
        try {
            long number = Long.parseLong(String.valueOf(given.get(name)).strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(name + ": is a whole number"
                + (most < Integer.MAX_VALUE ? " from " + least + " to " + most : least == 1 ? " from 1" : "")
                + ", and is " + given.get(name));
    }
}
