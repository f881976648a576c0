package dev.dwx.dsl.flow;

import dev.dwx.client.upload.LocalFile;
import dev.dwx.dsl.ApiResult;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.json.ExactJson;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the FlowSpec in what a script hands over: a document, its JSON, a file with it, maps, or the
 * answer of a call that has one inside. */
public final class GivenDocument {
    private static final int DEEP = 4;

    private GivenDocument() {
    }

    /**
     * The document.
     *
     * @param word that was given it, for the message
     * @throws IllegalArgumentException when there is none in it
     */
    public static FlowDocument of(String word, Object given) {
        return find(given).orElseThrow(() -> new IllegalArgumentException(word + " found no FlowSpec in what it was given. It takes a flow, "
                + "the document's JSON or maps, a file, or an answer that has a Spec: " + word + " GetNode(Id: '7421')."));
    }

    /** The document, or nothing. */
    public static Optional<FlowDocument> find(Object given) {
        return find(given, DEEP);
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
        if (given instanceof LocalFile || given instanceof Path || given instanceof File) {
            return find(read(given), deep);
        }
        if (given instanceof CharSequence text) {
            return text.toString().strip().startsWith("{") && ExactJson.parseOr(text.toString(), null) instanceof Map<?, ?> map
                    ? find(map, deep) : Optional.empty();
        }
        if (!(given instanceof Map<?, ?> map) || deep == 0) {
            return Optional.empty();
        }
        if (map.get("spec") instanceof Map || map.containsKey("version") && map.get("kind") instanceof CharSequence) {
            return Optional.of(FlowDocument.of(map));
        }
        if (map.get("Spec") != null) {
            return find(map.get("Spec"), deep - 1);
        }
        for (Object value : map.values()) {
            Optional<FlowDocument> inside = value instanceof Map ? find(value, deep - 1) : Optional.empty();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static String read(Object file) {
        try (InputStream bytes = file instanceof LocalFile local ? local.open() : Files.newInputStream(Path.of(file.toString()))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The document could not be read: " + e.getMessage(), e);
        }
    }
}
