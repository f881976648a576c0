package dev.dwx.safety;

import dev.dwx.json.ExactJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Keeps what writes were about to change: one JSON file for each write, readable by its owner only, written whole or not at all, so
 * that a killed process leaves nothing that cannot be read. The oldest go when there are more than {@value #MOST}, or after 30 days.
 */
public final class UndoStore {
    /** Keeps nothing. */
    public static final UndoStore NONE = new UndoStore(null, Clock.systemUTC());
    /** How many writes are kept. */
    public static final int MOST = 200;
    private static final Duration OLDEST = Duration.ofDays(30);
    private static final int PRUNE_EACH = 20;
    private static final String ENDING = ".json";

    private final Path directory;
    private final Clock clock;
    private int written;

    /** @param directory made when the first write is kept */
    public UndoStore(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Whether anything is kept. */
    public boolean keeps() {
        return directory != null;
    }

    /**
     * A new name: the time to the millisecond, so that names sort by time, and six digits that tell it from all others of that
     * millisecond. Users see the six digits.
     */
    public String newName() {
        // To tell writes apart is all that it is for; a secure generator would load all of the platform's providers.
        return String.format("%013d-%s", clock.millis(), HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt(1 << 24), 6));
    }

    /**
     * Writes a document under its name, in place of one of the same name.
     *
     * @throws IOException when it could not be written; the former one is then still whole
     */
    public void keep(String name, Map<String, Object> document) throws IOException {
        if (directory == null) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, AuditFiles.attributes("rwx------"));
            }
            Path part = Files.createTempFile(directory, name, ".part", AuditFiles.attributes("rw-------"));
            try {
                Files.write(part, ExactJson.write(document).getBytes(StandardCharsets.UTF_8));
                Files.move(part, file(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            prune();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Takes a document away; one that is not there is no error. */
    public void forget(String name) throws IOException {
        if (directory != null) {
            Files.deleteIfExists(file(name));
        }
    }

    /** The names of all that is kept, the newest first. */
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        if (directory == null || !Files.isDirectory(directory)) {
            return names;
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    names.add(name.substring(0, name.length() - ENDING.length()));
                }
            });
        }
        names.sort(Collections.reverseOrder());
        return names;
    }

    /** A document, or nothing when it is gone or cannot be read as one. */
    @SuppressWarnings("unchecked")
    public Optional<Map<String, Object>> read(String name) throws IOException {
        try {
            return ExactJson.parse(Files.readString(file(name))) instanceof Map<?, ?> map
                    ? Optional.of((Map<String, Object>) map) : Optional.empty();
        } catch (NoSuchFileException | ExactJson.Malformed e) {
            return Optional.empty();
        }
    }

    private Path file(String name) {
        return directory.resolve(name + ENDING);
    }

    private synchronized void prune() throws IOException {
        if (written++ % PRUNE_EACH != 0) {
            return;
        }
        List<String> names = names();
        String oldest = String.format("%013d", clock.instant().minus(OLDEST).toEpochMilli());
        for (int i = 0; i < names.size(); i++) {
            if (i >= MOST || names.get(i).compareTo(oldest) < 0) {
                forget(names.get(i));
            }
        }
        try (Stream<Path> files = Files.list(directory)) {
            // What a killed process was writing.
            for (Path part : files.filter(file -> file.getFileName().toString().endsWith(".part")).toList()) {
                if (part.getFileName().toString().compareTo(String.format("%013d", clock.millis() - 60_000)) < 0) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }
}
