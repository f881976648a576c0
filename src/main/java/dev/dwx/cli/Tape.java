package dev.dwx.cli;

import dev.dwx.client.ApiCaller;
import dev.dwx.client.cassette.Cassette;
import dev.dwx.client.cassette.CassetteHeader;
import dev.dwx.client.cassette.RecordingCaller;
import dev.dwx.client.cassette.Redaction;
import dev.dwx.client.cassette.ReplayingCaller;
import dev.dwx.dsl.Context;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The cassette that the calls of a run are kept in, or come from. */
final class Tape implements AutoCloseable {
    private static final Redaction REDACTION =
            new Redaction(Redactor::arguments, text -> (String) Redactor.value(text), Redactor::text);

    private final CassetteHeader header;
    private final ReplayingCaller replaying;
    private RecordingCaller recording;

    private Tape(CassetteHeader header, ReplayingCaller replaying) {
        this.header = header;
        this.replaying = replaying;
    }

    /** One that records when it is asked to. */
    static Tape empty() {
        return new Tape(null, null);
    }

    /**
     * One that answers from a file.
     *
     * @throws UncheckedIOException when there is no such file
     * @throws IllegalArgumentException when it is no cassette, or none that can be read
     */
    static Tape of(Path file) {
        try {
            Cassette cassette = Cassette.read(file);
            return new Tape(cassette.header(), new ReplayingCaller(cassette, REDACTION));
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(Texts.of("there is no cassette {0}", file), e);
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.of("the cassette {0} cannot be read: {1}", file, e.getMessage()), e);
        }
    }

    /** Keeps what a caller is asked for from now on. */
    ApiCaller record(ApiCaller caller, Path file, Context context, String endpoint, Clock clock) {
        CassetteHeader start = new CassetteHeader(clock.instant(), endpoint, context.region(), context.projectId(),
                context.projectName(), context.version(), context.zone() == null ? null : context.zone().getId(), Version.TEXT);
        try {
            recording = new RecordingCaller(caller, file, start, clock, REDACTION);
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.of("the cassette {0} cannot be written: {1}", file, e.getMessage()), e);
        }
        return recording;
    }

    /** Answers from the cassette. */
    ApiCaller caller() {
        return replaying;
    }

    Clock clock() {
        return replaying.clock();
    }

    /** The context of the recording; what the command line says of it goes before. */
    Context context(Invocation.Options options) {
        Context context = Context.of(options.region() == null ? header.region() : options.region());
        String version = options.apiVersion() == null ? header.apiVersion() : options.apiVersion();
        if (version != null) {
            context = context.withVersion(version);
        }
        if (options.zone() != null || header.zone() != null) {
            context = context.withZone(options.zone() != null ? options.zone() : ZoneId.of(header.zone()));
        }
        return context.withProject(header.projectId(), header.projectName());
    }

    /**
     * How a run differed from its recording, in words.
     *
     * @param ended whether the run came to its end, so that all that was recorded should have been asked for
     */
    List<String> drift(boolean ended) {
        if (replaying == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(replaying.drift());
        if (ended) {
            lines.addAll(replaying.leftOver());
        }
        return lines;
    }

    @Override
    public void close() {
        if (recording != null) {
            try {
                recording.close();
            } catch (IOException e) {
                throw new UncheckedIOException(Texts.of("the cassette cannot be written: {0}", e.getMessage()), e);
            }
        }
    }
}
