package dev.dwx.repl.line;

import java.util.ListIterator;
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
        ListIterator<History.Entry> entries = history.iterator(Math.min(history.last() + 1, Math.max(history.first(), step < 0 ? at : at + 1)));
        while (step < 0 ? entries.hasPrevious() : entries.hasNext()) {
            History.Entry entry = step < 0 ? entries.previous() : entries.next();
            String line = entry.line();
            if (line.startsWith(prefix) && !line.equals(text)) {
                typed = prefix;
                shown = line;
                index = entry.index();
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
