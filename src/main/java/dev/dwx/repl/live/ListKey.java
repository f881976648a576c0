package dev.dwx.repl.live;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.dsl.Context;
import java.util.Map;

/**
 * One listing in one place: what its items depend on.
 *
 * @param profile whose credentials are used, or {@code null}
 * @param project id of the project, or its name while the id is not known; empty for what belongs to no project
 * @param needed arguments of the call that is being typed, without which the listing says nothing
 */
record ListKey(String profile, String region, String version, String list, String project, Map<String, String> needed) {
    ListKey {
        needed = Map.copyOf(needed);
    }

    static ListKey of(Context context, String region, ApiOperation list, String project, Map<String, String> needed) {
        return new ListKey(context.profile(), region, list.version(), list.name(), project, needed);
    }

    /** The same listing of a project whose id is known now. */
    ListKey inProject(String id) {
        return new ListKey(profile, region, version, list, id, needed);
    }

    @Override
    public String toString() {
        return list + " (" + version + ")" + (project.isEmpty() ? "" : " of project " + project) + (needed.isEmpty() ? "" : " " + needed);
    }
}
