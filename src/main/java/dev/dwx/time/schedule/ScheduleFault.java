package dev.dwx.time.schedule;

import dev.dwx.texts.Texts;

/** A scheduling expression or cron expression that says nothing the service could follow: where, why, and what to write. */
public final class ScheduleFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final int position;
    private final String reason;
    private final String remedy;

    ScheduleFault(String text, int position, String reason, String remedy) {
        super(Texts.of("'{0}', column {1}: {2}. {3}.", text, position + 1, reason, sentence(remedy)));
        this.text = text;
        this.position = position;
        this.reason = reason;
        this.remedy = remedy;
    }

    private static String sentence(String remedy) {
        return Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1);
    }

    /** All of what was read. */
    public String text() {
        return text;
    }

    /** Where in the text, counted from 0. */
    public int position() {
        return position;
    }

    /** What is wrong, without the text and the place. */
    public String reason() {
        return reason;
    }

    /** What to write in its place. */
    public String remedy() {
        return remedy;
    }
}
