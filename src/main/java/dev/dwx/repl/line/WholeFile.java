package dev.dwx.repl.line;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts a finished file in the place of another, so that a reader finds the old one or the new one and nothing between. */
public final class WholeFile {
    private WholeFile() {
    }

    /** Moves {@code fresh} over {@code file}; in one step where the file system can do that. */
    public static void replace(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
