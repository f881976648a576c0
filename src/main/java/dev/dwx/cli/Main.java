package dev.dwx.cli;

import java.util.Map;

/** Where dwx starts and, alone, leaves. */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
        // A library below logs through SLF4J; with no logger behind it, that would be three lines on every start.
        if (System.getProperty("slf4j.provider") == null) {
            System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
        Map<String, String> environment = System.getenv();
        Screen screen = Screen.standard(environment);
        // What a script prints goes the same way as what dwx prints, so that the order holds.
        System.setOut(screen.out());
        System.setErr(screen.err());
        // Ctrl-C ends a script here; what it has printed so far is not lost.
        Runtime.getRuntime().addShutdownHook(new Thread(screen::flush, "dwx-flush"));
        ExitCode code = new Dwx(screen, environment).run(arguments);
        screen.flush();
        System.exit(code.code());
    }
}
