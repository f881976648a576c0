package dev.dwx.dsl.lifecycle;

import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What is under way at the service and has not come to its end: one small document for each, written whole before the step that it
 * speaks of, so that whoever begins again after a cut goes on and makes nothing twice. On disk one JSON file each, readable by its
 * owner only.
 */
public final class Ledger {
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final int KEY_DIGITS = 32;
    private static final String ENDING = ".json";

    private final Path directory;
    private final Map<String, Map<String, Object>> memory = new ConcurrentHashMap<>();

    private Ledger(Path directory) {
        this.directory = directory;
    }

    /** Kept on disk, in a directory that is made when the first document is kept. */
    public static Ledger in(Path directory) {
        return new Ledger(directory);
    }

    /** Kept as long as this process lives: what it speaks of ends with it too, or nothing may be written. */
    public static Ledger ofProcess() {
        return new Ledger(null);
    }

    /** The key of a thing: the same words give the same key. */
    static String key(Object... words) {
        StringBuilder text = new StringBuilder();
        for (Object word : words) {
            text.append(word).append('\n');
        }
        return digest(text.toString()).substring(0, KEY_DIGITS);
    }

    /** What tells two texts apart: their SHA-256, in hexadecimal digits. */
    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Writes a document under its key, in place of the former one. */
    void keep(String key, Map<String, Object> document) {
        if (directory == null) {
            memory.put(key, new LinkedHashMap<>(document));
            return;
        }
        // A Ctrl-C that is on its way must not cost the document.
        boolean interrupted = Thread.interrupted();
        try {
            Files.createDirectories(directory, rights("rwx------"));
            Path part = Files.createTempFile(directory, key, ".part", rights("rw-------"));
            try {
                Files.writeString(part, ExactJson.write(document));
                Files.move(part, directory.resolve(key + ENDING), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.of("what is under way could not be written to {0}: {1}; without it a second try could"
                    + " make things twice, so nothing was begun", directory, e.getMessage()), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static FileAttribute<?>[] rights(String rights) {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    /** The document of a key; an empty one when there is none that can be read. */
    Map<String, Object> read(String key) {
        if (directory == null) {
            return new LinkedHashMap<>(memory.getOrDefault(key, Map.of()));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        try {
            if (ExactJson.parse(Files.readString(directory.resolve(key + ENDING))) instanceof Map<?, ?> map) {
                map.forEach((name, value) -> document.put(name.toString(), value));
            }
        } catch (NoSuchFileException | ExactJson.Malformed e) {
            return new LinkedHashMap<>();
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.of("what is under way could not be read from {0}: {1}", directory, e.getMessage()), e);
        }
        return document;
    }

    /** Takes a document away; one that is not there is no error. */
    void forget(String key) {
        memory.remove(key);
        if (directory != null) {
            try {
                Files.deleteIfExists(directory.resolve(key + ENDING));
            } catch (IOException e) {
                throw new UncheckedIOException(Texts.of("what has ended could not be taken from {0}: {1}", directory, e.getMessage()), e);
            }
        }
    }

    /** All documents, by key. */
    Map<String, Map<String, Object>> all() {
        if (directory == null) {
            return new LinkedHashMap<>(memory);
        }
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        if (!Files.isDirectory(directory)) {
            return all;
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.of("what is under way could not be read from {0}: {1}", directory, e.getMessage()), e);
        }
        names.sort(null);
        for (String name : names) {
            if (name.endsWith(ENDING)) {
                String key = name.substring(0, name.length() - ENDING.length());
                Map<String, Object> document = read(key);
                if (!document.isEmpty()) {
                    all.put(key, document);
                }
            }
        }
        return all;
    }
}
