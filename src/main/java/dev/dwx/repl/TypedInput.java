package dev.dwx.repl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingInputStream;

/**
 * What a script at the prompt reads from its standard input: lines typed at the terminal; Ctrl-D on an empty line is its end. Unlike the
 * process's own, Ctrl-C ends the reading: key by key the terminal can be asked with a limit of time, for a whole line it cannot.
 */
public final class TypedInput extends InputStream {
    private static final long LOOK = 100;
    private static final int CTRL_D = 4;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;

    private final Terminal terminal;
    private byte[] line = new byte[0];
    private int next;

    public TypedInput(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws InterruptedIOException when this thread is asked to stop */
    @Override
    public int read(byte[] octets, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == line.length) {
            line = readLine();
            next = 0;
        }
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, octets, from, count);
        next += count;
        return count == 0 ? -1 : count;
    }

    private byte[] readLine() throws IOException {
        Attributes before = terminal.enterRawMode();
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        try {
            while (true) {
                int key = key();
                if (key < 0 || key == CTRL_D) {
                    return typed.toByteArray();
                }
                if (key == '\r' || key == '\n') {
                    typed.write('\n');
                    show("\n");
                    return typed.toByteArray();
                }
                if (key == DELETE || key == BACKSPACE) {
                    typed = withoutLast(typed);
                } else {
                    typed.write(key);
                    terminal.output().write(key);
                    terminal.output().flush();
                }
            }
        } finally {
            terminal.setAttributes(before);
        }
    }

    private int key() throws IOException {
        while (true) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            int key = terminal.input() instanceof NonBlockingInputStream patient ? patient.read(LOOK) : terminal.input().read();
            if (key != NonBlockingInputStream.READ_EXPIRED) {
                return key;
            }
        }
    }

    /** Without its last character, which may have several bytes. */
    private ByteArrayOutputStream withoutLast(ByteArrayOutputStream typed) {
        byte[] bytes = typed.toByteArray();
        int end = bytes.length - 1;
        while (end > 0 && (bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        if (end >= 0) {
            rest.write(bytes, 0, end);
            // All characters beyond three bytes, and most of three, take two columns.
            show(bytes.length - end > 2 ? "\b\b  \b\b" : "\b \b");
        }
        return rest;
    }

    private void show(String text) {
        terminal.writer().print(text);
        terminal.flush();
    }
}
