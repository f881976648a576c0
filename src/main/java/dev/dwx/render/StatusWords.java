package dev.dwx.render;

import java.util.Locale;

/**
 * What a status says about a thing, whatever the operation calls it: {@code Failure} of a task instance, {@code FAILURE} of one in
 * the API version before, {@code InitFailed} of a project, {@code Fail} of a pipeline run.
 */
enum StatusWords {
    /** It is as it should be. */
    GOOD("\u001b[32m", " success succeeded successful finished available normal online published passed pass ok done completed active enabled ready "),
    /** Somebody has to look at it. */
    BAD("\u001b[31m", " failure failed fail error forbidden initfailed deletefailed updatefailed createfailed stopfailed blocked frozen"
            + " abnormal timeout expired rejected notpassed exception invalid "),
    /** It is being worked at. */
    ACTIVE("\u001b[36m", " running checking checkingcondition initializing init creating updating deleting starting stopping publishing"
            + " processing inprogress executing submitting "),
    /** It stands still until something comes. */
    WAITING("\u001b[33m", " waiting wait waittime waitresource waitingresource waitingtrigger pending queued queuing paused pause suspended hold held"
            + " warning unpublished initialized approving "),
    /** It is not under way, or was taken away. */
    IDLE("\u001b[2m", " notrun notstarted stopped stop terminated termination terminate cancel canceled cancelled killed deleted offline disabled"
            + " inactive skipped none ");

    private static final String PLAIN = "\u001b[0m";

    private final String begin;
    private final String words;

    StatusWords(String begin, String words) {
        this.begin = begin;
        this.words = words;
    }

    /** The text in the colour of its meaning, where its field tells a status and the word is known. */
    static String coloured(String key, String text) {
        return namesStatus(key) ? meant(text, text) : text;
    }

    /** A text in the colour of what a status means, where its word is known. */
    static String meant(String status, String text) {
        if (text.isEmpty() || status.isBlank()) {
            return text;
        }
        String word = " " + status.strip().replace("_", "").toLowerCase(Locale.ROOT) + " ";
        for (StatusWords meaning : values()) {
            if (meaning.words.contains(word)) {
                return meaning.begin + text + PLAIN;
            }
        }
        return text;
    }

    /** {@code Status}, {@code ProjectStatus}, {@code RunState}, {@code instance_status}; a name or a text never. */
    static boolean namesStatus(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return name.endsWith("status") || name.endsWith("state");
    }
}
