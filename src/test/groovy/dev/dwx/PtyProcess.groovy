package dev.dwx

import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.regex.Pattern
import org.jline.builtins.ScreenTerminal
import org.jline.terminal.Attributes
import org.jline.terminal.Size
import org.jline.terminal.impl.jni.JniTerminalProvider
import org.jline.terminal.spi.Pty

/**
 * A command in a pseudo-terminal of its own: keys in, screen text out. The terminal is made by JLine's native library;
 * util-linux' {@code setsid} makes it the command's controlling terminal, so that Ctrl-C arrives as a signal.
 *
 * <pre>
 * def shell = PtyProcess.start(['bin/dwx', '--sandbox'], [TERM: 'xterm-256color'], directory)
 * shell.waitFor('dwx> ')
 * shell.send('1 + 1\r')
 * shell.waitFor(~/(?m)^2$/)
 * shell.send(PtyProcess.CTRL_D)
 * assert shell.exitCode() == 0
 * shell.close()
 * </pre>
 *
 * {@code waitFor} looks at what arrived since the last match, without escape sequences and with plain line ends; it
 * fails with the whole screen when the time is up.
 */
class PtyProcess implements Closeable {
    static final String CTRL_C = '\u0003'
    static final String CTRL_D = '\u0004'
    static final String TAB = '\t'
    static final String UP = '\u001b[A'

    private static final Pattern ESCAPES =
            ~/\u001b\[[0-?]*[ -\/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[()][A-Z0-9]|\u001b[=>78A-Z]/

    private final Pty pty
    private final Process process
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream()
    private final Thread pump
    private boolean ended
    private int seen
    /** From which byte on the window was how large: [byte, columns, rows]. */
    private final List<int[]> windows = []

    /** What makes a command hear Ctrl-C also when this process was started in the background, where it is ignored; empty where unknown. */
    private static final String HEARING = hearing("${program('env')} --default-signal=INT")

    private static String hearing(String prefix) {
        def known = new ProcessBuilder(['/bin/sh', '-c', "$prefix true".toString()]).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0
        known ? prefix : ''
    }

    /** Whether this machine has what is needed: a Unix with {@code setsid}. */
    static boolean available() {
        return setsid() != null
    }

    private static String setsid() {
        program('setsid')
    }

    private static String program(String name) {
        def path = (System.getenv('PATH') ?: '').split(File.pathSeparator)
        return path.collect { new File(it, name) }.find { it.canExecute() }?.path
    }

    /**
     * Starts a command.
     *
     * @param environment what differs from this process' environment; {@code null} values are taken out
     */
    static PtyProcess start(
            List<String> command, Map<String, String> environment = [:], Path directory = null, int columns = 100, int rows = 30) {
        if (!available()) {
            throw new IllegalStateException('no setsid on this machine: a pseudo-terminal cannot be given to a command')
        }
        return new PtyProcess(command, environment, directory, columns, rows)
    }

    private PtyProcess(List<String> command, Map<String, String> environment, Path directory, int columns, int rows) {
        windows << ([0, columns, rows] as int[])
        pty = new JniTerminalProvider().open(new Attributes(), new Size(columns, rows))
        pty.setAttr(cooked(pty.attr))
        def quoted = command.collect { "'" + it.replace("'", "'\\''") + "'" }.join(' ')
        def tty = pty.name
        def builder = new ProcessBuilder([setsid(), '--wait', '/bin/sh', '-c', "exec $HEARING $quoted <'${tty}' >'${tty}' 2>&1".toString()])
        builder.environment().put('TERM', 'xterm-256color')
        environment.each { name, value ->
            if (value == null) {
                builder.environment().remove(name)
            } else {
                builder.environment().put(name, value)
            }
        }
        if (directory != null) {
            builder.directory(directory.toFile())
        }
        builder.redirectErrorStream(true)
        process = builder.start()
        pump = new Thread({ pumpOutput() }, 'pty output')
        pump.daemon = true
        pump.start()
        process.onExit().thenRun { noteEnd() }
    }

    /** Types keys as they are; Enter is {@code \r}. */
    void send(String keys) {
        pty.masterOutput.write(keys.getBytes(StandardCharsets.UTF_8))
        pty.masterOutput.flush()
    }

    /** Types a line and Enter. */
    void type(String line) {
        send(line + '\r')
    }

    /** Waits until the text arrives after everything that was waited for before; gives what came up to its end. */
    String waitFor(String text, int seconds = 30) {
        return waitFor(Pattern.compile(Pattern.quote(text)), seconds)
    }

    /** The same for a pattern. */
    String waitFor(Pattern pattern, int seconds = 30) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
        synchronized (bytes) {
            while (true) {
                long looked = System.nanoTime()
                def fresh = screen().substring(Math.min(seen, screen().length()))
                def found = pattern.matcher(fresh)
                if (found.find()) {
                    seen += found.end()
                    return fresh.substring(0, found.end())
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())
                if (left <= 0 || ended) {
                    def why = ended ? 'the command ended' : "nothing came in ${seconds} s"
                    throw new AssertionError((Object) "Waited for ${pattern}, and ${why}. The screen so far:\n${screen()}")
                }
                waitForMore(left, System.nanoTime() - looked)
            }
        }
    }

    /** Everything since the last match, as it is now. */
    String rest() {
        synchronized (bytes) {
            return screen().substring(Math.min(seen, screen().length()))
        }
    }

    /** Everything so far, without escape sequences. */
    String screen() {
        synchronized (bytes) {
            return strip(raw())
        }
    }

    /**
     * The window as a person sees it now: its lines, without blanks at their ends and without the empty ones below. What the
     * command sent is drawn by an emulation of a VT100, cursor movements, erasures and scrolling included. A window
     * that became narrower has lost what stood beyond its edge.
     */
    String drawn() {
        def (columns, rows) = [windows.last()[1], windows.last()[2]]
        def screen = new ScreenTerminal(windows[0][1], windows[0][2])
        synchronized (bytes) {
            byte[] sent = bytes.toByteArray()
            windows.eachWithIndex { window, i ->
                screen.setSize(window[1], window[2])
                int end = i + 1 < windows.size() ? windows[i + 1][0] : sent.length
                screen.write(new String(sent, window[0], end - window[0], StandardCharsets.UTF_8))
            }
        }
        long[] cells = new long[columns * rows]
        int[] cursor = new int[2]
        screen.dump(cells, 0, 0, rows, columns, cursor)
        def lines = (0..<rows).collect { row ->
            def text = new StringBuilder()
            for (int column = 0; column < columns; column++) {
                int character = (int) (cells[row * columns + column] & 0xffffffffL)
                text.appendCodePoint(character == 0 ? (int) ' ' : character)
            }
            text.toString().stripTrailing()
        }
        return lines.join('\n').stripTrailing()
    }

    /** Waits until the window, as a person sees it, passes; gives it. */
    String waitUntilDrawn(int seconds = 30, Closure<Boolean> passes) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
        synchronized (bytes) {
            while (true) {
                long looked = System.nanoTime()
                def window = drawn()
                if (passes(window)) {
                    return window
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())
                if (left <= 0 || ended) {
                    throw new AssertionError((Object) "The window never looked like that. It is:\n${window}")
                }
                waitForMore(left, System.nanoTime() - looked)
            }
        }
    }

