package dev.dwx.safety;

import java.util.List;
import java.util.Map;

/**
 * What a person must know before something is taken away, and what they must type to allow it.
 *
 * @param operation operation name, {@code DeleteNode}
 * @param version API version
 * @param what one line for each thing that is known about the object: name, id, owner; a failed look-up is told here
 * @param region region id
 * @param project project name and id as text, or {@code null} when none is set
 * @param environment {@code Dev}, {@code Prod} or {@code null}
 * @param endpoint host the call goes to, or {@code null} when it follows from the region
 * @param arguments as they will be sent, secrets already redacted
 * @param expected the text to type: the object's name where it was found, else its id, else the operation's name
 * @param expectedIs {@code name}, {@code id} or {@code operation}
 */
public record ConfirmationRequest(
        String operation,
        String version,
        List<String> what,
        String region,
        String project,
        String environment,
        String endpoint,
        Map<String, Object> arguments,
        String expected,
        String expectedIs) {

    public ConfirmationRequest {
        what = List.copyOf(what);
    }

    /** The lines to show before asking, the question being the last. */
    public List<String> lines() {
        List<String> lines = new java.util.ArrayList<>();
        StringBuilder where = new StringBuilder(region == null ? "no region" : region);
        if (project != null) {
            where.append(", project ").append(project);
        }
        if (environment != null) {
            where.append(", ").append(environment);
        }
        if (endpoint != null) {
            where.append(", ").append(endpoint);
        }
        lines.add(operation + " (" + version + ") in " + where);
        for (String line : what) {
            lines.add("  " + line);
        }
        arguments.forEach((name, value) -> lines.add("  " + name + ": " + value));
        lines.add("Type the " + expectedIs + " " + expected + " to go on, anything else to leave it:");
        return lines;
    }
}
