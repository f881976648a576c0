package dev.dwx.repl.screen;

import java.io.IOError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * The whole window for a while: lines are drawn into it, keys come out of it, and what was there before is there again when it is
 * closed. Ctrl-C comes as a key, or as the interrupt of the thread that waits for one.
 */
public final class FullScreen implements AutoCloseable {
    private static final Size USUAL = new Size(80, 24);
    private static final long LOOK_AROUND_MILLIS = 100;
    private static final long ESCAPE_MILLIS = 60;

    private final Terminal terminal;
    private final Attributes before;
    private final Terminal.SignalHandler resizing;
    private final BindingReader reader;
    private final Display display;
    private final KeyMap<Press> keys = new KeyMap<>();
    private volatile boolean resized;
    private Size size = new Size();

    public FullScreen(Terminal terminal) {
        this.terminal = terminal;
        terminal.flush();
        before = terminal.enterRawMode();
        resizing = terminal.handle(Terminal.Signal.WINCH, signal -> resized = true);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        terminal.puts(Capability.cursor_invisible);
        display = new Display(terminal, true);
        terminal.flush();
        reader = new BindingReader(terminal.reader());
        bind();
    }

    /** Whether a terminal shows text and nothing else. */
    public static boolean isDumb(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    /** Whether a terminal can be drawn on, and has room for anything. */
    public static boolean possible(Terminal terminal) {
        boolean able = terminal.getStringCapability(Capability.cursor_address) != null && terminal.getStringCapability(Capability.enter_ca_mode) != null;
        return able && !isDumb(terminal) && terminal.getHeight() >= 4 && terminal.getWidth() >= 10;
    }

    private Size window() {
        Size now = terminal.getSize();
        return now.getColumns() <= 0 || now.getRows() <= 0 ? USUAL : now;
    }

    public int rows() {
        return Math.max(2, window().getRows());
    }

    public int columns() {
        return Math.max(10, window().getColumns());
    }

    /** Draws lines that may have colour in them, the last one in reverse; only what differs is sent. */
    public void draw(List<String> lines) {
        List<AttributedString> drawn = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            AttributedString line = AttributedString.fromAnsi(lines.get(i));
            drawn.add(i < lines.size() - 1 ? line : new AttributedString(line.toString(), AttributedStyle.INVERSE));
        }
        show(drawn);
    }

    /** Puts these lines in place of the ones before; only what differs is sent. */
    public void show(List<AttributedString> lines) {
        Size now = window();
        if (!now.equals(size)) {
            size = new Size(now.getColumns(), now.getRows());
            display.resize(size.getRows(), size.getColumns());
            display.clear();
        }
        List<AttributedString> window = new ArrayList<>();
        for (int i = 0; i < size.getRows(); i++) {
            AttributedString line = i < lines.size() ? lines.get(i) : AttributedString.EMPTY;
            window.add(line.columnLength() > size.getColumns() ? line.columnSubSequence(0, size.getColumns()) : line);
        }
        display.update(window, 0);
        terminal.flush();
    }

    /** Others may have written on the screen: the next drawing draws all of it. */
    public void spoilt() {
        size = new Size();
    }

    /** Waits for a key. Ctrl-C and the end of the terminal are keys, too. */
    public Press key() {
        Press press = Press.of(Press.Key.NONE);
        while (press.key() == Press.Key.NONE) {
            press = key(TimeUnit.MINUTES.toMillis(1));
        }
        return press;
    }

    /** Waits so long at most; {@link Press.Key#NONE} when none was pressed. */
    public Press key(long millis) {
        long from = System.nanoTime();
        try {
            while (true) {
                if (resized) {
                    resized = false;
                    return Press.of(Press.Key.RESIZED);
                }
                if (Thread.interrupted()) {
                    return Press.of(Press.Key.CTRL_C);
                }
                long left = millis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
                if (left <= 0) {
                    return Press.of(Press.Key.NONE);
                }
                int next = reader.peekCharacter(Math.min(left, LOOK_AROUND_MILLIS));
                if (next == NonBlockingReader.READ_EXPIRED) {
                    continue;
                }
                Press press = next < 0 ? null : reader.readBinding(keys, null, true);
                return press == null ? Press.of(Press.Key.CTRL_C)
                        : press.key() == Press.Key.TEXT ? Press.text(reader.getLastBinding()) : press;
            }
        } catch (EndOfFileException | IOError | IllegalStateException e) {
            Thread.interrupted();
            return Press.of(Press.Key.CTRL_C);
        }
    }

    private void bind() {
        keys.setAmbiguousTimeout(ESCAPE_MILLIS);
        keys.setUnicode(Press.text(""));
        for (char c = ' '; c < 0x7f; c++) {
            keys.bind(Press.text(""), String.valueOf(c));
        }
        bind(Press.Key.UP, Capability.key_up, "\u001b[A", "\u001bOA", "\u0010");
        bind(Press.Key.DOWN, Capability.key_down, "\u001b[B", "\u001bOB", "\u000e");
        bind(Press.Key.RIGHT, Capability.key_right, "\u001b[C", "\u001bOC");
        bind(Press.Key.LEFT, Capability.key_left, "\u001b[D", "\u001bOD");
        bind(Press.Key.PAGE_UP, Capability.key_ppage, "\u001b[5~");
        bind(Press.Key.PAGE_DOWN, Capability.key_npage, "\u001b[6~");
        bind(Press.Key.HOME, Capability.key_home, "\u001b[H", "\u001bOH", "\u001b[1~");
        bind(Press.Key.END, Capability.key_end, "\u001b[F", "\u001bOF", "\u001b[4~");
        bind(Press.Key.F2, Capability.key_f2, "\u001bOQ", "\u001b[12~");
        bind(Press.Key.BACKSPACE, Capability.key_backspace, "\u007f", "\b");
        bind(Press.Key.ENTER, null, "\r", "\n");
        bind(Press.Key.ESCAPE, null, "\u001b");
        bind(Press.Key.CTRL_C, null, "\u0003", "\u0004");
    }

    private void bind(Press.Key key, Capability capability, String... sequences) {
        String own = capability == null ? null : KeyMap.key(terminal, capability);
        if (own != null && !own.isEmpty()) {
            keys.bind(Press.of(key), own);
        }
        for (String sequence : sequences) {
            keys.bind(Press.of(key), sequence);
        }
    }

    @Override
    public void close() {
        try {
            terminal.puts(Capability.cursor_normal);
            terminal.puts(Capability.keypad_local);
            terminal.puts(Capability.exit_ca_mode);
            terminal.handle(Terminal.Signal.WINCH, resizing);
            terminal.setAttributes(before);
            terminal.flush();
        } catch (IllegalStateException e) {
            // The window was closed; nothing is left to be put back.
            return;
        }
    }
}
