package dev.dwx.client.upload;

import dev.dwx.texts.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A file of this machine that stands where an operation wants the address of one. It is uploaded when the call is sent, and not
 * before: what is only checked, shown or rehearsed uploads nothing.
 */
public final class LocalFile {
    /** Past this many bytes the object storage refuses a file that is posted in one form. */
    static final long LARGEST = 5L * 1024 * 1024 * 1024;

    private final String name;
    private final Path path;
    private final byte[] bytes;
    private final long size;

    private LocalFile(String name, Path path, byte[] bytes, long size) {
        this.name = name;
        this.path = path;
        this.bytes = bytes;
        this.size = size;
    }

    /**
     * A file by its path; {@code ~} at the beginning is the home directory.
     *
     * @throws IllegalArgumentException when there is no such file, or it is a directory, empty, unreadable or too large; the
     *     message says which
     */
    public static LocalFile of(Path given) {
        String text = given.toString();
        boolean home = text.equals("~") || text.startsWith("~/");
        Path path = home ? Path.of(System.getProperty("user.home", "."), text.substring(1)) : given;
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(Texts.of("there is no file {0}", path.toAbsolutePath()));
        }
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException(Texts.of("{0} is a directory", path));
        }
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException(Texts.of("{0} cannot be read", path));
        }
        long size;
        try {
            size = Files.size(path);
        } catch (IOException e) {
            throw new IllegalArgumentException(Texts.of("{0} cannot be read: {1}", path, e.getMessage()), e);
        }
        return new LocalFile(path.getFileName().toString(), path, null, checked(path.toString(), size));
    }

    /** Bytes in memory. */
    public static LocalFile of(byte[] bytes) {
        return new LocalFile("bytes", null, bytes.clone(), checked(Texts.of("what was given"), bytes.length));
    }

    /**
     * What a stream holds, read to its end now into a temporary file: the storage wants to know the size first.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    public static LocalFile of(InputStream stream) {
        try (stream) {
            Path copy = Files.createTempFile("dwx-upload-", null);
            copy.toFile().deleteOnExit();
            Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
            return new LocalFile("stream", copy, null, checked(Texts.of("the stream"), Files.size(copy)));
        } catch (IOException e) {
            throw new IllegalArgumentException(Texts.of("the stream cannot be read: {0}", e.getMessage()), e);
        }
    }

    private static long checked(String what, long size) {
        if (size == 0) {
            throw new IllegalArgumentException(Texts.of("{0} is empty", what));
        }
        if (size > LARGEST) {
            throw new IllegalArgumentException(Texts.of("{0} has {1}; more than {2} cannot be uploaded in one piece. Put it into object "
                    + "storage and give its address", what, words(size), words(LARGEST)));
        }
        return size;
    }

    /** The file's own name, without directories. */
    public String name() {
        return name;
    }

    /** In bytes, as it was when the call was written. */
    public long size() {
        return size;
    }

    /** @throws IOException when it cannot be read, or its size has changed meanwhile */
    public InputStream open() throws IOException {
        if (bytes != null) {
            return new ByteArrayInputStream(bytes);
        }
        if (Files.size(path) != size) {
            throw new IOException(Texts.of("{0} has changed since the call was written: {1} bytes then, {2} now", path, size,
                    Files.size(path)));
        }
        return Files.newInputStream(path);
    }

    /** The arguments with each file as its name: for what only shows or tries a request. */
    public static Map<String, Object> named(Map<String, Object> arguments) {
        Map<String, Object> named = new LinkedHashMap<>(arguments);
        named.replaceAll((name, value) -> value instanceof LocalFile ? value.toString() : value);
        return named;
    }

    /** A size in bytes as people say it: {@code 1.4 MB}, {@code 12 MB}. */
    public static String words(long size) {
        if (size < 1000) {
            return size + " B";
        }
        String[] units = {"kB", "MB", "GB"};
        double value = size;
        int unit = -1;
        do {
            value /= 1000;
            unit++;
        } while (value >= 999.5 && unit < units.length - 1);
        return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }

    /** {@code local file udf.jar (12.4 MB)}: also what logs and rehearsals show in place of an address. */
    @Override
    public String toString() {
        return Texts.of("local file {0} ({1})", name, words(size));
    }
}
