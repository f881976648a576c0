package dev.dwx.flowspec.preview;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Puts values into a script as the service does before it runs it. SQL, synchronisation jobs and most other types have
 * {@code ${name}} replaced; shell scripts get their values as {@code $1}, {@code $2} …; a PyODPS script reads {@code args['name']} by
 * itself, so nothing in its text changes.
 */
final class ScriptFill {
    /** How a type of node reads its parameters. */
    enum Manner {
        /** {@code ${name}}. */
        NAMES,
        /** {@code $1}; names in braces are the shell's own. */
        POSITIONS,
        /** Nothing in the text is replaced. */
        NONE;

        static Manner of(String command) {
            String word = command.toUpperCase(Locale.ROOT);
            if (word.equals("DIDE_SHELL")) {
                return POSITIONS;
            }
            return word.startsWith("PYODPS") || word.startsWith("PY_ODPS") || word.equals("PYTHON") ? NONE : NAMES;
        }
    }

    private final Manner manner;
    private final Map<String, String> values;
    private final List<String> positions;
    private final Set<String> late;
    private final UnaryOperator<String> outside;
    private final Set<String> open = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();

    /**
     * @param values of the node's parameters, by name
     * @param positions the same for shell scripts, in the order in which they are handed over
     * @param late parameters that only the run knows
     * @param outside the value of {@code workflow.region} and other names that are not the node's own; {@code null} for none
     */
    ScriptFill(Manner manner, Map<String, String> values, List<String> positions, Set<String> late, UnaryOperator<String> outside) {
        this.manner = manner;
        this.values = values;
        this.positions = positions;
        this.late = late;
        this.outside = outside;
    }

    /** What stayed as it was because nothing fills it in. */
    List<String> open() {
        return new ArrayList<>(open);
    }

    /** The names from outside the node that the script uses. */
    Set<String> used() {
        return used;
    }

    String fill(String script) {
        if (manner == Manner.NONE) {
            return script;
        }
        StringBuilder filled = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < script.length();) {
            char c = script.charAt(i);
            quote = quote == 0 && (c == '\'' || c == '"') ? c : quote == c ? 0 : quote;
            int end = c == '$' ? end(script, i) : -1;
            if (end < 0) {
                filled.append(c);
                i++;
            } else {
                String name = script.charAt(i + 1) == '{' ? script.substring(i + 2, end - 1) : script.substring(i + 1, end);
                String value = value(name, script.substring(i, end), quote == '\'');
                filled.append(value == null ? script.substring(i, end) : value);
                i = end;
            }
        }
        return filled.toString();
    }

    /** Where a place to fill that begins at the dollar sign ends, or -1. */
    private int end(String script, int dollar) {
        int next = dollar + 1;
        if (next < script.length() && script.charAt(next) == '{') {
            int close = script.indexOf('}', next);
            return close < 0 || script.indexOf('\n', next) >= 0 && script.indexOf('\n', next) < close ? -1 : close + 1;
        }
        boolean digit = manner == Manner.POSITIONS && next < script.length() && script.charAt(next) >= '1' && script.charAt(next) <= '9';
        return digit ? next + 1 : -1;
    }

    private String value(String name, String written, boolean quoted) {
        String from = outside.apply(name);
        if (from != null) {
            used.add(name);
            return from;
        }
        if (manner == Manner.NAMES) {
            String value = values.get(name);
            if (value == null && !late.contains(name) && !isOfTheRun(name)) {
                open.add(written);
            }
            return value;
        }
        if (!isNumber(name) || quoted) {
            if (name.startsWith("workflow.")) {
                open.add(written);
            }
            return null;
        }
        int place = name.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(name) - 1;
        if (place < 0 || place >= positions.size()) {
            open.add(written);
            return null;
        }
        return positions.get(place);
    }

    /** What loops hand to the nodes inside them. */
    private static boolean isOfTheRun(String name) {
        return name.startsWith("dag.");
    }

    private static boolean isNumber(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
