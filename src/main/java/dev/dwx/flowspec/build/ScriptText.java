package dev.dwx.flowspec.build;

import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.texts.Texts;
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
            throw arguments.wrong(Texts.of("the code is either a text or in a file."));
        }
        Path folder = draft.around().folder() == null ? Path.of("") : draft.around().folder();
        try {
            Path file = folder.resolve(name).toAbsolutePath().normalize();
            if (!Files.isRegularFile(file)) {
                throw new SpecFault(name, Texts.of("There is no file {0}. A path that is not absolute begins {1}", file,
                        draft.around().folder() == null ? Texts.of("at the working directory.") : Texts.of("where the script lies.")));
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (InvalidPathException e) {
            throw new SpecFault(name, Texts.of("'{0}' is no path of a file.", name));
        } catch (IOException e) {
            throw new SpecFault(name, Texts.of("The file {0} could not be read: {1}", folder.resolve(name), e.getMessage()));
        }
    }
}
