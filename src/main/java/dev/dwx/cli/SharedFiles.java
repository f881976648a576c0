package dev.dwx.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes what is packed beside the program, from the program's own tables: the manual page and, where there is such a command, the
 * shells' completion. Run by the build; the language is the process's.
 */
final class SharedFiles {
    private static final Map<String, String> SHELLS = Map.of(
            "bash", "bash-completion/completions/dwx", "zsh", "zsh/site-functions/_dwx", "fish", "fish/vendor_completions.d/dwx.fish");

    private SharedFiles() {
    }

    /** @param arguments the directory {@code share} that is written into */
    public static void main(String[] arguments) throws IOException {
        Path share = Path.of(arguments[0]);
        write(share.resolve("man/man1/dwx.1"), ManPage.text());
        for (Map.Entry<String, String> shell : SHELLS.entrySet()) {
            write(share.resolve(shell.getValue()), printed("completion", shell.getKey()));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static String printed(String... command) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PrintStream none = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Screen screen = new Screen(out, none, false, false, false, 100, true, true, new ProgressLine(null, 100, true, System::nanoTime, false));
        ExitCode code = new Dwx(screen, Map.of("HOME", System.getProperty("java.io.tmpdir"), "DWX_OFFLINE", "1")).run(command);
        if (code != ExitCode.OK) {
            throw new IOException("dwx " + String.join(" ", command) + " ended with " + code);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
