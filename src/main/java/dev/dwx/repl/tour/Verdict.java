package dev.dwx.repl.tour;

/**
 * What a step of the tour says to what was done.
 *
 * @param passed whether the step is done
 * @param text praise, a hint, or nothing: what was done has to do with something else
 */
record Verdict(boolean passed, String text) {
    static final Verdict NOTHING = new Verdict(false, "");

    static Verdict passed(String praise) {
        return new Verdict(true, praise);
    }

    static Verdict hint(String text) {
        return new Verdict(false, text);
    }
}
