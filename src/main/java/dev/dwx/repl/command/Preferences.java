package dev.dwx.repl.command;

import dev.dwx.settings.Settings;
import dev.dwx.settings.SettingsFile;
import java.io.IOException;

/** What the user has set, and the way to change it; the whole prompt reads it here each time, so that a change shows at once. */
public interface Preferences {
    /** What holds now. */
    Settings now();

    /** Makes others hold, for this session. */
    void changed(Settings next);

    /**
     * Writes the file, for the owner alone and as a whole.
     *
     * @return where it is
     * @throws IOException when it cannot be written; the old one is still there
     */
    String keep(SettingsFile file) throws IOException;

    /** Why this session cannot go on with these settings, in a sentence; {@code null} when it can. */
    String refusal(Settings next);
}
