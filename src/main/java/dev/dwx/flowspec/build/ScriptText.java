package dev.dwx.flowspec.build;

import dev.dwx.flowspec.model.SpecPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The code of a node. */
final class ScriptText {
    private ScriptText() {
    }

    static void say(Draft draft, Arguments arguments) {
        arguments.allow("file");
        Object file = arguments.named().get("file");
        String text = file == null ? arguments.text(arguments.only()) : read(draft, arguments, file.toString());
        SpecPath.parse("script.content").set(draft.entity, text);
    }

    private static String read(Draft draft, Arguments arguments, String name) {
        if (!arguments.plain().isEmpty()) {
            throw arguments.wrong("the code is either a text or in a file.");
        }
        Path folder = draft.around().folder() == null ? Path.of("") : draft.around().folder();
        try {
            Path file = folder.resolve(name).toAbsolutePath().normalize();
            if (!Files.isRegularFile(file)) {
                throw new SpecFault(name, "There is no file " + file + ". A path that is not absolute begins "
                        + (draft.around().folder() == null ? "at the working directory." : "where the script lies."));
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (InvalidPathException e) {
            throw new SpecFault(name, "'" + name + "' is no path of a file.");
        } catch (IOException e) {
            throw new SpecFault(name, "The file " + folder.resolve(name) + " could not be read: " + e.getMessage());
        }
    }
}
