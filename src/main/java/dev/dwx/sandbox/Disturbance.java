package dev.dwx.sandbox;

/**
 * Something that goes wrong with one call, on demand: what a client meets on a bad day, and what it should be tried
 * with. {@link Sandbox#disturb} puts them in line; each call takes the next.
 */
public enum Disturbance {
    /** Nothing: the call goes through. */
    NONE(false),
    /** 502 with the HTML page of a proxy. */
    BAD_GATEWAY_PAGE(false),
    /** 503 without a body. */
    EMPTY_UNAVAILABLE(false),
    /** 503 {@code ServiceUnavailable} in the service's own form. */
    UNAVAILABLE(false),
    /** 500 {@code InternalError} in the service's own form. */
    INTERNAL_ERROR(false),
    /** 429 {@code Throttling.User} with {@code x-acs-retry-after: 50}, which is in milliseconds. */
    THROTTLED(false),
    /** 400 with the numeric throttling code {@code 9990020002}, as DataWorks also does it. */
    THROTTLED_BY_NUMBER(false),
    /** 429 {@code Throttling.Api.Risk}: the calls of the day are used up. */
    DAY_USED_UP(false),
    /** The connection closes without an answer, before anything was done. */
    DROPPED(false),
    /** The work is done, then the connection closes without an answer. */
    DROPPED_AFTER_WORK(true),
    /** The work is done, then the connection closes in the middle of the answer. */
    CUT(true),
    /** The work is done, the status is 200, the body empty. */
    EMPTY_BODY(true),
    /** The work is done and the answer comes a second late. */
    SLOW(true);

    private final boolean afterWork;

    Disturbance(boolean afterWork) {
        this.afterWork = afterWork;
    }

    /** Whether the call has its effect all the same. */
    public boolean afterWork() {
        return afterWork;
    }
}
