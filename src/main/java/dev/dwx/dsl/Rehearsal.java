package dev.dwx.dsl;

/** Stands in for the service where a call would change something and shall not be sent. */
public interface Rehearsal {
    /** What the call would answer, as far as that can be told. */
    ApiResult instead(PlannedCall call);
}
