package dev.dwx.client.cassette;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.ApiException;
import dev.dwx.client.CallTarget;
import dev.dwx.texts.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Makes calls and keeps them, answers and failures alike, in a cassette: a line each, written when the call has ended, so that
 * a run that is killed leaves a cassette of what it did. Safe for use by many threads.
 */
public final class RecordingCaller implements ApiCaller, AutoCloseable {
    private final ApiCaller caller;
    private final Clock clock;
    private final Redaction redaction;
    private final OutputStream out;
    private int calls;

    /**
     * Begins a recording. An older one in the same file is replaced; any other file is left alone.
     *
     * @param caller makes the calls
     * @param clock the session's
     * @throws IOException when the file cannot be written
     * @throws IllegalArgumentException when the file holds something else than a cassette
     */
    public RecordingCaller(ApiCaller caller, Path file, CassetteHeader header, Clock clock, Redaction redaction) throws IOException {
        this.caller = caller;
        this.clock = clock;
        this.redaction = redaction;
        if (Files.exists(file) && Files.size(file) > 0 && !isCassette(file)) {
            throw new IllegalArgumentException(Texts.of("{0} exists and is no cassette; name another file, or take it away first", file));
        }
        out = Files.newOutputStream(file);
        write(header.line());
    }

    private static boolean isCassette(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            char[] start = new char[64];
            int length = lines.read(start);
            return length > 0 && CassetteHeader.isHeader(new String(start, 0, length));
        }
    }

    @Override
    public ApiAnswer call(ApiOperation operation, Map<String, Object> arguments, CallTarget target) {
        ApiAnswer answer;
        try {
            answer = caller.call(operation, arguments, target);
        } catch (ApiException e) {
            keep(RecordedCall.failed(operation, arguments, target.region(), clock.instant(), e, redaction));
            throw e;
        }
        keep(RecordedCall.answered(operation, arguments, target.region(), clock.instant(), answer, redaction));
        return answer;
    }

    @Override
    public void cancel(Thread waiting) {
        caller.cancel(waiting);
    }

    private synchronized void keep(RecordedCall call) {
        calls++;
        try {
            write(call.line());
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.of("the cassette cannot be written: {0}", e.getMessage()), e);
        }
    }

    private void write(String line) throws IOException {
        out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Ends the recording. */
    @Override
    public synchronized void close() throws IOException {
        write(Cassette.END + true + ",\"calls\":" + calls + '}');
        out.close();
    }
}
