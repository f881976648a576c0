package dev.dwx.sandbox;

import dev.dwx.catalog.Edition;
import dev.dwx.sandbox.fault.FaultPlan;
import dev.dwx.sandbox.fault.FaultRule;
import dev.dwx.sandbox.fault.FaultSettings;
import dev.dwx.sandbox.fault.CallPattern;
import dev.dwx.sandbox.fault.Span;
import dev.dwx.sandbox.fault.Staleness;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be done to a sandbox while it runs, in plain values: the same for specs, the prompt and the control page. */
final class Controls {
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final List<String> LIMITS = List.of("edition", "usedToday", "usedThisMonth");

    private final FaultPlan faults = new FaultPlan();
    private final SandboxClock clock;
    private final CallQuota quota;
    private final RequestLog log;
    private final Behaviour behaviour;

    Controls(SandboxOptions options, RequestLog log) {
        clock = new SandboxClock(options.clock());
        quota = new CallQuota(options.edition());
        behaviour = options.behaviour();
        this.log = log;
    }

    FaultPlan faults() {
        return faults;
    }

    SandboxClock clock() {
        return clock;
    }

    CallQuota quota() {
        return quota;
    }

    Map<String, Object> fault(Map<?, ?> settings) {
        FaultRule rule = FaultSettings.rule(settings);
        faults.arm(rule);
        return row(new FaultPlan.Armed(rule, 0, 0));
    }

    List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FaultPlan.Armed armed : faults.armed()) {
            rows.add(row(armed));
        }
        for (Staleness lag : behaviour.lags()) {
            rows.add(row(lag));
        }
        return rows;
    }

    private static Map<String, Object> row(FaultPlan.Armed armed) {
        FaultRule rule = armed.rule();
        StringBuilder when = new StringBuilder();
        if (rule.every() > 1) {
            when.append("every ").append(rule.every()).append(". call");
        }
        if (rule.rate() < 1) {
            when.append(when.length() == 0 ? "" : ", ").append("rate ").append(rule.rate()).append(", seed ").append(rule.seed());
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Fault", rule.fault().toString());
        row.put("On", rule.on().toString());
        row.put("When", when.length() == 0 ? "every call" : when.toString());
        row.put("Times", rule.times() == FaultRule.ALWAYS ? "always" : (Object) rule.times());
        row.put("Looked", armed.looked());
        row.put("Fired", armed.fired());
        return row;
    }

    private static Map<String, Object> row(Staleness lag) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Fault", lag.reads() > 0 ? "stale for " + lag.reads() + " reads" : "stale for " + Span.text(lag.lag()));
        row.put("On", lag.on().toString());
        row.put("When", "after a write");
        row.put("Times", "always");
        return row;
    }

    int calm() {
        int count = faults.calm() + behaviour.lags().size();
        behaviour.endLags();
        return count;
    }

    Map<String, Object> stale(Map<?, ?> settings) {
        Staleness lag = FaultSettings.staleness(settings);
        behaviour.lag(lag);
        return row(lag);
    }

    Map<String, Object> time() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Now", clock.instant().toString());
        row.put("Frozen", clock.isFrozen());
        row.put("Ahead", clock.ahead().isNegative() ? "-" + Span.text(clock.ahead().negated()) : Span.text(clock.ahead()));
        return row;
    }

    /** A moment: with its offset, or in the world's zone, {@code 2026-03-16 02:00}. */
    static Instant moment(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        String text = String.valueOf(value).strip();
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZONE);
            }
            String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
            boolean offset = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            return offset ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).toInstant(ZONE);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text
                    + "' is no moment; write 2026-03-16 02:00 (in the world's zone, UTC+8) or 2026-03-15T18:00:00Z");
        }
    }

    List<Map<String, Object>> requests(String operation) {
        CallPattern pattern = operation == null ? CallPattern.ANY : new CallPattern(List.of(operation), null);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RequestLogEntry entry : log.entries()) {
            if (pattern.matches(entry.operation())) {
                Map<String, Object> arguments = new LinkedHashMap<>(entry.query());
                arguments.putAll(entry.form());
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("Time", entry.time().toString());
                row.put("Operation", entry.operation());
                row.put("Version", entry.version());
                row.put("Arguments", arguments);
                row.put("Status", entry.status());
                row.put("Code", entry.code());
                row.put("Fault", entry.fault());
                row.put("Millis", entry.elapsed().toMillis());
                row.put("RequestId", entry.requestId());
                rows.add(row);
            }
        }
        return rows;
    }

    void reset() {
        faults.calm();
        clock.reset();
        behaviour.reset(clock.instant());
        quota.reset();
        log.clear();
    }

    /** Switches the edition, presets what was used, and says what is in force for the standard account. */
    Map<String, Object> limits(Map<?, ?> settings) {
        settings.keySet().forEach(name -> {
            if (!LIMITS.contains(String.valueOf(name))) {
                throw FaultSettings.unknown(String.valueOf(name), LIMITS, "sandbox.limits");
            }
        });
        Object edition = settings.get("edition");
        if (edition != null) {
            String name = edition.toString();
            quota.play(name.equals("off") || name.equals("false") ? Edition.UNLIMITED : Edition.of(name));
        }
        long today = count(settings, "usedToday");
        long month = count(settings, "usedThisMonth");
        if (today >= 0 || month >= 0) {
            if (!quota.counts()) {
                throw new IllegalArgumentException("without an edition nothing is counted; begin with sandbox.limits('basic')");
            }
            quota.used(SandboxKeys.ACCOUNT_ID, today, month, clock.instant());
        }
        CallQuota.Used used = quota.used(SandboxKeys.ACCOUNT_ID, clock.instant());
        Map<String, Object> row = new LinkedHashMap<>();
        Edition played = used.edition();
        row.put("Edition", played.label());
        row.put("ReadsPerSecond", unlimited(played.readsPerSecond()));
        row.put("WritesPerSecond", unlimited(played.writesPerSecond()));
        row.put("CallsPerDay", unlimited(played.callsPerDay()));
        row.put("FreePerMonth", unlimited(played.freePerMonth()));
        row.put("UsedToday", used.today());
        row.put("UsedThisMonth", used.thisMonth());
        return row;
    }

    private static Object unlimited(long number) {
        return number == 0 ? "unlimited" : (Object) number;
    }

    private static long count(Map<?, ?> settings, String name) {
        Object value = settings.get(name);
        if (value == null) {
            return -1;
        }
        try {
            long number = Long.parseLong(value.toString());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(name + ": is a whole number from 0, and is " + value);
    }
}
