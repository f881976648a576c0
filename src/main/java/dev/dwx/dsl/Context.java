package dev.dwx.dsl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.client.CallWatcher;
import dev.dwx.safety.Allowance;
import dev.dwx.time.ProjectZone;
import dev.dwx.time.TimeForm;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where and how calls are made: one immutable value, replaced as a whole and never changed in place.
 *
 * @param region region id, {@code cn-shanghai}
 * @param endpoint host set by the user, or {@code null} when it follows from the region
 * @param projectId the project that calls belong to, or {@code null}
 * @param projectName its name, or {@code null} when not known; with a name and no id, the id is looked up when needed
 * @param version API version that bare names mean
 * @param environment {@code Prod}, {@code Dev}, or {@code null} when the user has not said
 * @param owner account id that new objects belong to, or {@code null}
 * @param zone time zone set by the user, or {@code null} when it follows from the region
 * @param output form of results: one of {@link dev.dwx.render.OutputForm}
 * @param profile name of the profile in use, or {@code null}
 * @param readOnly whether everything but reads is refused
 * @param strict whether what is only doubtful, an incomplete listing above all, is an error and not a remark: so in scripts
 * @param timeForms forms of time parameters that win over the table, by {@code Operation.Parameter}
 * @param allowance permission of the surrounding {@code confirm} block, or {@code null}
 * @param rehearsal stands in for the service where a call would change something, or {@code null}
 * @param watcher follows every call
 * @param explanation tells a person what becomes of each call, or {@code null}
 * @param awaiting whether calls are the looks of a wait, which says itself what their status words mean
 * @param lintOff rules of FlowSpec documents that may be broken, by their codes; {@code all} for every one
 */
public record Context(
        String region,
        String endpoint,
        Long projectId,
        String projectName,
        String version,
        String environment,
        String owner,
        ZoneId zone,
        String output,
        String profile,
        boolean readOnly,
        boolean strict,
        Map<String, TimeForm> timeForms,
        Allowance allowance,
        Rehearsal rehearsal,
        CallWatcher watcher,
        Explanation explanation,
        boolean awaiting,
        Set<String> lintOff) {

    public Context {
        timeForms = Map.copyOf(timeForms);
        lintOff = Set.copyOf(lintOff);
        watcher = watcher == null ? CallWatcher.NONE : watcher;
    }

    /** A copy in the making. */
    private static final class Draft {
        private String region;
        private String endpoint;
        private Long projectId;
        private String projectName;
        private String version;
        private String environment;
        private String owner;
        private ZoneId zone;
        private String output;
        private String profile;
        private boolean readOnly;
        private boolean strict;
        private Map<String, TimeForm> timeForms;
        private Allowance allowance;
        private Rehearsal rehearsal;
        private CallWatcher watcher;
        private Explanation explanation;
        private boolean awaiting;
        private Set<String> lintOff;

        Draft(Context from) {
            region = from.region;
            endpoint = from.endpoint;
            projectId = from.projectId;
            projectName = from.projectName;
            version = from.version;
            environment = from.environment;
            owner = from.owner;
            zone = from.zone;
            output = from.output;
            profile = from.profile;
            readOnly = from.readOnly;
            strict = from.strict;
            timeForms = from.timeForms;
            allowance = from.allowance;
            rehearsal = from.rehearsal;
            watcher = from.watcher;
            explanation = from.explanation;
            awaiting = from.awaiting;
            lintOff = from.lintOff;
        }

        Context context() {
            return new Context(region, endpoint, projectId, projectName, version, environment, owner, zone, output,
                    profile, readOnly, strict, timeForms, allowance, rehearsal, watcher,
                    explanation, awaiting, lintOff);
        }
    }

    private Context but(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.context();
    }

    /** A context that knows a region and nothing else. */
    public static Context of(String region) {
        return new Context(region, null, null, null, ApiCatalog.V2024, null, null, null, "table", null, false, false,
                Map.of(), null, null, CallWatcher.NONE, null, false, Set.of());
    }

    /** The zone in which days begin: what the user set, else the region's; never the machine's. */
    public ZoneId timeZone() {
        return zone != null ? zone : ProjectZone.of(region);
    }

    /** {@code orders_dw (10001)}, or {@code null} without a project. */
    public String projectLabel() {
        return projectName == null ? projectId == null ? null : projectId.toString()
                : projectId == null ? projectName : projectName + " (" + projectId + ")";
    }

    public Context withProject(Long id, String name) {
        return but(draft -> {
            draft.projectId = id;
            draft.projectName = name;
        });
    }

    public Context withRegion(String value) {
        return but(draft -> draft.region = value);
    }

    public Context withVersion(String value) {
        return but(draft -> draft.version = value);
    }

    public Context withEnvironment(String value) {
        return but(draft -> draft.environment = value);
    }

    public Context withOwner(String value) {
        return but(draft -> draft.owner = value);
    }

    public Context withZone(ZoneId value) {
        return but(draft -> draft.zone = value);
    }

    public Context withOutput(String value) {
        return but(draft -> draft.output = value);
    }

    public Context withProfile(String value) {
        return but(draft -> draft.profile = value);
    }

    public Context withReadOnly(boolean value) {
        return but(draft -> draft.readOnly = value);
    }

    public Context withStrict(boolean value) {
        return but(draft -> draft.strict = value);
    }

    public Context withTimeForms(Map<String, TimeForm> value) {
        return but(draft -> draft.timeForms = value);
    }

    Context withAllowance(Allowance value) {
        return but(draft -> draft.allowance = value);
    }

    public Context withRehearsal(Rehearsal value) {
        return but(draft -> draft.rehearsal = value);
    }

    public Context withWatcher(CallWatcher value) {
        return but(draft -> draft.watcher = value);
    }

    public Context withExplanation(Explanation value) {
        return but(draft -> draft.explanation = value);
    }

    Context withAwaiting(boolean value) {
        return but(draft -> draft.awaiting = value);
    }

    public Context withLintOff(Set<String> value) {
        return but(draft -> draft.lintOff = value);
    }

    /** What a user wants to see of it, names to values, unset ones left out. */
    public Map<String, Object> describe() {
        Map<String, Object> shown = new LinkedHashMap<>();
        put(shown, "region", region);
        put(shown, "endpoint", endpoint);
        put(shown, "project", projectLabel());
        put(shown, "version", version);
        put(shown, "environment", environment);
        put(shown, "owner", owner);
        put(shown, "zone", timeZone().getId());
        put(shown, "output", output);
        put(shown, "profile", profile);
        if (readOnly) {
            shown.put("readOnly", true);
        }
        if (rehearsal != null) {
            shown.put("dryRun", true);
        }
        return shown;
    }

    private static void put(Map<String, Object> shown, String name, Object value) {
        if (value != null) {
            shown.put(name, value);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        describe().forEach((name, value) -> text.append(text.length() == 0 ? "" : "\n").append(name).append(": ")
                .append(value));
        return text.toString();
    }

    /** {@code Prod} here is {@code PROD} there: as the parameter's own values spell an environment, else as its version does. */
    public static String spelled(String environment, ApiParameter parameter, String version) {
        for (String value : parameter.schema().enumeration()) {
            if (value.equalsIgnoreCase(environment)) {
                return value;
            }
        }
        return version.startsWith("2020") ? environment.toUpperCase(Locale.ROOT) : environment;
    }
}
