package dev.dwx.dsl.workspace;

import dev.dwx.dsl.ApiResult;
import dev.dwx.dsl.flow.Flow;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.json.ExactJson;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What users hand over as documents: a flow, a map, JSON as a text, a file, a folder, or what a read answered. */
public final class Documents {
    private static final String FORMS = "A document is a flow, a map, a text with JSON, a file, or the answer of GetNode or "
            + "GetWorkflowDefinition";

    private Documents() {
    }

    /**
     * One document.
     *
     * @throws IllegalArgumentException when the value is none
     */
    public static FlowDocument one(Object given) {
        return document(given).orElseThrow(() -> new IllegalArgumentException(FORMS + "; this is "
                + (given == null ? "null" : given instanceof CharSequence text ? "the text '" + shortened(text) + "', and there is no such file"
                : "a " + given.getClass().getSimpleName()) + "."));
    }

    /** The documents of values, folders and lists opened. */
    static List<FlowDocument> all(Iterable<?> given) {
        List<FlowDocument> all = new ArrayList<>();
        for (Object value : given) {
            Optional<Path> folder = folder(value);
            if (folder.isPresent()) {
                all.addAll(new WorkspaceFolder(folder.get()).read());
            } else if (value instanceof Iterable<?> list && !(value instanceof ApiResult)) {
                all.addAll(all(list));
            } else {
                all.add(one(value));
            }
        }
        return all;
    }

    /** The folder that a value names. */
    static Optional<Path> folder(Object given) {
        return path(given).filter(Files::isDirectory);
    }

    private static Optional<FlowDocument> document(Object given) {
        if (given instanceof Flow flow) {
            return Optional.of(flow.document());
        }
        if (given instanceof FlowDocument document) {
            return Optional.of(document);
        }
        if (given instanceof ApiResult result) {
            return answered(result.answer().body());
        }
        if (given instanceof Map<?, ?> map) {
            return map.containsKey("spec") || map.containsKey("kind") ? Optional.of(FlowDocument.of(map)) : answered(map);
        }
        if (given instanceof CharSequence text && text.toString().stripLeading().startsWith("{")) {
            return Optional.of(parsed(text.toString(), "The text"));
        }
        return path(given).filter(Files::isRegularFile).map(file -> {
            try {
                return parsed(Files.readString(file, StandardCharsets.UTF_8), "The file " + file);
            } catch (IOException e) {
                throw new IllegalArgumentException("The file " + file + " cannot be read: " + e.getMessage(), e);
            }
        });
    }

    static FlowDocument parsed(String text, String what) {
        try {
            return FlowDocument.parse(text);
        } catch (ExactJson.Malformed e) {
            throw new IllegalArgumentException(what + " is no FlowSpec: " + e.getMessage() + ".", e);
        }
    }

    /** The Spec of an answer, however deep it stands. */
    private static Optional<FlowDocument> answered(Object body) {
        if (body instanceof Map<?, ?> map) {
            Object spec = map.get("Spec");
            if (spec instanceof Map<?, ?> whole) {
                return Optional.of(FlowDocument.of(whole));
            }
            if (spec instanceof CharSequence text) {
                return Optional.of(parsed(text.toString(), "The Spec of the answer"));
            }
            for (Object inner : map.values()) {
                Optional<FlowDocument> found = inner instanceof Map ? answered(inner) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> path(Object given) {
        if (given instanceof Path path) {
            return Optional.of(path);
        }
        if (given instanceof File file) {
            return Optional.of(file.toPath());
        }
        try {
            return given instanceof CharSequence text && !text.isEmpty() && text.toString().indexOf('\n') < 0
                    ? Optional.of(Path.of(text.toString())) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String shortened(CharSequence text) {
        String line = text.toString().lines().findFirst().orElse("");
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }
}
