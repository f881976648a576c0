package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** How something runs: again after a failure, how long, in which mode. The same keys stand on nodes and in a workflow's strategy. */
final class RunCheck {
    private static final Map<String, String> RERUN_WORDS = Map.of("allallowed", "Allowed", "all_allowed", "Allowed",
            "alldenied", "Denied", "all_denied", "Denied", "failure_allowed", "FailureAllowed",
            "allowed", "Allowed", "denied", "Denied", "failureallowed", "FailureAllowed");
    private static final long MOST_INTERVAL = 1_800_000;

    private final Findings findings;

    RunCheck(Findings findings) {
        this.findings = findings;
    }

    /** A node or workflow, and the strategy inside it. */
    void check(Map<?, ?> entity, String path) {
        settings(entity, path);
        Object strategy = entity.get("strategy");
        if (strategy instanceof Map<?, ?> map) {
            settings(map, path + ".strategy");
            Words.FAILURE_STRATEGY.check(map.get("failureStrategy"), path + ".strategy.failureStrategy", findings);
            whole(map.get("maxInternalConcurrency"), path + ".strategy.maxInternalConcurrency", 0, Long.MAX_VALUE);
        } else if (strategy != null) {
            findings.error("value", path + ".strategy", Texts.of("it is an object"), "strategy: [rerunMode: 'Allowed', rerunTimes: 3]");
        }
    }

    private void settings(Map<?, ?> map, String path) {
        rerunMode(map.get("rerunMode"), path + ".rerunMode");
        if (whole(map.get("rerunTimes"), path + ".rerunTimes", 0, Integer.MAX_VALUE)) {
            times(map, path);
        }
        if (whole(map.get("rerunInterval"), path + ".rerunInterval", 0, Long.MAX_VALUE)) {
            interval(map, path + ".rerunInterval");
        }
        whole(map.get("priority"), path + ".priority", Long.MIN_VALUE, Long.MAX_VALUE);
        if (!path.endsWith(".strategy")) {
            Words.RECURRENCE.check(map.get("recurrence"), path + ".recurrence", findings);
        }
        Words.INSTANCE_MODE.check(map.get("instanceMode"), path + ".instanceMode", findings);
        if (whole(map.get("timeout"), path + ".timeout", 0, Long.MAX_VALUE)) {
            timeout(map, path);
        }
        Object unit = map.get("timeoutUnit");
        if (unit != null && !unit.equals("HOURS") && !unit.equals("MINUTES") && !unit.equals("SECONDS")) {
            String right = unit.toString().toUpperCase(Locale.ROOT).startsWith("HOUR") ? "HOURS" : null;
            findings.warn("timeout", path + ".timeoutUnit", Texts.of("{0} is no unit that was seen in documents", SpecValues.quoted(unit)),
                    "timeoutUnit: 'HOURS'", right == null ? null : QuickFix.set(path + ".timeoutUnit", right));
        }
        Object skip = map.get("ignoreBranchConditionSkip");
        if (skip != null && !(skip instanceof Boolean) && !skip.equals("true") && !skip.equals("false")) {
            findings.error("value", path + ".ignoreBranchConditionSkip", Texts.of("{0} is neither true nor false",
                    SpecValues.quoted(skip)), null);
        }
    }

    private void times(Map<?, ?> map, String path) {
        long times = SpecValues.integer(map.get("rerunTimes")).getAsLong();
        if (times > 10) {
            findings.error("rerun-times", path + ".rerunTimes", Texts.of("{0} is more than the 10 times that the service runs again",
                    times),
                    "rerunTimes: 10", QuickFix.set(path + ".rerunTimes", 10));
        } else if (times > 0 && "Denied".equals(map.get("rerunMode"))) {
            findings.warn("rerun-times", path + ".rerunTimes", Texts.of("nothing runs again: rerunMode is Denied"),
                    Texts.of("rerunMode: 'Allowed' or 'FailureAllowed', or rerunTimes: 0"));
        }
    }

    private void interval(Map<?, ?> map, String path) {
        long interval = SpecValues.integer(map.get("rerunInterval")).getAsLong();
        if (interval > MOST_INTERVAL) {
            findings.error("rerun-interval", path, Texts.of("{0} ms is more than half an hour, the longest that the service waits",
                    interval),
                    "rerunInterval: 1800000", QuickFix.set(path, 1_800_000));
        } else if (interval > 0 && interval < 1000) {
            findings.warn("rerun-interval", path, Texts.of("it counts milliseconds, and {0} of them is no time to wait", interval),
                    Texts.of("rerunInterval: 120000 is two minutes"));
        }
    }

    private void timeout(Map<?, ?> map, String path) {
        long timeout = SpecValues.integer(map.get("timeout")).getAsLong();
        if ("HOURS".equals(map.get("timeoutUnit")) && timeout > 168) {
            findings.warn("timeout", path + ".timeout", Texts.of("{0} hours are more than a week: was that meant as seconds?", timeout),
                    Texts.of("timeout: {0} with timeoutUnit: 'HOURS'", Math.max(1, timeout / 3600)));
        } else if (timeout > 0 && map.get("timeoutUnit") == null) {
            findings.warn("timeout", path + ".timeout", Texts.of("it has no unit, and pages of the service count both seconds and hours"),
                    Texts.of("timeoutUnit: 'HOURS' beside it"));
        }
    }

    private void rerunMode(Object mode, String path) {
        if (mode == null || mode.equals("Allowed") || mode.equals("Denied") || mode.equals("FailureAllowed")) {
            return;
        }
        String right = RERUN_WORDS.get(mode.toString().toLowerCase(Locale.ROOT));
        findings.error("rerun-mode", path, Texts.of("{0} is not the word of a FlowSpec; other calls have words of their own",
                SpecValues.quoted(mode)),
                right == null ? Texts.of("Allowed, Denied or FailureAllowed") : "rerunMode: '" + right + "'",
                right == null ? null : QuickFix.set(path, right));
    }

    /** Whether a whole number in bounds is there; anything else that is there is told. */
    private boolean whole(Object value, String path, long least, long most) {
        if (value == null) {
            return false;
        }
        OptionalLong number = SpecValues.integer(value);
        if (number.isEmpty()) {
            findings.error("value", path, Texts.of("{0} is no whole number", SpecValues.quoted(value)), null);
        } else if (number.getAsLong() < least || number.getAsLong() > most) {
            findings.error("value", path, Texts.of("{0} is less than nothing", number.getAsLong()), null);
            return false;
        }
        return number.isPresent();
    }
}
