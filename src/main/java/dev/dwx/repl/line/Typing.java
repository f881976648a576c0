package dev.dwx.repl.line;

import java.util.Locale;
import java.util.Map;

/**
 * How the prompt behaves while somebody types; asked anew before every input.
 *
 * @param vi whether keys are those of vi, and not of emacs
 * @param hints whether the call at the cursor is told about below the line
 * @param ghost whether the rest of an older input is shown, dim, behind what is typed
 */
public record Typing(boolean vi, boolean hints, boolean ghost) {
    public static final Typing USUAL = new Typing(false, true, true);

    /** What {@code DWX_KEYS} ({@code vi}, {@code emacs}), {@code DWX_HINTS} and {@code DWX_GHOST} ({@code off}) say. */
    public static Typing of(Map<String, String> environment) {
        return new Typing(word(environment, "DWX_KEYS").equals("vi"), !off(environment, "DWX_HINTS"), !off(environment, "DWX_GHOST"));
    }

    /** What settings say, where none of these variables does. */
    public static Typing of(Map<String, String> environment, boolean vi, boolean hints, boolean ghost) {
        Typing said = of(environment);
        boolean keys = !word(environment, "DWX_KEYS").isEmpty();
        return new Typing(keys ? said.vi() : vi, hints && said.hints(), ghost && said.ghost());
    }

    private static boolean off(Map<String, String> environment, String variable) {
        String word = word(environment, variable);
        return word.equals("off") || word.equals("0") || word.equals("no") || word.equals("false");
    }

    private static String word(Map<String, String> environment, String variable) {
        return environment.getOrDefault(variable, "").strip().toLowerCase(Locale.ROOT);
    }
}
