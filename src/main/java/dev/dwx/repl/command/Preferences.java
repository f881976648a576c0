package dev.dwx.repl.command;

import dev.dwx.settings.Settings;
import dev.dwx.settings.SettingsFile;
import java.io.IOException;
import java.util.Map;

/** What the user has set, and the way to change it; the whole prompt reads it here each time, so that a change shows at once. */
public interface Preferences {
    /** With the defaults alone, and nowhere to keep a change. */
    Preferences NONE = new Preferences() {
        @Override
        public Settings now() {
            return Settings.of(SettingsFile.EMPTY, Map.of(), Map.of());
        }

        @Override
        public void changed(Settings next) {
            throw new IllegalStateException("nothing can be set here");
        }

        @Override
        public String keep(SettingsFile file) throws IOException {
            throw new IOException("there is no file of settings");
        }

        @Override
        public String refusal(Settings next) {
            return null;
        }
    };

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
