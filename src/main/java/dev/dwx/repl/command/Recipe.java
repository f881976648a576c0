package dev.dwx.repl.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An example script that comes with the program.
 *
 * @param name the file's name without its ending
 * @param about what its first comment says, on one line
 */
public record Recipe(String name, String about, String text) {
    /** Beside this class. */
    private static final String FOLDER = "examples";
    private static final Pattern NAME = Pattern.compile("[a-z0-9.-]+");
    private static final String ENDING = ".dwx";

    /** All of them, by name; read anew, since nobody asks often. */
    public static List<Recipe> all() {
        String place = Recipe.class.getPackageName().replace('.', '/') + "/" + FOLDER;
        try {
            Path home = Path.of(Recipe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(home)) {
                return in(home.resolve(place));
            }
            try (FileSystem jar = FileSystems.newFileSystem(home)) {
                return in(jar.getPath(place));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one of a name, with or without the file's ending. */
    static Optional<Recipe> named(String name) {
        String bare = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        if (!NAME.matcher(bare).matches()) {
            return Optional.empty();
        }
        try (InputStream in = Recipe.class.getResourceAsStream(FOLDER + "/" + bare + ENDING)) {
            return in == null ? Optional.empty() : Optional.of(of(bare, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recipe of(String name, String text) {
        return new Recipe(name, about(text), text);
    }

    private static List<Recipe> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
        List<Recipe> recipes = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            recipes.add(of(name.substring(0, name.length() - ENDING.length()), Files.readString(file)));
        }
        return recipes;
    }

    private static String about(String text) {
        StringBuilder about = new StringBuilder();
        for (String line : text.split("\n")) {
            if (line.startsWith("//")) {
                about.append(about.length() == 0 ? "" : " ").append(line.substring(2).strip());
            } else if (about.length() > 0) {
                break;
            }
        }
        int usage = about.indexOf(" Usage: ");
        return usage < 0 ? about.toString() : about.substring(0, usage);
    }
}
