package dev.dwx.cli;

import dev.dwx.texts.Texts;

/** How many of something there are, in words. */
final class Counted {
    private Counted() {
    }

    static String files(long number) {
        return number == 1 ? Texts.of("1 file") : Texts.of("{0} files", number);
    }

    static String documents(long number) {
        return number == 1 ? Texts.of("1 document") : Texts.of("{0} documents", number);
    }

    static String tests(long number) {
        return number == 1 ? Texts.of("1 test") : Texts.of("{0} tests", number);
    }

    /** Errors and warnings. */
    static String faults(long errors, long warnings) {
        return errors(errors) + ", " + (warnings == 1 ? Texts.of("1 warning") : Texts.of("{0} warnings", warnings));
    }

    static String errors(long number) {
        return number == 1 ? Texts.of("1 error") : Texts.of("{0} errors", number);
    }
}
