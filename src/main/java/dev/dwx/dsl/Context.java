package dev.dwx.dsl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.safety.Allowance;
import dev.dwx.time.ProjectZone;
import dev.dwx.time.TimeForm;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

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
 * @param output form of results: {@code table}, {@code json}, {@code csv}, {@code yaml}
 * @param profile name of the profile in use, or {@code null}
 * @param readOnly whether everything but reads is refused
 * @param timeForms forms of time parameters that win over the table, by {@code Operation.Parameter}
 * @param allowance permission of the surrounding {@code confirm} block, or {@code null}
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
        Map<String, TimeForm> timeForms,
        Allowance allowance) {

    public Context {
        timeForms = Map.copyOf(timeForms);
    }

    /** A context that knows a region and nothing else. */
    public static Context of(String region) {
        return new Context(region, null, null, null, ApiCatalog.V2024, null, null, null, "table", null, false, Map.of(),
                null);
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

    public Context withRegion(String value) {
        return new Context(value, endpoint, projectId, projectName, version, environment, owner, zone, output, profile,
                readOnly, timeForms, allowance);
    }

    public Context withEndpoint(String value) {
        return new Context(region, value, projectId, projectName, version, environment, owner, zone, output, profile,
                readOnly, timeForms, allowance);
    }

    public Context withProject(Long id, String name) {
        return new Context(region, endpoint, id, name, version, environment, owner, zone, output, profile, readOnly,
                timeForms, allowance);
    }

    public Context withVersion(String value) {
        return new Context(region, endpoint, projectId, projectName, value, environment, owner, zone, output, profile,
                readOnly, timeForms, allowance);
    }

    public Context withEnvironment(String value) {
        return new Context(region, endpoint, projectId, projectName, version, value, owner, zone, output, profile,
                readOnly, timeForms, allowance);
    }

    public Context withOwner(String value) {
        return new Context(region, endpoint, projectId, projectName, version, environment, value, zone, output, profile,
                readOnly, timeForms, allowance);
    }

    public Context withZone(ZoneId value) {
        return new Context(region, endpoint, projectId, projectName, version, environment, owner, value, output,
                profile, readOnly, timeForms, allowance);
    }

    public Context withOutput(String value) {
        return new Context(region, endpoint, projectId, projectName, version, environment, owner, zone, value, profile,
                readOnly, timeForms, allowance);
    }

    public Context withProfile(String value) {
        return new Context(region, endpoint, projectId, projectName, version, environment, owner, zone, output, value,
                readOnly, timeForms, allowance);
    }

    public Context withReadOnly(boolean value) {
        return new Context(region, endpoint, projectId, projectName, version, environment, owner, zone, output, profile,
                value, timeForms, allowance);
    }

    public Context withTimeForms(Map<String, TimeForm> value) {
        return new Context(region, endpoint, projectId, projectName, version, environment, owner, zone, output, profile,
                readOnly, value, allowance);
    }

    Context withAllowance(Allowance value) {
        return new Context(region, endpoint, projectId, projectName, version, environment, owner, zone, output, profile,
                readOnly, timeForms, value);
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
}
