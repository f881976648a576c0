package dev.dwx.flowspec.decompile;

import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what tells a document: a script, and the code beside it. */
public final class TellingFolder {
    private TellingFolder() {
    }

    /** A file is there and holds something else; nothing was written. */
    public static final class Occupied extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Occupied(List<Path> files) {
            super(files.size() == 1 ? Texts.of("{0} is there already and holds something else. Nothing was written.", files.get(0))
                    : Texts.of("{0} files are there already and hold something else: {1}. Nothing was written.", files.size(), files));
        }
    }

    /**
     * Writes all files; one that holds the same already is left alone.
     *
     * @param force writes over files that hold something else
     * @return the script first, then the code
     * @throws Occupied when a file holds something else and force is not given
     * @throws IOException when a file cannot be written
     */
    public static List<Path> write(Path folder, Telling telling, boolean force) throws IOException {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(folder.resolve(telling.name() + ".dwx"), telling.text().getBytes(StandardCharsets.UTF_8));
        telling.files().forEach((name, text) -> files.put(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
        List<Path> occupied = new ArrayList<>();
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            if (!force && Files.exists(file.getKey()) && !holds(file.getKey(), file.getValue())) {
                occupied.add(file.getKey());
            }
        }
        if (!occupied.isEmpty()) {
            throw new Occupied(occupied);
        }
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            if (!holds(file.getKey(), file.getValue())) {
                Files.createDirectories(file.getKey().toAbsolutePath().getParent());
                Files.write(file.getKey(), file.getValue());
            }
        }
        return new ArrayList<>(files.keySet());
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == content.length && Arrays.equals(Files.readAllBytes(file), content);
    }
}
