package dev.dwx.cli;

import dev.dwx.dsl.Progress;
import dev.dwx.render.DisplayWidth;
import dev.dwx.render.Look;
import dev.dwx.render.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The status line of a terminal: written over itself, at most ten times a second, and gone before anything else is written to
 * either stream. It stays away while somebody is asked something, and where the last line of output has no end yet.
 */
final class ProgressLine implements Progress {
    private static final long PAUSE = 100_000_000L;
    private static final String ERASE = "\r\u001b[K";

    private final OutputStream terminal;
    private final int columns;
    private final LongSupplier nanos;
    private final Set<String> farewells = new LinkedHashSet<>();
    private boolean shown;
    private boolean lineBegun;
    private boolean over;
    private int questions;
    private long last;

    /**
     * @param terminal standard error, unbuffered; {@code null} when nobody reads it
     * @param columns of the terminal
     * @param nanos a clock that only goes forward
     */
    ProgressLine(OutputStream terminal, int columns, LongSupplier nanos) {
        this.terminal = terminal;
        this.columns = columns;
        this.nanos = nanos;
    }

    @Override
    public synchronized void show(String line) {
        long now = nanos.getAsLong();
        if (terminal == null || over || questions > 0 || lineBegun || shown && now - last < PAUSE) {
            return;
        }
        last = now;
        shown = true;
        write(ERASE + cut(VisibleText.line(line, Look.PLAIN)));
    }

    private String cut(String line) {
        int end = line.length();
        while (end > 0 && DisplayWidth.of(line.substring(0, end)) >= columns) {
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end);
    }

    @Override
    public synchronized void clear() {
        if (shown) {
            shown = false;
            write(ERASE);
        }
    }

    @Override
    public synchronized void enter(String farewell) {
        farewells.add(farewell);
    }

    @Override
    public synchronized void leave(String farewell) {
        farewells.remove(farewell);
    }

    /** The program is being ended: no line any more; what somebody who ends it in the middle wants to know. */
    synchronized String end() {
        clear();
        over = true;
        return String.join("\n", farewells);
    }

    /** Asks somebody something without a line that writes over the answer. */
    <T> T asking(Supplier<T> question) {
        synchronized (this) {
            clear();
            questions++;
        }
        try {
            return question.get();
        } finally {
            synchronized (this) {
                questions--;
            }
        }
    }

    /** A stream to the same terminal: the line is gone before something else is written. */
    OutputStream before(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] octets, int from, int length) throws IOException {
                if (length > 0) {
                    synchronized (ProgressLine.this) {
                        clear();
                        out.write(octets, from, length);
                        lineBegun = octets[from + length - 1] != '\n';
                    }
                }
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        };
    }

    private void write(String text) {
        try {
            terminal.write(text.getBytes(StandardCharsets.UTF_8));
            terminal.flush();
        } catch (IOException e) {
            // The window was closed; there is nobody to show anything to.
            over = true;
        }
    }
}