    /**
     * Waits until something arrives, and at least as long as the last look has taken: a command that writes without end would
     * otherwise be looked at after every few bytes, and held up by that.
     */
    private void waitForMore(long millis, long looked) {
        long until = System.nanoTime() + looked
        int size = bytes.size()
        bytes.wait(millis)
        for (long rest = until - System.nanoTime(); bytes.size() > size && !ended && rest > 0; rest = until - System.nanoTime()) {
            bytes.wait(rest.intdiv(1_000_000) + 1)
        }
    }

    /** Everything so far, as it was sent. */
    String raw() {
        synchronized (bytes) {
            return bytes.toString(StandardCharsets.UTF_8)
        }
    }

    /** Changes the window; the command gets the signal that says so. */
    void resize(int columns, int rows) {
        synchronized (bytes) {
            windows << ([bytes.size(), columns, rows] as int[])
        }
        pty.setSize(new Size(columns, rows))
    }

    boolean alive() {
        return process.alive
    }

    /** Waits for the command's end and gives its exit code. */
    int exitCode(int seconds = 30) {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError((Object) "The command did not end in ${seconds} s. The screen so far:\n${screen()}")
        }
        return process.exitValue()
    }

    @Override
    void close() {
        process.descendants().forEach { it.destroyForcibly() }
        process.destroyForcibly()
        process.waitFor(10, TimeUnit.SECONDS)
        pty.close()
        pump.join(2_000)
    }

    static String strip(String text) {
        // What is written over an erased line begins one.
        return ESCAPES.matcher(text.replace('\r\u001b[K', '\n')).replaceAll('').replaceAll(/\u001b[^A-Za-z]*$/, '').replace('\r', '')
    }

    private void pumpOutput() {
        byte[] buffer = new byte[8192]
        try {
            for (int n = pty.masterInput.read(buffer); n >= 0; n = pty.masterInput.read(buffer)) {
                synchronized (bytes) {
                    bytes.write(buffer, 0, n)
                    bytes.notifyAll()
                }
            }
        } catch (IOException ignored) {
            // The terminal was closed.
        }
    }

    /** Our own end of the terminal keeps it alive, so the command's end is seen by its process and an empty line. */
    private void noteEnd() {
        try {
            while (pty.masterInput.available() > 0) {
                Thread.onSpinWait()
            }
        } catch (IOException ignored) {
            // The terminal was closed.
        }
        synchronized (bytes) {
            ended = true
            bytes.notifyAll()
        }
    }

    /** What a login shell's terminal is like: lines are edited, typed text is echoed, Ctrl-C is a signal. */
    private static Attributes cooked(Attributes attributes) {
        attributes.setLocalFlags(EnumSet.of(Attributes.LocalFlag.ISIG, Attributes.LocalFlag.ICANON, Attributes.LocalFlag.ECHO,
                Attributes.LocalFlag.ECHOE, Attributes.LocalFlag.ECHOK, Attributes.LocalFlag.IEXTEN), true)
        attributes.setInputFlags(EnumSet.of(Attributes.InputFlag.ICRNL, Attributes.InputFlag.IXON), true)
        attributes.setOutputFlags(EnumSet.of(Attributes.OutputFlag.OPOST, Attributes.OutputFlag.ONLCR), true)
        attributes.setControlChar(Attributes.ControlChar.VINTR, 3)
        attributes.setControlChar(Attributes.ControlChar.VEOF, 4)
        attributes.setControlChar(Attributes.ControlChar.VERASE, 127)
        attributes.setControlChar(Attributes.ControlChar.VQUIT, 28)
        attributes.setControlChar(Attributes.ControlChar.VSUSP, 26)
        return attributes
    }
}
