package dev.dwx.dsl.sandbox;

import dev.dwx.catalog.NearNames;
import dev.dwx.texts.Texts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code sandbox}: what can be done to the sandbox that calls go to. Where calls go to the service itself, every use says how
 * to get a sandbox.
 *
 * <pre>{@code
 * sandbox.fault(status: 503, code: 'ServiceUnavailable', times: 3, on: 'CreateNode', after: true)
 * sandbox.stale(for: '5s', on: 'ListNodes')
 * sandbox.clock.advance('1h')
 * sandbox.requests('CreateNode')*.Status
 * }</pre>
 */
public final class SandboxWord {
    private static final List<String> NAMES =
            List.of("fault", "faults", "calm", "stale", "clock", "requests", "reset", "limits");
    private static final String USES = "fault(status: 503, times: 3), faults(), calm(), stale(for: '5s'), clock, requests, "
            + "limits('basic'), reset()";

    private final SandboxControl control;
    private final LeapingTimer timer;

    /** @param timer what the session waits by */
    public SandboxWord(SandboxControl control, LeapingTimer timer) {
        this.control = control;
        this.timer = timer;
    }

    LeapingTimer timer() {
        return timer;
    }

    /** Lets calls go wrong; gives the fault as it is in line. */
    public Object fault(Map<?, ?> settings) {
        return send("fault", settings);
    }

    public Object fault() {
        return fault(Map.of());
    }

    /** The faults in line and the last that are done, with how often they happened. */
    public Object faults() {
        return send("faults", Map.of());
    }

    public Object getFaults() {
        return faults();
    }

    /** Ends all faults and lags; says how many there were. */
    public Object calm() {
        return send("calm", Map.of());
    }

    /** Lets reads lag behind writes, for a time or for a number of reads. */
    public Object stale(Map<?, ?> settings) {
        return send("stale", settings);
    }

    public Object stale() {
        return stale(Map.of());
    }

    public SandboxTime getClock() {
        return new SandboxTime(this);
    }

    /** What was received so far, oldest first. */
    public Object getRequests() {
        return send("requests", Map.of());
    }

    public Object requests() {
        return getRequests();
    }

    /** What was received of one operation; {@code *} stands for any part of its name. */
    public Object requests(CharSequence operation) {
        return send("requests", Map.of("operation", operation.toString()));
    }

    /** Everything as it was at the start: world, time, faults, counts, requests. */
    public Object reset() {
        return send("reset", Map.of());
    }

    /** What is in force and what is used. */
    public Object limits() {
        return send("limits", Map.of());
    }

    public Object limits(Map<?, ?> settings) {
        return send("limits", settings);
    }

    /** Plays an edition's limits; {@code 'off'} for none. */
    public Object limits(CharSequence edition) {
        return limits(Map.of(), edition);
    }

    /** {@code limits('basic', usedToday: 95)}. */
    public Object limits(Map<?, ?> settings, CharSequence edition) {
        Map<Object, Object> all = new LinkedHashMap<>(settings);
        all.put("edition", edition.toString());
        return send("limits", all);
    }

    Object send(String command, Map<?, ?> settings) {
        Map<String, Object> plain = new LinkedHashMap<>();
        settings.forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
        return timed(control.send(command, plain));
    }

    /** Lengths and moments as text, everything else as JSON can hold it. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, inner) -> copy.put(String.valueOf(name), plain(inner)));
            return copy;
        }
        if (value instanceof Iterable<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(plain(element)));
            return copy;
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    /** The times of requests as times. */
    private static Object timed(Object value) {
        if (!(value instanceof List<?> rows)) {
            return value;
        }
        List<Object> copy = new ArrayList<>();
        for (Object row : rows) {
            if (row instanceof Map<?, ?> map && map.get("Time") instanceof String text) {
                Map<String, Object> timed = new LinkedHashMap<>();
                map.forEach((name, inner) -> timed.put(String.valueOf(name), inner));
                timed.put("Time", instant(text));
                copy.add(timed);
            } else {
                copy.add(row);
            }
        }
        return copy;
    }

    private static Object instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    /** A name that the word does not have. */
    public Object methodMissing(String name, Object arguments) {
        throw NAMES.contains(name)
                ? new IllegalArgumentException(Texts.of("sandbox.{0} does not take this; its settings are named: {1}", name, USES))
                : unknown("sandbox", name, USES);
    }

    /** A name that the word does not have. */
    public Object propertyMissing(String name) {
        if (NAMES.contains(name)) {
            throw new IllegalArgumentException(Texts.of("write it with what it is to do: {0}", USES));
        }
        throw unknown("sandbox", name, USES);
    }

    static IllegalArgumentException unknown(String word, String name, String uses) {
        List<String> near = NearNames.of(name, word.equals("sandbox") ? NAMES
                : List.of("now", "advance", "set", "freeze", "run"));
        return new IllegalArgumentException(Texts.of("{0} has no '{1}'{2}", word, name, near.isEmpty() ? Texts.of("; it has {0}", uses)
                : Texts.of("; did you mean {0}?", String.join(" or ", near))));
    }

    @Override
    public String toString() {
        if (control == SandboxControl.NONE) {
            return noSandbox();
        }
        Map<?, ?> limits = (Map<?, ?>) send("limits", Map.of());
        List<?> faults = (List<?>) faults();
        return Texts.of("clock     {0}\nfaults    {1}\nlimits    {2}\nrequests  {3}\nhas       {4}", getClock(), faults.size(),
                limits.get("Edition"), ((List<?>) getRequests()).size(), USES);
    }

    /** What is said where there is no sandbox. */
    static String noSandbox() {
        return Texts.of("calls go to the service itself, and not to a sandbox: start dwx with --sandbox, or start "
            + "'dwx sandbox' and point DWX_ENDPOINT at it");
    }
}
