package dev.dwx.repl.watch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * The terminal's other screen, with single keys: what was on the terminal comes back when it is closed, with its modes. Ctrl-C stays a
 * signal.
 */
final class Overlay implements AutoCloseable {
    private static final Size USUAL = new Size(80, 24);
    private static final long ESCAPE_WAIT = 40;
    private static final int ESCAPE = 27;

    private final Terminal terminal;
    private final Attributes before;
    private final Display display;
    private Size size = new Size();

    Overlay(Terminal terminal) {
        this.terminal = terminal;
        before = terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        display = new Display(terminal, true);
        terminal.flush();
    }

    /** The window as it is now. */
    Size size() {
        Size now = terminal.getSize();
        return now.getColumns() <= 0 || now.getRows() <= 0 ? USUAL : now;
    }

    /** Puts these lines in place of the ones before; only what differs is sent. */
    void draw(List<AttributedString> lines) {
        Size now = size();
        if (!now.equals(size)) {
            size = now;
            display.resize(now.getRows(), now.getColumns());
            display.clear();
        }
        List<AttributedString> window = new ArrayList<>();
        for (int i = 0; i < now.getRows(); i++) {
            AttributedString line = i < lines.size() ? lines.get(i) : AttributedString.EMPTY;
            window.add(line.columnLength() > now.getColumns() ? line.columnSubSequence(0, now.getColumns()) : line);
        }
        display.update(window, 0);
    }

    /**
     * The next key.
     *
     * @param millis how long to wait for it
     * @throws InterruptedException when this thread was asked to stop
     */
    Key key(long millis) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted");
        }
        try {
            int read = terminal.reader().read(Math.max(1, millis));
            return switch (read) {
                case NonBlockingReader.READ_EXPIRED -> Key.NONE;
                case NonBlockingReader.EOF -> Key.of(Key.Kind.GONE);
                case '\r', '\n' -> Key.of(Key.Kind.ENTER);
                case 8, 127 -> Key.of(Key.Kind.BACKSPACE);
                case ESCAPE -> escape();
                default -> new Key(Key.Kind.CHARACTER, read);
            };
        } catch (InterruptedIOException e) {
            InterruptedException interrupted = new InterruptedException("interrupted");
            interrupted.initCause(e);
            throw interrupted;
        } catch (IOException e) {
            // The window was closed.
            return Key.of(Key.Kind.GONE);
        }
    }

    private Key escape() throws IOException {
        int next = terminal.reader().read(ESCAPE_WAIT);
        if (next != '[' && next != 'O') {
            return Key.of(Key.Kind.ESCAPE);
        }
        int last = terminal.reader().read(ESCAPE_WAIT);
        int first = last;
        while (last >= 0 && (last < '@' || last > '~')) {
            last = terminal.reader().read(ESCAPE_WAIT);
        }
        return switch (last) {
            case 'A' -> Key.of(Key.Kind.UP);
            case 'B' -> Key.of(Key.Kind.DOWN);
            case 'H' -> Key.of(Key.Kind.FIRST);
            case 'F' -> Key.of(Key.Kind.LAST);
            case '~' -> switch (first) {
                case '1', '7' -> Key.of(Key.Kind.FIRST);
                case '4', '8' -> Key.of(Key.Kind.LAST);
                case '5' -> Key.of(Key.Kind.PAGE_UP);
                case '6' -> Key.of(Key.Kind.PAGE_DOWN);
                default -> Key.NONE;
            };
            default -> Key.NONE;
        };
    }

    @Override
    public void close() {
        try {
            terminal.puts(Capability.cursor_normal);
            terminal.puts(Capability.exit_ca_mode);
            terminal.setAttributes(before);
            terminal.flush();
        } catch (IllegalStateException e) {
            // The window was closed; nothing is left to be put back.
            return;
        }
    }
}
