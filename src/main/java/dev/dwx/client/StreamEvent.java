package dev.dwx.client;

/**
 * One event of an operation that answers piece by piece.
 *
 * @param id the event's id, or {@code null}
 * @param name kind of event, {@code message} where the service does not say
 * @param data what it holds: the JSON value (exact numbers, ordered maps), or its text where that is no JSON
 */
public record StreamEvent(String id, String name, Object data) {
}
