package dev.dwx.client.cassette;

import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run asked of the service and what it was told, kept to be told again: lines of JSON, the first of which describes the
 * recording, the last of which says that it was ended. A recording that was cut holds its whole lines.
 *
 * @param name what messages call it
 * @param header how it was recorded
 * @param calls in the order in which they ended
 * @param whole whether the recording was ended, not cut
 */
public record Cassette(String name, CassetteHeader header, List<RecordedCall> calls, boolean whole) {
    static final String END = "{\"end\":";

    public Cassette {
        calls = List.copyOf(calls);
    }

    /**
     * Reads a cassette.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when it is none, or of an unknown format
     */
    public static Cassette read(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int first = text.indexOf('\n');
        CassetteHeader header = CassetteHeader.read(first < 0 ? text : text.substring(0, first), file.toString());
        List<RecordedCall> calls = new ArrayList<>();
        boolean whole = false;
        // What has no line end was being written when the recording was cut.
        for (int start = first + 1, end; first >= 0 && (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
            String line = text.substring(start, end).strip();
            if (line.startsWith(END)) {
                whole = true;
                continue;
            }
            RecordedCall call = line.isEmpty() ? null : RecordedCall.read(line);
            if (call != null) {
                calls.add(call);
            } else if (!line.isEmpty()) {
                throw new IllegalArgumentException(Texts.of("line {0}{1} of the cassette {2} is damaged; record it again",
                        text.substring(0, start).lines().count(), 1, file));
            }
        }
        return new Cassette(file.toString(), header, calls, whole);
    }
}
