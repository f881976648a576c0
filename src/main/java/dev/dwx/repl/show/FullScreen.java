package dev.dwx.repl.show;

import java.io.IOError;
import java.util.ArrayList;
import java.util.List;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * The whole window for a while: lines are drawn into it, keys come out of it, and what was there before is there again when it is
 * closed. Ctrl-C comes as a key, or as the interrupt of the thread that waits for one.
 */
final class FullScreen implements AutoCloseable {
    private static final long LOOK_AROUND_MILLIS = 100;
    private static final long ESCAPE_MILLIS = 60;

    private final Terminal terminal;
    private final Attributes before;
    private final Terminal.SignalHandler resizing;
    private final BindingReader reader;
    private final KeyMap<Press> keys = new KeyMap<>();
    private volatile boolean resized;
    private List<String> drawn = List.of();

    FullScreen(Terminal terminal) {
        this.terminal = terminal;
        terminal.flush();
        before = terminal.enterRawMode();
        resizing = terminal.handle(Terminal.Signal.WINCH, signal -> resized = true);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        terminal.puts(Capability.cursor_invisible);
        terminal.puts(Capability.clear_screen);
        terminal.flush();
        reader = new BindingReader(terminal.reader());
        bind();
    }

    /** Whether a terminal can be drawn on, and has room for anything. */
    static boolean possible(Terminal terminal) {
        boolean able = terminal.getStringCapability(Capability.cursor_address) != null && terminal.getStringCapability(Capability.enter_ca_mode) != null;
        return able && !terminal.getType().startsWith(Terminal.TYPE_DUMB) && terminal.getHeight() >= 4 && terminal.getWidth() >= 10;
    }

    int rows() {
        return Math.max(2, terminal.getHeight());
    }

    int columns() {
        return Math.max(10, terminal.getWidth());
    }

    /** Draws the lines that have changed; the last one in reverse. */
    void draw(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (i < drawn.size() && drawn.size() == lines.size() && drawn.get(i).equals(lines.get(i))) {
                continue;
            }
            terminal.puts(Capability.cursor_address, i, 0);
            boolean status = i == lines.size() - 1;
            terminal.writer().print(status ? "\u001b[7m" + lines.get(i) + "\u001b[0m" : lines.get(i));
            terminal.puts(Capability.clr_eol);
        }
        drawn = new ArrayList<>(lines);
        terminal.flush();
    }

    /** Others may have written on the screen: the next drawing draws all of it. */
    void spoilt() {
        drawn = List.of();
        terminal.puts(Capability.clear_screen);
    }

    /** Waits for a key. Ctrl-C and the end of the terminal are keys, too. */
    Press key() {
        try {
            while (true) {
                if (resized) {
                    resized = false;
                    spoilt();
                    return Press.of(Press.Key.RESIZED);
                }
                if (Thread.interrupted()) {
                    return Press.of(Press.Key.CTRL_C);
                }
                int next = reader.peekCharacter(LOOK_AROUND_MILLIS);
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
        terminal.puts(Capability.cursor_visible);
        terminal.puts(Capability.keypad_local);
        terminal.puts(Capability.exit_ca_mode);
        terminal.handle(Terminal.Signal.WINCH, resizing);
        terminal.setAttributes(before);
        terminal.flush();
    }
}
