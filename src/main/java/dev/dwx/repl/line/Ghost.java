package dev.dwx.repl.line;

import java.util.ListIterator;
import org.jline.reader.History;

/** The rest of the newest input that begins with what is typed. */
final class Ghost {
    /** What stands in the place of a secret: such an input cannot be run again as it is. */
    private static final String HIDDEN = "***";

    private final History history;

    Ghost(History history) {
        this.history = history;
    }

    String of(String typed) {
        if (typed.isBlank()) {
            return "";
        }
        // A place of its own costs as many steps as it is far from an end; the walk does not.
        ListIterator<History.Entry> entries = history.iterator(history.last() + 1);
        while (entries.hasPrevious()) {
            String line = entries.previous().line();
            if (line.length() > typed.length() && line.startsWith(typed) && !line.contains(HIDDEN)) {
                return line.substring(typed.length());
            }
        }
        return "";
    }

    /** As far as the end of the first word, with the blanks and marks before it. */
    static String firstWord(String rest) {
        int end = 0;
        while (end < rest.length() && !Character.isLetterOrDigit(rest.charAt(end))) {
            end++;
        }
        while (end < rest.length() && Character.isLetterOrDigit(rest.charAt(end))) {
            end++;
        }
        return rest.substring(0, end);
    }
}
