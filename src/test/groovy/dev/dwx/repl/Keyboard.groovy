package dev.dwx.repl

import dev.dwx.PtyProcess
import java.nio.charset.StandardCharsets
import java.util.concurrent.TimeUnit
import org.jline.terminal.Size
import org.jline.terminal.impl.LineDisciplineTerminal

/**
 * A terminal in memory: keys in, what was printed out, without escape sequences. It knows Ctrl-C, as a real one does.
 * The reader's mark of a line that was left open ({@code ~} and blanks, overwritten at once) is left out, too.
 */
class Keyboard implements Closeable {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream()
    private int seen

    final LineDisciplineTerminal terminal

    Keyboard(String type = 'ansi', int columns = 100) {
        terminal = new LineDisciplineTerminal('keyboard', type, output(), StandardCharsets.UTF_8)
        terminal.size = new Size(columns, 30)
    }

    void type(String line) {
        keys(line + '\r')
    }

    void keys(String keys) {
        keys.getBytes(StandardCharsets.UTF_8).each { terminal.processInputByte(it) }
        terminal.flush()
    }

    /** Waits until the text was printed after everything that was waited for before; gives what came up to its end. */
    String waitFor(String text, int seconds = 8) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
        synchronized (bytes) {
            while (true) {
                def fresh = screen().substring(seen)
                int at = fresh.indexOf(text)
                if (at >= 0) {
                    seen += at + text.length()
                    return fresh.substring(0, at + text.length())
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())
                if (left <= 0) {
                    throw new AssertionError((Object) "Waited for '${text}'. The screen so far:\n${screen()}")
                }
                bytes.wait(left)
            }
        }
    }

    String screen() {
        synchronized (bytes) {
            return PtyProcess.strip(bytes.toString(StandardCharsets.UTF_8)).replaceAll(/~ +/, '')
        }
    }

    @Override
    void close() {
        terminal.close()
    }

    private OutputStream output() {
        return new OutputStream() {
            @Override
            void write(int b) {
                write([b as byte] as byte[], 0, 1)
            }

            @Override
            void write(byte[] buffer, int offset, int length) {
                synchronized (bytes) {
                    bytes.write(buffer, offset, length)
                    bytes.notifyAll()
                }
            }
        }
    }
}
