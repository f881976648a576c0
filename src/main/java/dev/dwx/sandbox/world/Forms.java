package dev.dwx.sandbox.world;

import dev.dwx.catalog.ApiCatalog;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the service wants values written where the metadata says no more than that they are texts. */
final class Forms {
    /** A name is not longer than this; the descriptions of the two Data Studios say so of nodes and files. */
    static final int LONGEST_NAME = 128;
    private static final Set<String> LEGACY_ENVIRONMENTS = Set.of("DEV", "PROD");
    private static final Map<String, String> FILTERS = Map.of("startedTime", "StartedTime", "finishedTime", "FinishedTime",
            "createTime", "CreateTime");

    private Forms() {
    }

    /** Refuses what is written in a form of the other version, or in none. */
    static void check(Scene scene) throws Refusal {
        boolean legacy = ApiCatalog.V2020.equals(scene.operation.version());
        String environment = legacy && scene.takes("ProjectEnv") ? scene.text("ProjectEnv") : null;
        if (environment != null && !LEGACY_ENVIRONMENTS.contains(environment)) {
            throw LaunchDays.refused("ProjectEnv must be PROD or DEV, and is " + environment);
        }
        switch (scene.operation.name()) {
            case "ListInstances":
                for (String name : List.of("Bizdate", "BeginBizdate", "EndBizdate")) {
                    if (legacy && scene.text(name) != null) {
                        LaunchDays.legacy(scene.text(name), name, false);
                    }
                }
                break;
            case "ListDeploymentPackageFiles":
                date(scene, "CommitFrom");
                date(scene, "CommitTo");
                break;
            default:
                break;
        }
    }

    /** A date {@code yyyy-MM-dd}, or {@code null} when it was not sent. */
    static LocalDate date(Scene scene, String name) throws Refusal {
        String text = scene.text(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(name + " must be a date like 2026-03-14, and is " + text + ".");
        }
    }

    /** Whether a name can be given. */
    static void name(Object name) throws Refusal {
        if (name != null && name.toString().codePointCount(0, name.toString().length()) > LONGEST_NAME) {
            throw Refusal.invalid("Name must have at most " + LONGEST_NAME + " characters, and has "
                    + name.toString().codePointCount(0, name.toString().length()) + ".");
        }
    }

    /** A bound of a time that the JSON text {@code Filter} of task instances sets. */
    record Bound(String field, boolean lower, long limit) {
        boolean accepts(Thing thing) {
            Long own = thing.number(field);
            return own != null && (lower ? own >= limit : own <= limit);
        }
    }

    /** What {@code Filter} asks for: {@code {"startedTimeStart": "1773417600000"}}, both bounds inclusive. */
    static List<Bound> bounds(String filter) throws Refusal {
        List<Bound> bounds = new ArrayList<>();
        if (filter == null || filter.isBlank()) {
            return bounds;
        }
        Map<String, Object> given = Values.object(filter);
        if (given == null) {
            throw Refusal.invalid("Filter must be a JSON object, and is " + filter);
        }
        for (Map.Entry<String, Object> one : given.entrySet()) {
            boolean lower = one.getKey().endsWith("Start");
            String name = lower ? one.getKey().substring(0, one.getKey().length() - 5)
                    : one.getKey().endsWith("End") ? one.getKey().substring(0, one.getKey().length() - 3) : "";
            Long limit = Values.number(one.getValue());
            if (!FILTERS.containsKey(name) || limit == null) {
                throw Refusal.invalid("Filter knows startedTimeStart, startedTimeEnd, finishedTimeStart, finishedTimeEnd,"
                        + " createTimeStart and createTimeEnd in milliseconds, and has " + one.getKey() + ": "
                        + one.getValue());
            }
            bounds.add(new Bound(FILTERS.get(name), lower, limit));
        }
        return bounds;
    }
}
