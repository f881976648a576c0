package dev.dwx.client.steady;

import dev.dwx.texts.Texts;

/** Why a call failed, as far as it decides whether it is tried again. */
enum Trouble {
    /** Too many calls in a second: refused, so nothing was done, and it passes. */
    THROTTLED("throttled", true),
    /** The code that stands for a rate that passes and for a quota that is used up: tried a few times, then taken for the latter. */
    RATE_OR_QUOTA("throttled", true),
    /** The calls of the day, or of the month, are used up: every further try only fails. */
    USED_UP("the calls are used up", false),
    /** A deployment package that is not built yet: refused, so nothing was done, and it passes. */
    NOT_READY("not ready yet", true),
    /** A fault inside the service, or a machine on the way that answered in its place. */
    SERVICE_FAULT("a fault of the service", false),
    /** Sent, and no whole answer came back. */
    LOST("the answer was lost", false),
    /** Nothing was sent, since there was no connection. */
    NO_CONNECTION("no connection", true),
    /** The same call would fail the same way. */
    FINAL("refused", false);

    private final String words;
    private final boolean undone;

    Trouble(String words, boolean undone) {
        this.words = words;
        this.undone = undone;
    }

    /** What a user is told. */
    String words() {
        return Texts.listed(words);
    }

    /** Whether it is certain that the call did nothing, so that a write may be sent again. */
    boolean undone() {
        return undone;
    }
}
