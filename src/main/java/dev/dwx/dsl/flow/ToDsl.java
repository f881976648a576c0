package dev.dwx.dsl.flow;

import dev.dwx.flowspec.decompile.Telling;
import dev.dwx.flowspec.decompile.TellingFolder;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The verb {@code toDsl}: a document in the words that build it. */
public final class ToDsl {
    private static final List<String> OPTIONS = List.of("dir", "force", "clean");

    private ToDsl() {
    }

    /**
     * The text, or with {@code dir} the files that were written.
     *
     * @param options {@code dir}: a folder for the script and long code; {@code force}: write over other files there; {@code clean}:
     *     without what the service gave, so that it builds a new one elsewhere
     * @param source a Flow, an answer, a map, a file, or the JSON itself
     */
    public static Object of(Map<String, Object> options, Object source) {
        for (String name : options.keySet()) {
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException(Texts.of("toDsl does not know {0}; it knows dir, force and clean: toDsl(wf, dir: "
                        + "'out')", name));
            }
        }
        FlowDocument document = GivenDocument.of("toDsl", source);
        document = Boolean.TRUE.equals(options.get("clean")) ? Telling.clean(document) : document;
        if (options.get("dir") == null) {
            return Telling.of(document).text();
        }
        try {
            List<String> written = new ArrayList<>();
            for (Path file : TellingFolder.write(Path.of(options.get("dir").toString()), Telling.withFiles(document),
                    Boolean.TRUE.equals(options.get("force")))) {
                written.add(file.toString());
            }
            return written;
        } catch (TellingFolder.Occupied e) {
            throw new IllegalArgumentException(Texts.of("{0} toDsl(x, dir: …, force: true) writes over them.", e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.of("toDsl could not write: {0}", e.getMessage()), e);
        }
    }
}
