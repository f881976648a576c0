package dev.dwx.safety;

import dev.dwx.json.ExactJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Every write and destructive call, one JSON object a line, appended and never rewritten: a line before it is sent and one with
 * its result, joined by {@code call}; a call that was refused here has one line. Each line carries the hash of the one
 * before, so that {@link AuditCheck} tells what was changed, removed or added afterwards.
 *
 * <p>The file is readable by its owner only. Several processes may write at the same time; lines stay whole and in one chain. With a
 * new month, and beyond {@value #MOST_BYTES} bytes, the file is put aside and the chain goes on in a new one. A process that is killed
 * leaves at most its last line torn: the next one closes it with a line that says so.
 */
public final class AuditLog {
    /** Writes nowhere: for tests of other things. */
    public static final AuditLog NONE = new AuditLog(null, Clock.systemUTC(), () -> null);
    /** How large a file grows. */
    public static final long MOST_BYTES = 32L << 20;
    /** The field of a line that closes a torn one: the hash of the torn bytes. */
    static final String TORN = "torn";
    /** The field of the first chained line of an older log: the hash of all that was there before. */
    static final String BEFORE = "before";

    private static final int LOCK_ATTEMPTS = 20_000;
    private static final int BLOCK = 8192;

    private final AuditFiles files;
    private final Clock clock;
    private final Supplier<String> keyId;

    /**
     * @param file where to; its directory is made when the first line is written
     * @param clock tells when
     * @param keyId the access key id in use, asked when a line is written, masked before it is; may give {@code null}
     */
    public AuditLog(Path file, Clock clock, Supplier<String> keyId) {
        this.files = file == null ? null : new AuditFiles(file);
        this.clock = clock;
        this.keyId = keyId;
    }

    /** Where the log is, or {@code null}. */
    public Path file() {
        return files == null ? null : files.current();
    }

    /** Whether lines go anywhere. */
    public boolean kept() {
        return files != null;
    }

    /**
     * Appends one call.
     *
     * @throws IOException when the line could not be written; the caller says so, since an unlogged write must not
     *     pass in silence
     */
    public void append(AuditEntry entry) throws IOException {
        if (files == null) {
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("when", clock.instant().toString());
        put(line, "who", who());
        line.put("user", System.getProperty("user.name", ""));
        line.put("operation", entry.operation().name());
        line.put("version", entry.operation().version());
        line.put("risk", entry.risk().name().toLowerCase(Locale.ROOT));
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
        write(line);
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

    /**
     * The lock is for other processes, the monitor for other threads of this one. A line is written to its end even when its thread
     * is asked to stop, which is just when the result of a call must not be lost.
     */
    private synchronized void write(Map<String, Object> fields) throws IOException {
        boolean interrupted = Thread.interrupted();
        files.makeDirectory();
        try (RandomAccessFile guard = files.open(files.lock()); FileLock lock = lock(guard.getChannel())) {
            if (!lock.isValid()) {
                throw new IOException("the log's lock was lost");
            }
            Tail tail = putAsideWhenDue(tail());
            String previous = tail.hash;
            StringBuilder text = new StringBuilder();
            if (tail.torn != null) {
                Map<String, Object> mark = new LinkedHashMap<>();
                mark.put("when", clock.instant().toString());
                mark.put(TORN, AuditLine.sha256(tail.torn));
                if (tail.unchained) {
                    mark.put(BEFORE, AuditLine.sha256(before(true)));
                }
                mark.put("result", "the line before was cut off when its process ended");
                AuditLine closing = AuditLine.following(previous, mark);
                text.append('\n').append(closing.text()).append('\n');
                previous = closing.hash();
            }
            Map<String, Object> own = fields;
            if (tail.unchained && tail.torn == null) {
                own = new LinkedHashMap<>(fields);
                own.put(BEFORE, AuditLine.sha256(before(false)));
            }
            AuditLine line = AuditLine.following(previous, own);
            append(text.append(line.text()).append('\n').toString());
            mark(line.hash());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private byte[] before(boolean endMissing) throws IOException {
        byte[] bytes = Files.readAllBytes(files.current());
        if (!endMissing) {
            return bytes;
        }
        byte[] closed = Arrays.copyOf(bytes, bytes.length + 1);
        closed[bytes.length] = '\n';
        return closed;
    }

    private void append(String text) throws IOException {
        try (RandomAccessFile file = files.open(files.current())) {
            file.seek(file.length());
            file.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Always the same few bytes in the same place: one write, which a kill does not tear. */
    private void mark(String hash) throws IOException {
        try (RandomAccessFile file = files.open(files.head())) {
            file.write((hash + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * The end of a log.
     *
     * @param hash of the last whole line
     * @param torn what stands behind it without a line end, or {@code null}
     * @param unchained whether there are lines, and none has a hash
     * @param month of the last whole line, {@code 202611}, or {@code null}
     */
    private record Tail(String hash, byte[] torn, boolean unchained, String month, long size) {
    }

    /** With a new month or a full file: puts it aside. The chain goes on where it was. */
    private Tail putAsideWhenDue(Tail tail) throws IOException {
        String month = month(clock.instant());
        boolean due = tail.size > 0 && tail.torn == null
                && (tail.size >= MOST_BYTES || tail.month != null && !tail.month.equals(month));
        // Lines of a log without hashes are taken into the chain first; the file is put aside with the next line.
        if (!due || tail.unchained) {
            return tail;
        }
        Files.move(files.current(), files.retired(tail.month == null ? month : tail.month));
        return new Tail(tail.hash, null, false, null, 0);
    }

    private static String month(Instant when) {
        return when.toString().substring(0, 7).replace("-", "");
    }

    private Tail tail() throws IOException {
        List<Path> all = files.all();
        if (all.isEmpty()) {
            return new Tail(AuditLine.BEGINNING, null, false, null, 0);
        }
        boolean there = Files.exists(files.current());
        byte[] torn = null;
        String month = null;
        boolean lines = false;
        for (int i = all.size() - 1; i >= 0; i--) {
            try (RandomAccessFile file = new RandomAccessFile(all.get(i).toFile(), "r")) {
                for (long end = file.length(); end > 0;) {
                    long start = lineStart(file, end);
                    byte[] bytes = read(file, start, end);
                    end = start;
                    if (bytes[bytes.length - 1] != '\n') {
                        torn = i == all.size() - 1 && there ? bytes : torn;
                        continue;
                    }
                    String text = new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8);
                    month = month == null ? month(text) : month;
                    lines = true;
                    // A line that somebody changed or added by hand breaks the chain where it stands, and not the lines to come.
                    AuditLine line = AuditLine.of(text);
                    if (line.hash() != null) {
                        return new Tail(line.hash(), torn, false, month, there ? Files.size(files.current()) : 0);
                    }
                }
            }
        }
        return new Tail(AuditLine.BEGINNING, torn, (lines || torn != null) && there, month, there ? Files.size(files.current()) : 0);
    }

    /** Where the line begins that ends at this place, its line end included. */
    private static long lineStart(RandomAccessFile file, long end) throws IOException {
        long to = end - 1;
        while (to > 0) {
            long from = Math.max(0, to - BLOCK);
            byte[] block = read(file, from, to);
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return from + i + 1;
                }
            }
            to = from;
        }
        return 0;
    }

    private static byte[] read(RandomAccessFile file, long from, long to) throws IOException {
        byte[] bytes = new byte[(int) (to - from)];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }

    private static String month(String line) {
        return ExactJson.parseOr(line, null) instanceof Map<?, ?> map && map.get("when") instanceof String when
                && when.length() > 7 ? when.substring(0, 7).replace("-", "") : null;
    }

    /** Waits for other processes, and for another session of this one, which the system reports as an error instead. */
    private static FileLock lock(FileChannel channel) throws IOException {
        for (int attempt = 1; attempt <= LOCK_ATTEMPTS; attempt++) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // Another session of this process has it.
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new IOException("another process holds the log's lock");
    }
}
