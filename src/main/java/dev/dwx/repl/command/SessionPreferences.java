package dev.dwx.repl.command;

import dev.dwx.settings.Settings;
import dev.dwx.settings.SettingsFile;
import java.io.IOException;
import java.util.Map;

/** Preferences of one session without a file: they begin with what the environment says, and nothing is kept. */
public final class SessionPreferences implements Preferences {
    private volatile Settings now;

    /** @param environment the variables of the environment */
    public SessionPreferences(Map<String, String> environment) {
        now = Settings.of(SettingsFile.EMPTY, Map.of(), environment);
    }

    @Override
    public Settings now() {
        return now;
    }

    @Override
    public void changed(Settings next) {
        now = next;
    }

    @Override
    public String keep(SettingsFile file) throws IOException {
        throw new IOException("there is no file of settings");
    }

    @Override
    public String refusal(Settings next) {
        return null;
    }
}
