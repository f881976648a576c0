package dev.dwx.cli;

import dev.dwx.dsl.Progress;
import dev.dwx.dsl.progress.Doing;
import dev.dwx.dsl.progress.ProgressText;
import dev.dwx.render.Look;
import dev.dwx.render.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The status line of a terminal: written over itself, a few times a second, and gone before anything else is written to either
 * stream. It stays away while somebody is asked something, and where the last line of output has no end yet. What is under way for
 * longest is shown, with what holds it up; the time goes on by itself.
 */
final class ProgressLine implements Progress {
    private static final long PAUSE = 200;
    /** The thread ends when nothing has been under way for so many rounds. */
    private static final int IDLE = 20;
    private static final String ERASE = "\r\u001b[K";
    /** How much of what is printed is kept while the screen belongs to something else. */
    private static final int HELD = 1 << 20;

    private final OutputStream terminal;
    private final boolean unicode;
    private final LongSupplier nanos;
    private final boolean ticking;
    private final Set<String> farewells = new LinkedHashSet<>();
    private final List<Doing> underWay = new ArrayList<>();
    private final int width;
    /** {@code null} until somebody knows better than what the process was started with. */
    private IntSupplier window;
    private Thread ticker;
    private String shown;
    private boolean lineBegun;
    private boolean over;
    private int questions;
    private ByteArrayOutputStream held;

    /**
     * @param terminal standard error, unbuffered; {@code null} when nobody reads it
     * @param columns of the terminal
     * @param unicode whether it draws more than ASCII
     * @param nanos a clock that only goes forward
     * @param ticking whether the line goes on by itself; otherwise {@link #tick} is called
     */
    ProgressLine(OutputStream terminal, int columns, boolean unicode, LongSupplier nanos, boolean ticking) {
        this.terminal = terminal;
        width = columns;
        this.unicode = unicode;
        this.nanos = nanos;
        this.ticking = ticking;
    }

    /** Whoever knows how wide the window is, which may change. */
    synchronized void columns(IntSupplier window) {
        this.window = window;
    }

    /** How wide the window is now; 0 while nobody knows more than what the process was started with. */
    synchronized int columns() {
        return window == null ? 0 : window.getAsInt();
    }

    @Override
    public Doing begin(String what) {
        Doing doing = new Doing(what, nanos, this::ended);
        synchronized (this) {
            if (terminal != null && !over) {
                underWay.add(doing);
                if (ticking && ticker == null) {
                    ticker = new Thread(this::ticks, "dwx progress");
                    ticker.setDaemon(true);
                    ticker.start();
                }
            }
        }
        return doing;
    }

    /** Its line stays until the next round: what follows at once, such as the next page, is the same wait to whoever looks. */
    private synchronized void ended(Doing doing) {
        underWay.remove(doing);
    }

    private void ticks() {
        int idle = 0;
        while (true) {
            synchronized (this) {
                tick();
                idle = underWay.isEmpty() && shown == null ? idle + 1 : 0;
                if (idle > IDLE || over) {
                    ticker = null;
                    return;
                }
                try {
                    wait(PAUSE);
                } catch (InterruptedException e) {
                    ticker = null;
                    return;
                }
            }
        }
    }

    /** Shows how things stand now. */
    synchronized void tick() {
        if (terminal == null || over || questions > 0 || lineBegun) {
            return;
        }
        String line = null;
        for (Doing doing : underWay) {
            if (doing.seconds() >= 1) {
                line = ProgressText.draw(doing.moment(underWay.get(underWay.size() - 1)), (window == null ? width : window.getAsInt()) - 1, unicode);
                break;
            }
        }
        if (line == null) {
            clear();
        } else if (!line.equals(shown)) {
            shown = line;
            write(ERASE + VisibleText.line(line, Look.PLAIN));
        }
    }

    @Override
    public synchronized void clear() {
        if (shown != null) {
            shown = null;
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

    @Override
    public <T> T without(Supplier<T> question) {
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

    /**
     * The screen belongs to something that draws on the whole of it: what is printed meanwhile is kept, and comes when it is over.
     */
    void behind(Runnable work) {
        without(() -> {
            boolean outermost;
            synchronized (this) {
                outermost = held == null;
                held = outermost ? new ByteArrayOutputStream() : held;
            }
            try {
                work.run();
                return null;
            } finally {
                release(outermost);
            }
        });
    }

    private synchronized void release(boolean outermost) {
        if (outermost) {
            byte[] kept = held.toByteArray();
            held = null;
            if (kept.length > 0) {
                write(new String(kept, StandardCharsets.UTF_8));
                lineBegun = kept[kept.length - 1] != '\n';
            }
        }
    }

    /** The last line that is kept while the screen belongs to something else; empty when nothing was printed. */
    synchronized String lastHeld() {
        String text = held == null ? "" : held.toString(StandardCharsets.UTF_8).stripTrailing();
        return text.substring(text.lastIndexOf('\n') + 1);
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
                        if (held != null) {
                            if (held.size() < HELD) {
                                held.write(octets, from, length);
                            }
                            return;
                        }
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
