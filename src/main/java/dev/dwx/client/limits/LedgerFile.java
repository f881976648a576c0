package dev.dwx.client.limits;

import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The counts on disk, shared by all processes of a user. It is read, changed and replaced as a whole under the lock of a file beside
 * it, so that a process killed at any point leaves the counts as they were before or after. One that cannot be read is set aside.
 */
final class LedgerFile {
    private static final int FORMAT = 1;
    private static final long LARGEST = 1 << 20;
    private static final long PATIENCE = 2_000_000_000L;
    private static final long RETRY = 1_000_000L;
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path file;
    private final Consumer<String> notes;

    LedgerFile(Path file, Consumer<String> notes) {
        this.file = file.toAbsolutePath();
        this.notes = notes;
    }

    Path path() {
        return file;
    }

    /**
     * Changes the counts, alone among all threads and processes. A request to stop this thread is kept for later: half a count
     * helps nobody.
     *
     * @param change from the counts on disk to those that replace them
     * @return the counts as they are now
     * @throws IOException when they cannot be read or written; the change may be tried again
     */
    Map<LedgerKey, LedgerRow> update(UnaryOperator<Map<LedgerKey, LedgerRow>> change) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return locked(change);
                } catch (ClosedByInterruptException e) {
                    // Asked to stop while waiting, reading or writing the new file: the counts are still those of before.
                    interrupted = true;
                    Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Map<LedgerKey, LedgerRow> locked(UnaryOperator<Map<LedgerKey, LedgerRow>> change) throws IOException {
        Path directory = file.getParent();
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, attributes("rwx------"));
        }
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                attributes("rw-------")); FileLock lock = lock(channel)) {
            Map<LedgerKey, LedgerRow> before = read();
            Map<LedgerKey, LedgerRow> after = change.apply(new LinkedHashMap<>(before));
            if (lock.isValid() && !after.equals(before)) {
                replace(after);
            }
            return after;
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        long start = System.nanoTime();
        while (true) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // Another session of this process has it.
            }
            if (System.nanoTime() - start > PATIENCE) {
                throw new IOException("another process keeps it locked");
            }
            if (Thread.interrupted()) {
                throw new ClosedByInterruptException();
            }
            LockSupport.parkNanos(RETRY);
        }
    }

    private Map<LedgerKey, LedgerRow> read() throws IOException {
        String text;
        try {
            if (Files.size(file) > LARGEST) {
                return damaged();
            }
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (java.nio.charset.CharacterCodingException e) {
            return damaged();
        }
        try {
            Map<?, ?> document = (Map<?, ?>) ExactJson.parse(text);
            if (document.get("format") instanceof Integer format && format > FORMAT) {
                throw new IOException("a newer dwx has written it");
            }
            if (!Integer.valueOf(FORMAT).equals(document.get("format"))) {
                return damaged();
            }
            Map<LedgerKey, LedgerRow> rows = new LinkedHashMap<>();
            for (Object each : (List<?>) document.get("counts")) {
                Map<?, ?> row = (Map<?, ?>) each;
                rows.put(new LedgerKey(text(row, "account"), text(row, "region")), LedgerRow.read(row));
            }
            return rows;
        } catch (RuntimeException e) {
            return damaged();
        }
    }

    private static String text(Map<?, ?> row, String name) {
        if (row.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException(name + " is missing");
    }

    private Map<LedgerKey, LedgerRow> damaged() throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        notes.accept(Texts.of("The count of calls in {0} could not be read. It is kept as {1}, and counting begins anew; calls of today"
                + " before this are not counted.", file, aside.getFileName()));
        return Map.of();
    }

    private void replace(Map<LedgerKey, LedgerRow> rows) throws IOException {
        List<Object> written = new ArrayList<>();
        rows.forEach((key, row) -> written.add(row.written(key)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("counts", written);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, attributes("rw-------"));
        Files.writeString(fresh, ExactJson.write(document) + "\n");
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
