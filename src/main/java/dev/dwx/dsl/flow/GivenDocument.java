package dev.dwx.dsl.flow;

import dev.dwx.client.upload.LocalFile;
import dev.dwx.dsl.ApiResult;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.json.ExactJson;
import dev.dwx.render.Showable;
import dev.dwx.texts.Texts;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the FlowSpec in what a script hands over: a flow, maps, JSON as a text, a file (or its name), or the answer of a call that has
 * a {@code Spec} inside, such as that of {@code GetNode} or {@code GetWorkflowDefinition}.
 */
public final class GivenDocument {
    private static final int DEEP = 4;
    private static final int SHORT = 40;
    private static final List<String> KEYS = List.of("spec", "kind", "nodes", "workflows");

    private GivenDocument() {
    }

    /**
     * The document.
     *
     * @param word that was given it, for the message
     * @throws IllegalArgumentException when there is none in it
     */
    public static FlowDocument of(String word, Object given) {
        return find(given).orElseThrow(() -> new IllegalArgumentException(Texts.of("{0} found no FlowSpec in {1}. A document is a flow, "
                + "a map, JSON, a file, or an answer that has a Spec: {2} GetNode(Id: '7421').", word, told(given), word)));
    }

    /**
     * The document, or nothing.
     *
     * @throws IllegalArgumentException when it is there and cannot be read
     */
    public static Optional<FlowDocument> find(Object given) {
        return find(given, DEEP);
    }

    /**
     * What is a document itself, and not an answer about one or the name of a file; or nothing.
     *
     * @throws IllegalArgumentException when it is JSON that cannot be read
     */
    public static Optional<FlowDocument> itself(Object given) {
        boolean document = given instanceof FlowDocument || given instanceof Map<?, ?> map && isDocument(map)
                || given instanceof CharSequence text && isJson(text);
        return document ? find(given) : Optional.empty();
    }

    /** Whether a map is a document, and neither options nor an answer. */
    public static boolean isDocument(Map<?, ?> map) {
        for (String key : KEYS) {
            if (map.containsKey(key)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The same as it was written where it is JSON, since a text has lines; else as maps.
     *
     * @throws IllegalArgumentException when there is no document in it
     */
    public static Object written(String word, Object given) {
        if (given instanceof CharSequence text && isJson(text)) {
            return text.toString();
        }
        Optional<String> text = text(given);
        return text.isPresent() ? text.get() : of(word, given).map();
    }

    /**
     * Reads a text; it may be an answer that has a Spec.
     *
     * @param what it is, for the message: {@code The file x.json}
     * @throws IllegalArgumentException when it is no JSON, or there is no document in it
     */
    public static FlowDocument parsed(String what, String text) {
        return read(what, text, DEEP).orElseThrow(() -> new IllegalArgumentException(Texts.of("{0} is no FlowSpec: it has neither spec "
                + "and kind nor a Spec.", what)));
    }

    /** The path that a value names. */
    public static Optional<Path> path(Object given) {
        if (given instanceof Path path) {
            return Optional.of(path);
        }
        if (given instanceof File file) {
            return Optional.of(file.toPath());
        }
        try {
            return given instanceof CharSequence text && !text.isEmpty() && text.toString().indexOf('\n') < 0 && !isJson(text)
                    ? Optional.of(Path.of(text.toString())) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<FlowDocument> find(Object given, int deep) {
        if (given instanceof Flow flow) {
            return Optional.of(flow.document());
        }
        if (given instanceof FlowDocument document) {
            return Optional.of(document);
        }
        if (given instanceof ApiResult answer) {
            return find(answer.answer().body(), deep);
        }
        if (given instanceof Map<?, ?> map) {
            return isDocument(map) ? Optional.of(FlowDocument.of(map)) : inside(map, deep);
        }
        if (given instanceof Showable shown) {
            return shown.value() instanceof Map<?, ?> map ? find(map, deep) : Optional.empty();
        }
        if (given instanceof CharSequence text && isJson(text)) {
            return read(Texts.of("The text"), text.toString(), deep);
        }
        return text(given).flatMap(text -> read(Texts.of("The file {0}", given), text, deep));
    }

    /** The Spec of an answer, however deep it stands. */
    private static Optional<FlowDocument> inside(Map<?, ?> answer, int deep) {
        Object spec = answer.get("Spec");
        if (spec instanceof CharSequence text) {
            return read(Texts.of("The Spec of the answer"), text.toString(), deep - 1);
        }
        if (spec instanceof Map<?, ?> map) {
            return Optional.of(FlowDocument.of(map));
        }
        for (Object value : deep > 0 ? answer.values() : List.of()) {
            Optional<FlowDocument> found = value instanceof Map ? find(value, deep - 1) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<FlowDocument> read(String what, String text, int deep) {
        try {
            return ExactJson.parse(text) instanceof Map<?, ?> map ? find(map, deep) : Optional.empty();
        } catch (ExactJson.Malformed e) {
            throw new IllegalArgumentException(Texts.of("{0} is no FlowSpec: {1}.", what, e.getMessage()), e);
        }
    }

    /** What a file holds. */
    private static Optional<String> text(Object given) {
        Optional<Path> path = path(given).filter(Files::isRegularFile);
        if (path.isEmpty() && !(given instanceof LocalFile)) {
            return Optional.empty();
        }
        try (InputStream bytes = given instanceof LocalFile local ? local.open() : Files.newInputStream(path.get())) {
            return Optional.of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(Texts.of("The file {0} cannot be read: {1}", given, e.getMessage()), e);
        }
    }

    private static boolean isJson(CharSequence text) {
        return text.toString().stripLeading().startsWith("{");
    }

    private static String told(Object given) {
        if (given instanceof CharSequence text && !isJson(text)) {
            String line = text.toString().lines().findFirst().orElse("");
            return Texts.of("the text '{0}', and there is no such file", line.length() > SHORT ? line.substring(0, SHORT) + "…" : line);
        }
        if (given instanceof Path || given instanceof File || given instanceof LocalFile) {
            return Texts.of("the file {0}", given);
        }
        return given instanceof Map || given instanceof CharSequence ? Texts.of("an object that has neither spec and kind nor a Spec")
                : given instanceof ApiResult answer ? Texts.of("the answer of {0}", answer.getOperation().name())
                : given == null ? "null" : "a " + given.getClass().getSimpleName();
    }
}
