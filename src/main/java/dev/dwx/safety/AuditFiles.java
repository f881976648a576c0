package dev.dwx.safety;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of one audit log: the one that is written to, {@code audit.jsonl}; those of former months beside it,
 * {@code audit-202610-001.jsonl}; the lock; and the mark that knows the newest line.
 *
 * @param current the file that is written to
 */
record AuditFiles(Path current) {
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    Path directory() {
        return current.toAbsolutePath().getParent();
    }

    private String stem() {
        String name = current.getFileName().toString();
        return name.endsWith(".jsonl") ? name.substring(0, name.length() - 6) : name;
    }

    Path lock() {
        return directory().resolve(stem() + ".lock");
    }

    /** Holds the hash of the newest line, so that lines that were cut off the end are missed. */
    Path head() {
        return directory().resolve(stem() + ".head");
    }

    /** Every file that holds lines, the oldest first, the current one last where it exists. */
    List<Path> all() throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(directory())) {
            String pattern = stem() + "-";
            try (Stream<Path> listed = Files.list(directory())) {
                listed.filter(file -> {
                    String name = file.getFileName().toString();
                    return name.startsWith(pattern) && name.endsWith(".jsonl") && name.length() == pattern.length() + "yyyyMM-nnn.jsonl".length();
                }).forEach(files::add);
            }
        }
        Collections.sort(files);
        if (Files.exists(current)) {
            files.add(current);
        }
        return files;
    }

    /** A free name for the current file, once it is one of a former month or full. */
    Path retired(String month) throws IOException {
        for (int number = 1; number <= 999; number++) {
            Path file = directory().resolve(stem() + "-" + month + "-" + String.format("%03d", number) + ".jsonl");
            if (!Files.exists(file)) {
                return file;
            }
        }
        throw new IOException("there are 999 audit logs of " + month + " already");
    }

    void makeDirectory() throws IOException {
        if (!Files.isDirectory(directory())) {
            Files.createDirectories(directory(), attributes("rwx------"));
        }
    }

    /** Opens a file to read and write, made for its owner only where it does not exist. */
    RandomAccessFile open(Path file) throws IOException {
        try {
            return new RandomAccessFile(Files.exists(file) ? file.toFile() : Files.createFile(file, attributes("rw-------")).toFile(), "rw");
        } catch (FileAlreadyExistsException e) {
            return new RandomAccessFile(file.toFile(), "rw");
        }
    }

    static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
