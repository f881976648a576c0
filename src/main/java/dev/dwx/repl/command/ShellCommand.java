package dev.dwx.repl.command;

import dev.dwx.texts.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/**
 * A command of the system's shell, with the terminal given to it: it reads what is typed, and Ctrl-C is for it and not for dwx.
 */
final class ShellCommand {
    private final Terminal terminal;
    private final String shell;

    /** @param shell the program that runs commands, such as {@code /bin/sh} */
    ShellCommand(Terminal terminal, String shell) {
        this.terminal = terminal;
        this.shell = shell;
    }

    /**
     * Runs it and waits for its end.
     *
     * @param command a line of the shell; empty for a shell to stay in
     * @return what there is to say of its end; empty when it went well
     */
    String run(String command) {
        List<String> words = new ArrayList<>(List.of(shell));
        if (!command.isEmpty()) {
            words.addAll(List.of("-c", command));
        }
        terminal.flush();
        System.out.flush();
        AtomicBoolean hit = new AtomicBoolean();
        // The terminal sends it to the program as well; it is for that one alone.
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> hit.set(true));
        Attributes attributes = terminal.getAttributes();
        try {
            Process process = new ProcessBuilder(words).inheritIO().start();
            int code = waitFor(process);
            return code == 0 ? "" : code > 128 && code < 160 ? Texts.of("ended by signal {0}", code - 128) : Texts.of("exit code {0}", code);
        } catch (IOException e) {
            // It can hit what the JDK starts the program by.
            return hit.get() ? Texts.of("Interrupted.") : Texts.of("The shell {0} cannot be started: {1}", shell, e.getMessage());
        } finally {
            // Whatever it did to the terminal, an editor that crashed for instance, ends with it.
            terminal.setAttributes(attributes);
            terminal.handle(Terminal.Signal.INT, before);
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
