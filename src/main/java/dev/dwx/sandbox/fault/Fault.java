package dev.dwx.sandbox.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes wrong with one call.
 *
 * @param shape what becomes of the answer
 * @param status HTTP status, or 0 for the one that the shape has by itself
 * @param code error code in the service's own form, or {@code null}
 * @param message error message, or {@code null} for a plain one
 * @param body text that is sent in place of the answer, or {@code null}
 * @param headers headers that the answer gets more
 * @param bytes with {@link Shape#CUT_BODY}: how many bytes of the body are sent; -1 for half of them
 * @param delay how much later the answer comes, in real time
 * @param dribble the time over which the body trickles, in real time
 * @param after whether the work is done all the same
 */
public record Fault(
        Shape shape,
        int status,
        String code,
        String message,
        String body,
        Map<String, String> headers,
        int bytes,
        Duration delay,
        Duration dribble,
        boolean after) {

    /** What becomes of the answer. */
    public enum Shape {
        /** It is the service's own. */
        AS_IS(true),
        /** A refusal in the service's form. */
        REFUSED(false),
        /** The text that the fault brings. */
        TEXT(false),
        /** The connection closes, nothing was done. */
        CUT_BEFORE(false),
        /** The connection closes while the work is still going on; it is done a moment later. */
        CUT_DURING(true),
        /** The work is done, then the connection closes without an answer. */
        CUT_AFTER(true),
        /** The work is done, and the connection closes within the answer's body. */
        CUT_BODY(true),
        /** There is no body. */
        EMPTY(true),
        /** The HTML page of something between client and service. */
        HTML(false),
        /** The body is packed with gzip, and a header says so. */
        GZIP(true),
        /** The body is packed with gzip, and no header says so. */
        BARE_GZIP(true),
        /** Every value of the answer has another type than the schema gives it. */
        WRONG_TYPES(true);

        private final boolean works;

        Shape(boolean works) {
            this.works = works;
        }

        /** Whether the work is done without {@link Fault#after()} being asked for. */
        public boolean works() {
            return works;
        }
    }

    public Fault {
        headers = Map.copyOf(headers);
    }

    /** An answer of one shape, and nothing more. */
    public static Fault of(Shape shape) {
        return new Fault(shape, 0, null, null, null, Map.of(), -1, Duration.ZERO, Duration.ZERO, false);
    }

    /** A refusal in the service's form, before anything is done. */
    public static Fault refused(int status, String code, String message) {
        return new Fault(Shape.REFUSED, status, code, message, null, Map.of(), -1, Duration.ZERO, Duration.ZERO, false);
    }

    public Fault withStatus(int value) {
        return new Fault(shape, value, code, message, body, headers, bytes, delay, dribble, after);
    }

    /** With a header more. */
    public Fault with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Fault(shape, status, code, message, body, more, bytes, delay, dribble, after);
    }

    public Fault withDelay(Duration value) {
        return new Fault(shape, status, code, message, body, headers, bytes, value, dribble, after);
    }

    /** Whether the call has its effect. */
    public boolean worked() {
        return after || shape == Shape.EMPTY && status == 0 || shape != Shape.EMPTY && shape.works();
    }

    /** In a few words: {@code 503 ServiceUnavailable after the work}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        switch (shape) {
            case AS_IS -> text.append(delay.isZero() && dribble.isZero() ? "nothing" : "slow");
            case REFUSED -> text.append(status).append(' ').append(code);
            case TEXT -> text.append(status == 0 ? 200 : status).append(" with a body of its own");
            case CUT_BEFORE -> text.append("cut before the work");
            case CUT_DURING -> text.append("cut during the work");
            case CUT_AFTER -> text.append("cut after the work");
            case CUT_BODY -> text.append(bytes < 0 ? "cut half through the body"
                    : "cut after " + bytes + " bytes of the body");
            case EMPTY -> text.append(status == 0 ? "empty body" : status + " empty body");
            case HTML -> text.append(status == 0 ? 502 : status).append(" HTML page");
            case GZIP -> text.append("gzip");
            case BARE_GZIP -> text.append("gzip that no header names");
            case WRONG_TYPES -> text.append("wrong types");
        }
        if (!delay.isZero()) {
            text.append(", ").append(Span.text(delay)).append(" late");
        }
        if (!dribble.isZero()) {
            text.append(", dribbled over ").append(Span.text(dribble));
        }
        boolean told = shape == Shape.CUT_BEFORE || shape == Shape.CUT_DURING || shape == Shape.CUT_AFTER;
        return text.append(worked() && !told && !shape.works() ? ", after the work" : "").toString();
    }
}
