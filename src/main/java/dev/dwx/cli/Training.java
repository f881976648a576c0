package dev.dwx.cli;

import dev.dwx.repl.SystemTerminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/**
 * Does once what most starts do, in a home of its own and without a word, so that Java can archive the classes that were
 * loaded. Started by the launcher in the background; see {@code bin/dwx}.
 */
final class Training {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("apis", "data", "source"),
            List.of("-o", "json", "apis"),
            List.of("describe", "ListProjects"),
            List.of("-e", "1+1"),
            List.of("--sandbox", "-e", "ListProjects(PageSize: 10)"),
            List.of("--sandbox", "-o", "json", "-e",
                    "ListTaskInstances(Bizdate: yesterday).findAll { it.Status != 'Success' }.collect { it.TaskName }"),
            List.of("--sandbox", "-e", "for (i in 1..2) println \"${ListNodes()*.Name}\"; table ListNodes(); nothing"));
    private static final String TYPED = "ListProj\t(PageSize: 2)\rx = ListNodes()*.Name\r_\r:help\r1 +\r:quit\r";

    private Training() {
    }

    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("dwx-training");
        try {
            Map<String, String> environment = Map.of("HOME", home.toString(), "TERM", "xterm-256color", "DWX_OFFLINE", "1");
            Main.run(new String[] {"--version"}, environment);
            for (List<String> command : COMMANDS) {
                new Dwx(silent(), environment).run(command.toArray(new String[0]));
            }
            terminal(home);
            prompt(environment);
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    /** What a prompt at a window loads besides: here is none, so one of its own is opened and closed. */
    private static void terminal(Path home) {
        try {
            SystemTerminal.open("xterm-256color", home.resolve("native")).close();
        } catch (IOException | IllegalStateException e) {
            // As expected: nobody sits at this process.
        }
        try (Terminal terminal = SystemTerminal.ready(new PosixSysTerminal("training", "xterm-256color",
                new JniTerminalProvider().open(null, new Size(100, 30)), StandardCharsets.UTF_8, true, Terminal.SignalHandler.SIG_DFL))) {
            terminal.handle(Terminal.Signal.WINCH, signal -> { });
            terminal.enterRawMode();
            terminal.writer().print(' ');
            terminal.flush();
        } catch (IOException e) {
            // A system without pseudo-terminals is trained with what comes next.
        }
    }

    private static void prompt(Map<String, String> environment) throws IOException {
        Places places = Places.of(environment, environment.get("HOME"));
        ByteArrayInputStream keys = new ByteArrayInputStream(TYPED.getBytes(StandardCharsets.UTF_8));
        try (Terminal terminal = TerminalBuilder.builder().name("training").system(false).type("xterm-256color")
                        .streams(keys, OutputStream.nullOutputStream()).provider("jni").build()) {
            Invocation invocation = CommandLineParser.parse(new String[] {"--sandbox"}, true);
            try (Workbench workbench =
                    new Workbench(environment, invocation.options(), places, java.time.Clock.systemUTC(), note -> { })) {
                Screen screen = silent();
                new Prompt(screen, workbench, new SessionWiring(screen, workbench)).run(terminal);
            }
        } catch (UsageException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Screen silent() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Screen(nowhere, nowhere, false, false, false, 100, true, true, new ProgressLine(null, 100, true, System::nanoTime, false));
    }
}
