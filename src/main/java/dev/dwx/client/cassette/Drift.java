package dev.dwx.client.cassette;

import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Says how a call differs from those that were recorded. */
final class Drift {
    private static final int LONGEST = 60;

    private Drift() {
    }

    /** The recorded call that is nearest to one that was not recorded, and what differs; several lines. */
    static String of(String operation, String version, String region, Map<String, Object> arguments, Collection<RecordedCall> recorded) {
        RecordedCall nearest = null;
        List<String> least = null;
        for (RecordedCall call : recorded) {
            if (!call.operation().equals(operation)) {
                continue;
            }
            List<String> differences = differences(call, version, region, arguments);
            if (least == null || differences.size() < least.size()) {
                nearest = call;
                least = differences;
            }
        }
        if (nearest == null) {
            return Texts.of("no call of {0} is left in it", operation);
        }
        return least.isEmpty() ? Texts.of("it was recorded fewer times than it is called")
                : Texts.of("the nearest recorded is {0}:\n    {1}", nearest.label(), String.join("\n    ", least));
    }

    private static List<String> differences(RecordedCall call, String version, String region, Map<String, Object> arguments) {
        List<String> differences = new ArrayList<>();
        if (!call.version().equals(version)) {
            differences.add(Texts.of("version {0}, recorded {1}", version, call.version()));
        }
        if (!String.valueOf(call.region()).equals(String.valueOf(region))) {
            differences.add(Texts.of("region {0}, recorded {1}", region, call.region()));
        }
        Map<String, Object> here = RecordedCall.sorted(arguments);
        Map<String, Object> there = RecordedCall.sorted(call.arguments());
        TreeSet<String> names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        for (String name : names) {
            String now = here.containsKey(name) ? ExactJson.write(here.get(name)) : null;
            String then = there.containsKey(name) ? ExactJson.write(there.get(name)) : null;
            if (now == null || !now.equals(then)) {
                differences.add(then == null ? Texts.of("{0}: {1}, recorded without", name, around(now, then))
                        : now == null ? Texts.of("{0}: not given, recorded {1}", name, around(then, now))
                        : Texts.of("{0}: {1}, recorded {2}", name, around(now, then), around(then, now)));
            }
        }
        return differences;
    }

    /** Of a long value, the part where the two begin to differ. */
    private static String around(String text, String other) {
        int same = 0;
        while (other != null && same < Math.min(text.length(), other.length()) && text.charAt(same) == other.charAt(same)) {
            same++;
        }
        int from = text.length() <= LONGEST ? 0 : Math.max(0, Math.min(same - LONGEST / 3, text.length() - LONGEST));
        return (from > 0 ? "…" : "") + cut(text.substring(from));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    static String shown(Map<String, Object> arguments) {
        List<String> shown = new ArrayList<>();
        arguments.forEach((name, value) -> shown.add(name + ": " + cut(ExactJson.write(value))));
        return String.join(", ", shown);
    }
}
