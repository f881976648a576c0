package dev.dwx.dsl.waiting;

/**
 * How a thing stands, read from an answer.
 *
 * @param status the service's own word or number, as text
 * @param meaning what that says
 * @param failure why it failed in the service's words, or {@code null}
 * @param hint what somebody has to do before it goes on, or {@code null}
 */
public record Standing(String status, StatusWords.Meaning meaning, String failure, String hint) {
    /** With nothing more to say. */
    public static Standing of(String status, StatusWords.Meaning meaning) {
        return new Standing(status, meaning, null, null);
    }
}
