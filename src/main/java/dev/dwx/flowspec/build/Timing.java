package dev.dwx.flowspec.build;

import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.texts.Texts;

/** Reruns and time limits. */
final class Timing {
    private Timing() {
    }

    static void rerun(Draft draft, Arguments arguments) {
        arguments.allow("times", "every", "mode");
        String base = draft.place().isFlow() ? "strategy." : "";
        Object mode = arguments.named().get("mode");
        Object times = arguments.named().get("times");
        Object every = arguments.named().get("every");
        if (mode == null && arguments.plain().size() == 1) {
            mode = arguments.plain().get(0);
        }
        String right = mode == null ? "Allowed" : switch (mode.toString()) {
            case "Allowed", "true", "always" -> "Allowed";
            case "Denied", "false", "never" -> "Denied";
            case "FailureAllowed", "onFailure" -> "FailureAllowed";
            default -> throw arguments.wrong(Texts.of("'{0}' is none of Allowed, Denied, FailureAllowed.", mode));
        };
        SpecPath.parse(base + "rerunMode").set(draft.entity, right);
        if (times != null) {
            if (!times.toString().matches("[0-9]|10")) {
                throw arguments.wrong(Texts.of("times is 0 to 10, not {0}.", Arguments.kind(times)));
            }
            SpecPath.parse(base + "rerunTimes").set(draft.entity, Integer.valueOf(times.toString()));
        }
        if (every != null) {
            long seconds = seconds(every, arguments);
            if (seconds > 1800) {
                throw arguments.wrong(Texts.of("every is 30m at most, not '{0}'.", every));
            }
            SpecPath.parse(base + "rerunInterval").set(draft.entity, (int) (seconds * 1000));
        }
    }

    static void timeout(Draft draft, Arguments arguments) {
        Object given = arguments.only();
        String text = String.valueOf(given).strip();
        if (!text.matches("[0-9]{1,5}h")) {
            throw arguments.wrong(Texts.of("it is counted in whole hours, '2h', not {0}.", Arguments.kind(given)));
        }
        String base = draft.place().isFlow() ? "strategy." : "";
        SpecPath.parse(base + "timeout").set(draft.entity, Integer.valueOf(text.substring(0, text.length() - 1)));
        SpecPath.parse(base + "timeoutUnit").set(draft.entity, "HOURS");
    }

    private static long seconds(Object value, Arguments arguments) {
        String text = String.valueOf(value).strip();
        if (!text.matches("[0-9]{1,6}[smh]")) {
            throw arguments.wrong(Texts.of("'{0}' is no time with a unit, such as '90s' or '2m'.", text));
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return number * (text.endsWith("h") ? 3600 : text.endsWith("m") ? 60 : 1);
    }
}
