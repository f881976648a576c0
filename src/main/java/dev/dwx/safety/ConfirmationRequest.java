package dev.dwx.safety;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a person must know before something is taken away, and what they must type to allow it.
 *
 * @param operation operation name, {@code DeleteNode}
 * @param version API version
 * @param what lines that say what is known of the objects: name, id, owner, what depends on them; a failed look-up is told here;
 *     none for a write that takes nothing away
 * @param region region id
 * @param project project name and id as text, or {@code null} when none is set
 * @param environment {@code Dev}, {@code Prod} or {@code null} when nothing tells
 * @param endpoint host the call goes to, or {@code null} when it follows from the region
 * @param arguments as they will be sent, secrets already redacted
 * @param expected the text to type
 * @param expectedIs what that text is: {@code name}, {@code id}, {@code operation}, {@code word}, {@code words}
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
        List<String> lines = summary();
        lines.add(Texts.of("Type the {0} {1} to go on, anything else to leave it:", kind(), expected));
        return lines;
    }

    /** The lines without the question: what the call is, where, on what, and with which arguments. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        StringBuilder where = new StringBuilder(region == null ? Texts.of("no region") : region);
        if (project != null) {
            where.append(Texts.of(", project {0}", project));
        }
        where.append(", ").append(environment == null ? Texts.of("environment not known: taken for Prod") : environment);
        if (endpoint != null) {
            where.append(", ").append(endpoint);
        }
        lines.add(Texts.of("{0} ({1}) in {2}", operation, version, where));
        for (String line : what) {
            lines.add("  " + line);
        }
        arguments.forEach((name, value) -> lines.add("  " + name + ": " + value));
        return lines;
    }

    /**
     * Goes on only with the right answer.
     *
     * @param typed what was typed, or {@code null} when nobody is there
     * @throws NotConfirmedException for anything but the expected text
     */
    public void answered(String typed) {
        if (typed == null) {
            StringBuilder text = new StringBuilder(Texts.of(
                    "{0} ({1}) was not sent: it takes something away, and nobody is here to confirm it.", operation, version));
            for (String line : what) {
                text.append("\n  ").append(line);
            }
            throw new NotConfirmedException(this, text
                    .append(Texts.of("\n  next: run with --yes, or write confirm('why') { {0}(…) }", operation)).toString());
        }
        if (typed.isBlank()) {
            throw new NotConfirmedException(this, Texts.of("{0} ({1}) was not sent: nothing was typed.", operation, version));
        }
        if (!typed.strip().equals(expected)) {
            throw new NotConfirmedException(this, Texts.of("{0} ({1}) was not sent: what was typed is not the {2} {3}.", operation,
                    version, kind(), expected));
        }
    }

    /** The refusal of a call whose objects are no longer what was shown when its user agreed. */
    public NotConfirmedException changed(String how) {
        return new NotConfirmedException(this, Texts.of("{0} ({1}) was not sent: {2} since it was shown."
                + "\n  next: make the call again, and look at what it shows now", operation, version, how));
    }

    /** What is to be typed, in the user's language. */
    private String kind() {
        return switch (expectedIs) {
            case "name" -> Texts.of("name");
            case "id" -> Texts.of("id");
            case "operation" -> Texts.of("operation");
            case "word" -> Texts.of("word");
            case "words" -> expected.indexOf(' ') < 0 ? Texts.of("word") : Texts.of("words");
            default -> expectedIs;
        };
    }
}
