package dev.dwx.repl.line;

import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.builtins.Nano;
import org.jline.terminal.Terminal;

/**
 * Hands a text to the user's editor, {@code $VISUAL} or {@code $EDITOR}, else to a small one of its own. The file is for the
 * owner only, and gone afterwards, whatever happens.
 */
public final class Editing {
    private final Terminal terminal;
    private final Supplier<String> command;

    /** @param command how the editor is started, asked each time; blank for the small one */
    public Editing(Terminal terminal, Supplier<String> command) {
        this.terminal = terminal;
        this.command = command;
    }

    /** What {@code VISUAL}, else {@code EDITOR} says; empty when neither is set. */
    public static String of(Map<String, String> environment) {
        String visual = environment.getOrDefault("VISUAL", "");
        return (visual.isBlank() ? environment.getOrDefault("EDITOR", "") : visual).strip();
    }

    /**
     * The text as it is when the editor is left.
     *
     * @throws IOException when the editor cannot be started, ends with an error, or its file cannot be read; the text is as it was
     */
    String edit(String text) throws IOException {
        Path file = Files.createTempFile("dwx-", ".groovy", forOwner());
        try {
            Files.writeString(file, text.isEmpty() ? "" : text + "\n");
            String editor = command.get();
            if (editor == null || editor.isBlank()) {
                builtIn(file);
            } else {
                started(editor, file);
            }
            return Files.readString(file).stripTrailing();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static FileAttribute<?>[] forOwner() {
        boolean posix = Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static void started(String editor, Path file) throws IOException {
        // The words of the variable are a command line: code --wait, emacsclient -t.
        Process process = new ProcessBuilder("/bin/sh", "-c", editor + " \"$1\"", "sh", file.toString()).inheritIO().start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(Texts.of("The editor {0} ended with the code {1}; nothing was changed", editor, code));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(Texts.of("The editor {0} was interrupted; nothing was changed", editor), e);
        }
    }

    private void builtIn(Path file) throws IOException {
        Nano nano = new Nano(terminal, file.getParent());
        nano.setRestricted(true);
        nano.open(List.of(file.getFileName().toString()));
        nano.run();
    }
}
