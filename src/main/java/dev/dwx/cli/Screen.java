package dev.dwx.cli;

import dev.dwx.render.Folding;
import dev.dwx.render.Look;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Standard output and error of this process, and what is at their other end; asked once, here. Nothing else looks
 * whether a stream is a terminal.
 *
 * @param out data
 * @param err everything else
 * @param inputIsTerminal whether somebody can type
 * @param outputIsTerminal whether somebody reads the data
 * @param errorIsTerminal whether somebody reads the rest
 * @param columns of the terminal
 * @param colour whether the environment allows colour
 * @param unicode whether the terminal draws more than ASCII, as far as its type tells
 * @param progress the status line, which only a terminal shows
 */
record Screen(
        PrintStream out,
        PrintStream err,
        boolean inputIsTerminal,
        boolean outputIsTerminal,
        boolean errorIsTerminal,
        int columns,
        boolean colour,
        boolean unicode,
        ProgressLine progress) {

    private static final int USUAL_COLUMNS = 100;
    /** No lambda: this is on the way of the shortest start. */
    private static final LongSupplier NANOS = new LongSupplier() {
        @Override
        public long getAsLong() {
            return System.nanoTime();
        }
    };

    /** The process's own streams, in UTF-8. The launcher has found out what they are ({@code dwx.tty}). */
    static Screen standard(Map<String, String> environment) {
        String tty = System.getProperty("dwx.tty");
        // Without the launcher (java -jar) the JDK is asked; that costs a few milliseconds.
        boolean both = tty == null && System.console() != null;
        String term = environment.get("TERM");
        boolean output = both || tty != null && tty.contains("o");
        boolean error = both || tty != null && tty.contains("e");
        boolean able = term != null && !term.equals("dumb");
        int columns = columns(environment);
        FileOutputStream err = new FileOutputStream(FileDescriptor.err);
        ProgressLine progress = new ProgressLine(error && able ? err : null, columns, able, NANOS, true);
        return new Screen(
                stream(output ? progress.before(new FileOutputStream(FileDescriptor.out)) : new FileOutputStream(FileDescriptor.out), output),
                stream(error ? progress.before(err) : err, true),
                both || tty != null && tty.contains("i"),
                output,
                error,
                columns,
                environment.getOrDefault("NO_COLOR", "").isEmpty() && able,
                !"dumb".equals(term),
                progress);
    }

    /** How data is shown here. */
    Look look(boolean noColor) {
        return outputIsTerminal ? new Look(columns, colour && !noColor, unicode) : Look.PLAIN;
    }

    /** A remark, after what was printed before it; folded at words at a prompt, which knows how wide its window is now. */
    void note(String text) {
        out.flush();
        err.println(errorIsTerminal && unicode ? Folding.of(text, progress.columns()) : text);
        err.flush();
    }

    void flush() {
        out.flush();
        err.flush();
    }

    private static int columns(Map<String, String> environment) {
        for (String text : new String[] {System.getProperty("dwx.columns"), environment.get("COLUMNS")}) {
            if (text != null && !text.isEmpty() && text.length() < 5) {
                try {
                    return Math.max(20, Integer.parseInt(text));
                } catch (NumberFormatException e) {
                    // Not a width; the next one may be.
                    continue;
                }
            }
        }
        return USUAL_COLUMNS;
    }

    private static PrintStream stream(OutputStream descriptor, boolean lines) {
        // Flushed by whoever has printed something that must be seen now, and at the end.
        return new PrintStream(new BufferedOutputStream(descriptor, 8192), lines, StandardCharsets.UTF_8);
    }
}
