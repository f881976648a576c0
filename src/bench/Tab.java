package dev.dwx.repl.complete;

/** Presses Tab, in completion's own package. */
public final class Tab {
    private Tab() {
    }

    /** How many proposals there are at a place. */
    public static int count(Candidates candidates, String text, int cursor) {
        return candidates.at(CompletionContext.of(text, cursor)).size();
    }
}
