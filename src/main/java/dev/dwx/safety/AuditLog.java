package dev.dwx.safety;

import dev.dwx.client.ExactJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Every write and destructive call, one JSON object a line, appended and never rewritten: a line before it is sent and one with
 * its result, joined by {@code call}; a call that was refused here has one line. The file is readable by its owner only. Several processes may write to it at the same time; lines stay whole.
 */
public final class AuditLog {
    /** Writes nowhere: for tests of other things. */
    public static final AuditLog NONE = new AuditLog(null, Clock.systemUTC(), () -> null);

    private static final int LOCK_ATTEMPTS = 5000;
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path file;
    private final Clock clock;
    private final Supplier<String> keyId;

    /**
     * @param file where to; its directory is made when the first line is written
     * @param clock tells when
     * @param keyId the access key id in use, asked when a line is written, masked before it is; may give {@code null}
     */
    public AuditLog(Path file, Clock clock, Supplier<String> keyId) {
        this.file = file;
        this.clock = clock;
        this.keyId = keyId;
    }

    /** Where the log is, or {@code null}. */
    public Path file() {
        return file;
    }

    /**
     * Appends one call.
     *
     * @throws IOException when the line could not be written; the caller says so, since an unlogged write must not
     *     pass in silence
     */
    public void append(AuditEntry entry) throws IOException {
        if (file == null) {
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("when", clock.instant().toString());
        put(line, "who", who());
        line.put("user", System.getProperty("user.name", ""));
        line.put("operation", entry.operation().name());
        line.put("version", entry.operation().version());
        line.put("risk", entry.risk().name().toLowerCase(java.util.Locale.ROOT));
        put(line, "region", entry.region());
        put(line, "endpoint", entry.endpoint());
        put(line, "project", entry.project());
        put(line, "environment", entry.environment());
        if (entry.arguments() != null) {
            line.put("arguments", Redactor.arguments(entry.operation().name(), entry.arguments()));
        }
        put(line, "allowed", Redactor.text(entry.allowed()));
        line.put("result", entry.result());
        put(line, "requestId", entry.requestId());
        put(line, "call", entry.call());
        write(ExactJson.write(line) + "\n");
    }

    private String who() {
        try {
            return Redactor.keyId(keyId.get());
        } catch (RuntimeException e) {
            // Without credentials the call fails by itself; the log still says what was tried.
            return null;
        }
    }

    private static void put(Map<String, Object> line, String name, Object value) {
        if (value != null) {
            line.put(name, value);
        }
    }

    /** One write under a lock: the lock is for other processes, the monitor for other threads of this one. */
    private synchronized void write(String line) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, attributes("rwx------"));
        }
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
        try (FileChannel channel = FileChannel.open(file, options, attributes("rw-------"));
                FileLock lock = lock(channel)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (lock.isValid() && bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** Waits for other processes, and for another session of this one, which the system reports as an error instead. */
    private static FileLock lock(FileChannel channel) throws IOException {
        for (int attempt = 1;; attempt++) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                if (attempt == LOCK_ATTEMPTS) {
                    throw new IOException("another session holds the log's lock", e);
                }
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
