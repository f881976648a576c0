package dev.dwx.repl.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Inputs as lines of a script, where {@code _} and {@code Out[3]} mean nothing: an input whose value is used later gives it a name,
 * and the later one says the name.
 */
final class SavedValues {
    /**
     * An input for a script.
     *
     * @param source what it says there
     * @param naming a line to be put behind it; empty for none
     * @param whole whether all that it uses is in the script; otherwise the source is as it was typed
     */
    record Line(SessionRecord.Entry entry, String source, String naming, boolean whole) {
    }

    private final List<SessionRecord.Entry> entries;
    private final List<ValueUses> uses = new ArrayList<>();
    private final Map<Integer, Integer> givers = new HashMap<>();
    private final Set<Integer> missing = new HashSet<>();
    private final Set<Integer> used = new HashSet<>();

    SavedValues(List<SessionRecord.Entry> entries) {
        this.entries = entries;
        for (int i = 0; i < entries.size(); i++) {
            look(i);
        }
    }

    /** The lines, one for each input. */
    List<Line> lines() {
        String prefix = "out";
        while (isWritten(prefix)) {
            prefix += "_";
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            lines.add(missing.contains(i) ? new Line(entries.get(i), entries.get(i).source(), "", false) : line(i, prefix));
        }
        return lines;
    }

    private void look(int i) {
        SessionRecord.Entry entry = entries.get(i);
        ValueUses found = ValueUses.of(entry.source(), entry.values().recent());
        uses.add(found);
        for (ValueUses.Use use : found.list()) {
            Integer giver = givers.get(use.number());
            if (giver == null) {
                missing.add(i);
            }
        }
        if (!missing.contains(i)) {
            found.list().forEach(use -> used.add(use.number()));
            if (entry.values().given() > 0 && found.canBeNamed()) {
                givers.put(entry.values().given(), i);
            }
        }
    }

    private Line line(int i, String prefix) {
        SessionRecord.Entry entry = entries.get(i);
        ValueUses found = uses.get(i);
        int given = entry.values().given();
        boolean named = given > 0 && used.contains(given);
        String naming = named && found.last() >= 0 ? prefix + given + " = " : "";
        StringBuilder source = new StringBuilder(entry.source()).insert(Math.max(0, found.last()), naming);
        for (int k = found.list().size() - 1; k >= 0; k--) {
            ValueUses.Use use = found.list().get(k);
            int moved = use.from() < found.last() ? 0 : naming.length();
            source.replace(use.from() + moved, use.to() + moved, prefix + use.number());
        }
        return new Line(entry, source.toString(), named && found.declared() != null ? prefix + given + " = " + found.declared() : "", true);
    }

    private boolean isWritten(String prefix) {
        for (SessionRecord.Entry entry : entries) {
            for (int at = entry.source().indexOf(prefix); at >= 0; at = entry.source().indexOf(prefix, at + 1)) {
                int behind = at + prefix.length();
                if (behind < entry.source().length() && Character.isDigit(entry.source().charAt(behind))) {
                    return true;
                }
            }
        }
        return false;
    }
}
