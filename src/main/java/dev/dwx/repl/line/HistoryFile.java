package dev.dwx.repl.line;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The lines that were typed, one entry to a line ({@code \n} and {@code \\} stand for a line end and a backslash), for
 * the owner's eyes only. Several shells may append at once: each entry is one write at the end of the file, and the
 * file is shortened only by the one that holds a lock beside it, by replacing it as a whole.
 */
public final class HistoryFile {
    private static final int KEPT = 5_000;
    private static final int MOST = 10_000;

    private final Path file;

    public HistoryFile(Path file) {
        this.file = file;
    }

    /** The entries, the oldest first; none when there is no file. */
    List<String> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        onlyForOwner(file);
        List<String> entries = new ArrayList<>();
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
            if (!line.isBlank()) {
                entries.add(unescape(line));
            }
        }
        if (entries.size() <= MOST) {
            return entries;
        }
        List<String> kept = entries.subList(entries.size() - KEPT, entries.size());
        shorten(kept.size());
        return kept;
    }

    /** Adds one entry at the end. */
    @SuppressWarnings("try")
    void append(String entry) throws IOException {
        create(file);
        byte[] line = (escape(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel lock = lockChannel();
                FileLock held = tryLock(lock, true);
                FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
    }

    @SuppressWarnings("try")
    private void shorten(int keep) throws IOException {
        Path shorter = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try (FileChannel lock = lockChannel(); FileLock held = tryLock(lock, false)) {
            if (held == null) {
                return;
            }
            String[] lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n");
            Files.deleteIfExists(shorter);
            create(shorter);
            StringBuilder text = new StringBuilder();
            for (int i = Math.max(0, lines.length - keep); i < lines.length; i++) {
                text.append(lines[i]).append('\n');
            }
            Files.writeString(shorter, text);
            WholeFile.replace(shorter, file);
        } finally {
            Files.deleteIfExists(shorter);
        }
    }

    private FileChannel lockChannel() throws IOException {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        create(lock);
        OpenOption[] options = {StandardOpenOption.READ, StandardOpenOption.WRITE};
        return FileChannel.open(lock, options);
    }

    /** The lock, or {@code null} when another shell of this process holds it: appending is safe without, too. */
    private static FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return shared ? channel.lock(0, Long.MAX_VALUE, true) : channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void create(Path path) throws IOException {
        if (Files.exists(path)) {
            return;
        }
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] directory = posix ? permissions("rwx------") : new FileAttribute<?>[0];
        FileAttribute<?>[] owner = posix ? permissions("rw-------") : new FileAttribute<?>[0];
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent(), directory);
        }
        try {
            Files.createFile(path, owner);
        } catch (FileAlreadyExistsException e) {
            onlyForOwner(path);
        }
    }

    private static FileAttribute<?>[] permissions(String mode) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))};
    }

    private static void onlyForOwner(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<java.nio.file.attribute.PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
            if (!Files.getPosixFilePermissions(path).equals(owner)) {
                Files.setPosixFilePermissions(path, owner);
            }
        }
    }

    public static String escape(String entry) {
        return entry.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
    }

    public static String unescape(String line) {
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\' || i + 1 == line.length()) {
                text.append(c);
                continue;
            }
            char next = line.charAt(++i);
            text.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
        }
        return text.toString();
    }
}
