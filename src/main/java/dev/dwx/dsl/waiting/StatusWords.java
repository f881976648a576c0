package dev.dwx.dsl.waiting;

import java.util.Locale;
import java.util.Set;

/**
 * What the service's status words mean, of both API versions, in one table. A word that is in none of the rows is unknown: it may
 * be told, and is never taken for an end.
 */
public final class StatusWords {
    /** What a status says of the thing. */
    public enum Meaning {
        /** It has come to its end, and well. */
        GOOD,
        /** It has come to its end, and not well: a run that was ended or cancelled is no success. */
        BAD,
        /** More will happen. */
        GOING_ON,
        /** The table does not have the word. */
        UNKNOWN
    }

    /** Task and workflow instances, pipeline runs, jobs; old instances and DAGs; synchronisation jobs; migrations; quality runs. */
    private static final Set<String> GOOD = Set.of(
            "success", "succeeded", "succeed", "created", "finished", "completed", "pass", "passed", "warn", "warned",
            "import_success", "export_success", "approved");
    private static final Set<String> BAD = Set.of(
            "failure", "fail", "failed", "error", "termination", "terminated", "cancel", "canceled", "cancelled", "createfailure",
            "stop", "stopped", "critical", "import_error", "export_error", "partial_success", "revoked", "killed", "rejected",
            "timeout");
    private static final Set<String> GOING_ON = Set.of(
            "notrun", "waittime", "waitresource", "checkingcondition", "running", "checking", "init", "initialized", "creating",
            "not_run", "wait_time", "wait_resource", "checking_condition", "starting", "stopping", "pending", "waiting",
            "queued", "editing", "importing", "exporting", "run", "wait", "norun", "killing", "pause", "processing", "submitted");

    private StatusWords() {
    }

    /** Whether the table has a word. */
    public static boolean knows(String status) {
        return of(status) != Meaning.UNKNOWN;
    }

    /** Whether a word says that the thing has ended well. */
    public static boolean isGood(String status) {
        return of(status) == Meaning.GOOD;
    }

    /** Whether a word says that the thing has ended, and not well. */
    public static boolean isBad(String status) {
        return of(status) == Meaning.BAD;
    }

    /** What a word means, as operations spell it: {@code WaitTime} and {@code WAIT_TIME} alike. */
    public static Meaning of(String status) {
        String word = status.strip().toLowerCase(Locale.ROOT);
        return GOOD.contains(word) ? Meaning.GOOD : BAD.contains(word) ? Meaning.BAD
                : GOING_ON.contains(word) ? Meaning.GOING_ON : Meaning.UNKNOWN;
    }
}
