package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.model.FlowDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document in the words that build it.
 *
 * @param name of the file that the text belongs in, without its ending
 * @param text lines of the language
 * @param files what the text takes from files beside it, by their paths seen from it; empty where all code stands in the text
 */
public record Telling(String name, String text, Map<String, String> files) {
    public Telling {
        files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** A document without ids and metadata that the service gave, so that it builds new objects. */
    public static FlowDocument clean(FlowDocument document) {
        return CleanDocument.of(document);
    }

    /** With all code in the text. */
    public static Telling of(FlowDocument document) {
        return new Telling(CodeFiles.fileName(document.name().orElse("document")),
                new DslText().of(List.of(Decompiler.of(document))), Map.of());
    }

    /** With long code in files of its own. */
    public static Telling withFiles(FlowDocument document) {
        return withFiles(document, new CodeFiles(null));
    }

    /** With all code in files of a folder beside the script. */
    public static Telling withFiles(FlowDocument document, String folder) {
        return withFiles(document, new CodeFiles(folder));
    }

    private static Telling withFiles(FlowDocument document, CodeFiles files) {
        Statement block = files.without(Decompiler.of(document));
        return new Telling(CodeFiles.fileName(document.name().orElse("document")), new DslText().of(List.of(block)), files.all());
    }
}
