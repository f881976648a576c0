package dev.dwx.script;

import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds and reads scripts. */
public final class ScriptFiles {
    private ScriptFiles() {
    }

    /**
     * The scripts that paths name: a file itself, of a directory those below it that are wanted, by name.
     *
     * @throws NoSuchFileException when there is no such file or directory
     */
    public static List<Path> find(List<Path> paths, Predicate<Path> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> below = Files.walk(path)) {
                    below.filter(Files::isRegularFile).filter(wanted).sorted().forEach(found::add);
                }
            } else if (Files.exists(path)) {
                found.add(path);
            } else {
                throw new NoSuchFileException(path.toString());
            }
        }
        return found.stream().map(Path::normalize).distinct().toList();
    }

    /**
     * The text of a script, without a byte-order mark.
     *
     * @throws IOException when it cannot be read, or is not UTF-8
     */
    public static String read(Path file) throws IOException {
        return text(Files.readAllBytes(file), file.toString());
    }

    /** The text of bytes that a script's name goes with. */
    public static String text(byte[] bytes, String name) throws IOException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IOException(Texts.of("{0} is not UTF-8 text. Save it as UTF-8 and run it again", name), e);
        }
    }
}
