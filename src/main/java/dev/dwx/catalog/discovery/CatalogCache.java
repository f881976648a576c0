package dev.dwx.catalog.discovery;

import dev.dwx.catalog.CatalogException;
import dev.dwx.texts.Texts;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What discovery keeps on disk: the documents of the sources, single operations, and the catalog compiled from them.
 *
 * <p>Files are written beside their place and then moved there, so that a reader never sees half a file and a
 * process that dies leaves the old one. Refreshing processes take turns through a lock file. Everything is for the
 * owner only. Nothing is forced onto the disk: every file carries a checksum, and one that a power failure has cut
 * is treated like any other. A file that is damaged, or of a form of another program version, is renamed aside
 * ({@code .damaged}) and reported once; the program goes on without it. A cache that cannot be written costs
 * freshness and nothing else.
 *
 * <pre>
 * catalog.bin             the compiled catalog
 * sources/ID.doc          the last good document of each source
 * apis/VERSION/NAME.doc   operations that were looked up one by one
 * lock
 * </pre>
 */
public final class CatalogCache {
    private static final String SUFFIX = ".doc";
    private static final int MAX_FILE = Fetcher.MAX_BYTES + 64 * 1024;

    /** Work done while holding the lock. */
    interface Work<T> {
        T run();
    }

    private final Path directory;
    private final Duration patience;
    private final List<String> notices = new ArrayList<>();

    /** @param directory made when first written to */
    public CatalogCache(Path directory) {
        this(directory, Duration.ofSeconds(30));
    }

    /** @param patience longest wait for another process that holds the lock */
    CatalogCache(Path directory, Duration patience) {
        this.directory = directory;
        this.patience = patience;
    }

    public Path directory() {
        return directory;
    }

    /** The compiled catalog; empty where there is none that can be read. */
    Optional<CompiledCatalog> compiled() {
        Path file = directory.resolve("catalog.bin");
        byte[] data = bytes(file);
        if (data == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(CompiledCatalog.read(data, file.toString()));
        } catch (CatalogException e) {
            setAside(file, e.getMessage());
            return Optional.empty();
        }
    }

    boolean storeCompiled(byte[] compiled) {
        return write(directory.resolve("catalog.bin"), compiled);
    }

    /** The last good document of a source, provided that it came from where the source reads now. */
    Optional<StoredDocument> document(CatalogSource source) {
        return stored(path(source)).filter(document -> document.location().equals(source.location()));
    }

    boolean store(CatalogSource source, StoredDocument document) {
        return write(path(source), DocumentFile.write(document));
    }

    /** One operation that was looked up on its own. */
    Optional<StoredDocument> single(OperationKey key) {
        return stored(single(key.version(), key.name()));
    }

    boolean storeSingle(OperationKey key, StoredDocument document) {
        return write(single(key.version(), key.name()), DocumentFile.write(document));
    }

    /** The operations that {@link #single} would find. */
    List<OperationKey> singles() {
        List<OperationKey> keys = new ArrayList<>();
        for (String version : names(directory.resolve("apis"))) {
            if (Names.isVersion(version)) {
                for (String file : names(directory.resolve("apis").resolve(version))) {
                    String name = file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : "";
                    if (Names.isOperation(name)) {
                        keys.add(new OperationKey(version, name));
                    }
                }
            }
        }
        return keys;
    }

    /** Messages since the last call, one line each. */
    synchronized List<String> takeNotices() {
        List<String> taken = List.copyOf(notices);
        notices.clear();
        return taken;
    }

    /** Does work while no other process or thread does work on this directory; alone if the lock cannot be had. */
    <T> T locked(Work<T> work) {
        FileChannel channel;
        try {
            makeDirectory(directory);
            channel = FileChannel.open(directory.resolve("lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), forOwner("rw-------"));
        } catch (IOException | UnsupportedOperationException e) {
            report(Texts.of("The catalog cache {0} cannot be used: {1}", directory, reason(e)));
            return work.run();
        }
        try (channel; FileLock lock = lock(channel)) {
            if (lock == null) {
                report(Texts.of("Another process holds the catalog cache {0}; going on without waiting for it", directory));
            }
            return work.run();
        } catch (IOException e) {
            throw new CatalogException(Texts.of("The lock of the catalog cache {0} cannot be given back: {1}", directory, reason(e)), e);
        }
    }

    private FileLock lock(FileChannel channel) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null || System.nanoTime() > deadline) {
                    return lock;
                }
            } catch (OverlappingFileLockException sameProcess) {
                if (System.nanoTime() > deadline) {
                    return null;
                }
            } catch (IOException e) {
                report(Texts.of("The catalog cache {0} cannot be locked: {1}", directory, reason(e)));
                return null;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    private Path path(CatalogSource source) {
        return directory.resolve("sources").resolve(source.id() + SUFFIX);
    }

    private Path single(String version, String name) {
        return directory.resolve("apis").resolve(version).resolve(name + SUFFIX);
    }

    private Optional<StoredDocument> stored(Path file) {
        byte[] data = bytes(file);
        if (data == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(DocumentFile.read(data));
        } catch (SourceFailure e) {
            setAside(file, file + " " + e.getMessage());
            return Optional.empty();
        }
    }

    /** By the plainest means, which at this point of a start are loaded already; channels are not. */
    private byte[] bytes(Path path) {
        File file = path.toFile();
        if (!file.isFile()) {
            return null;
        }
        if (file.length() > MAX_FILE) {
            setAside(path, Texts.of("{0} is larger than anything dwx writes", file));
            return null;
        }
        try (FileInputStream in = new FileInputStream(file)) {
            return in.readAllBytes();
        } catch (FileNotFoundException e) {
            if (file.isFile()) {
                report(Texts.of("The cached {0} cannot be read and is passed over: {1}", file, reason(e)));
            }
            return null;
        } catch (IOException e) {
            report(Texts.of("The cached {0} cannot be read and is passed over: {1}", file, reason(e)));
            return null;
        }
    }

    private static List<String> names(Path folder) {
        String[] names = folder.toFile().list();
        if (names == null) {
            return List.of();
        }
        Arrays.sort(names);
        return List.of(names);
    }

    private boolean write(Path file, byte[] data) {
        Path fresh = null;
        try {
            makeDirectory(file.getParent());
            fresh = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".tmp", forOwner("rw-------"));
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(data);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
            move(fresh, file);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            report(Texts.of("The catalog cache cannot be written ({0}): {1}. What was found is used in this session only", file,
                    reason(e)));
            remove(fresh);
            return false;
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void remove(Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                report(Texts.of("A temporary file was left behind: {0}", file));
            }
        }
    }

    private void makeDirectory(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, forOwner("rwx------"));
        }
    }

    private static FileAttribute<?>[] forOwner(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private void setAside(Path file, String why) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            report(Texts.of("A cached file is set aside and not used: {0} (now {1})", why, aside.getFileName()));
        } catch (IOException e) {
            report(Texts.of("A cached file is not used: {0}", why));
        }
    }

    private synchronized void report(String notice) {
        notices.add(notice);
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getClass().getSimpleName() + " "
                + e.getMessage();
    }
}
