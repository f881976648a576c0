package dev.dwx.repl.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** How far somebody has come, kept over sessions: the number of a step and nothing else. */
final class TourState {
    private final Path file;

    /** @param file where it is kept, or {@code null} for nowhere */
    TourState(Path file) {
        this.file = file;
    }

    /** The step to go on with; 1 where nothing is kept that could be read; one more than there are at the end. */
    int step() {
        try {
            int step = file == null || !Files.isRegularFile(file) ? 1 : Integer.parseInt(Files.readString(file).strip());
            return step >= 1 && step <= Steps.COUNT + 1 ? step : 1;
        } catch (IOException | NumberFormatException e) {
            return 1;
        }
    }

    /** Keeps it; a step that cannot be kept is walked again next time, which is no reason to stop here. */
    void keep(int step) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, step + "\n", StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return;
        }
    }
}
