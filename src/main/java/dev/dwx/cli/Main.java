package dev.dwx.cli;

import java.util.Map;

/** Where dwx starts and, alone, leaves. */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Screen screen = Screen.standard(environment);
        ExitCode code = new Dwx(screen, environment).run(arguments);
        screen.flush();
        System.exit(code.code());
    }
}
