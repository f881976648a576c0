package dev.dwx.repl.line;

import dev.dwx.settings.Settings;

/**
 * How the prompt behaves while somebody types; asked anew before every input.
 *
 * @param vi whether keys are those of vi, and not of emacs
 * @param hints whether the call at the cursor is told about below the line
 * @param ghost whether the rest of an older input is shown, dim, behind what is typed
 * @param colour whether what is typed is drawn in colours
 */
public record Typing(boolean vi, boolean hints, boolean ghost, boolean colour) {
    /** What settings say. */
    public static Typing of(Settings now, boolean colour) {
        return new Typing(now.value("keys").text().equals("vi"), now.value("hints").isOn(), now.value("ghost").isOn(), colour);
    }
}
