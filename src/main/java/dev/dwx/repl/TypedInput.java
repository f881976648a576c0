package dev.dwx.repl;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingInputStream;

/** What a script at the prompt reads from its standard input: lines typed at the terminal. Unlike the process's own, Ctrl-C ends the reading. */
public final class TypedInput extends InputStream {
    private static final long LOOK = 100;

    private final InputStream terminal;

    public TypedInput(Terminal terminal) {
        this.terminal = terminal.input();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws InterruptedIOException when this thread is asked to stop */
    @Override
    public int read(byte[] octets, int from, int length) throws IOException {
        int read = 0;
        while (read < length) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            int next = terminal instanceof NonBlockingInputStream patient ? patient.read(read == 0 ? LOOK : 1L) : terminal.read();
            if (next == NonBlockingInputStream.READ_EXPIRED) {
                if (read > 0) {
                    return read;
                }
                continue;
            }
            if (next < 0) {
                return read > 0 ? read : -1;
            }
            octets[from + read++] = (byte) next;
            if (next == '\n') {
                return read;
            }
        }
        return read;
    }
}
