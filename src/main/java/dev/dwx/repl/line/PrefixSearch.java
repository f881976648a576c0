package dev.dwx.repl.line;

import org.jline.reader.History;

/** Walks through the inputs that begin with what was typed when the walk began. */
final class PrefixSearch {
    private final History history;
    private String typed;
    private String shown;
    private int index;

    PrefixSearch(History history) {
        this.history = history;
    }

    void forget() {
        shown = null;
    }

    /**
     * The next one.
     *
     * @param text what stands at the prompt; anything but what this object gave last begins a new walk
     * @param step -1 for an older one, 1 for a newer one
     * @return an input, or what was typed, behind the newest; {@code null} when there is no further one
     */
    String next(String text, int step) {
        boolean on = text.equals(shown);
        int at = on ? index : history.last() + 1;
        String prefix = on ? typed : text;
        for (int i = at + step; i >= history.first() && i <= history.last() && !history.isEmpty(); i += step) {
            String line = history.get(i);
            if (line.startsWith(prefix) && !line.equals(text)) {
                typed = prefix;
                shown = line;
                index = i;
                return line;
            }
        }
        if (on && step > 0) {
            shown = null;
            return typed;
        }
        return null;
    }
}
