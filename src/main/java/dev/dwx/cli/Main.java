package dev.dwx.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where dwx starts and, alone, leaves. */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
        ExitCode code = run(arguments, System.getenv());
        System.exit(code.code());
    }

    /** Everything but leaving; also what the class-data archive is trained with. */
    static ExitCode run(String[] arguments, Map<String, String> environment) {
        // A library below logs through SLF4J; with no logger behind it, that would be three lines on every start.
        if (System.getProperty("slf4j.provider") == null) {
            System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
        speak(environment);
        Screen screen = Screen.standard(environment);
        // What a script prints goes the same way as what dwx prints, so that the order holds.
        System.setOut(screen.out());
        System.setErr(screen.err());
        // Ctrl-C ends a script here; what it has printed so far is not lost.
        Runtime.getRuntime().addShutdownHook(new Flush(screen));
        ExitCode code = new Dwx(screen, environment).run(arguments);
        screen.flush();
        return code;
    }

    private static void speak(Map<String, String> environment) {
        String language = System.getProperty("dwx.language") == null ? language(environment) : null;
        if (language != null) {
            System.setProperty("dwx.language", language);
        }
    }

    /** The language of texts that the settings name, or {@code null} for what environment and locale say. */
    static String language(Map<String, String> environment) {
        Path file = Places.of(environment, System.getProperty("user.home")).settings();
        String language = environment.get("DWX_LANG") == null && Files.exists(file) ? UserSettings.read(file).value("language") : null;
        return "en".equals(language) || "zh".equals(language) ? language : null;
    }

    /** A class of its own and no lambda: making one is a tenth of the shortest start. */
    private static final class Flush extends Thread {
        private final Screen screen;

        Flush(Screen screen) {
            super("dwx-flush");
            this.screen = screen;
        }

        @Override
        public void run() {
            String farewell = screen.progress().end();
            screen.flush();
            if (!farewell.isEmpty()) {
                screen.note(farewell);
            }
        }
    }
}
