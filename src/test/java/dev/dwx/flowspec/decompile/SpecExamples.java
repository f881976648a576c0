package dev.dwx.flowspec.decompile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The example documents of the FlowSpec reference, where it is there. */
public final class SpecExamples {
    private static final Path REFERENCE = Path.of(System.getProperty("dwx.basedir", ".")).resolve("../shared/reference/flowspec.md");
    private static final Pattern EXAMPLE = Pattern.compile("### (17\\.\\d+) ([^\n]*)\n(?s:.*?)```json\n(?s:(.*?))```");

    private SpecExamples() {
    }

    /** Number and title, and the document's text; nothing where the reference is not there. */
    public static Map<String, String> all() {
        Map<String, String> examples = new LinkedHashMap<>();
        if (Files.exists(REFERENCE)) {
            try {
                Matcher matcher = EXAMPLE.matcher(Files.readString(REFERENCE));
                while (matcher.find()) {
                    examples.put(matcher.group(1) + " " + matcher.group(2), matcher.group(3));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return examples;
    }
}
