package dev.dwx.repl.watch;

import dev.dwx.dsl.watching.Board;
import dev.dwx.dsl.watching.Instance;
import dev.dwx.render.Look;
import dev.dwx.repl.screen.FullScreen;
import dev.dwx.repl.screen.Press;
import dev.dwx.repl.watch.BoardKeys.Order;
import dev.dwx.repl.watch.BoardKeys.Step;
import dev.dwx.repl.watch.BoardState.Page;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** The board on the whole window: keys on the thread that somebody sits at, reading on one of its own. */
final class LiveBoard {
    private static final long TICK = 250;

    private final Terminal terminal;
    private final Board board;
    private final BoardPicture picture;
    private final Consumer<Runnable> behind;
    private final Supplier<String> remark;
    private final Object gate = new Object();
    private BoardState state = BoardState.EMPTY;
    private Thread reader;
    private long next;

    LiveBoard(Terminal terminal, Board board, Look look, Consumer<Runnable> behind, Supplier<String> remark) {
        this.terminal = terminal;
        this.board = board;
        this.behind = behind;
        this.remark = remark;
        picture = new BoardPicture(board.title(), board.zone(), look, board::reach);
    }

    /** Runs until somebody leaves. What has to be asked is asked on the usual screen; the board comes back after it. */
    void run() {
        read();
        try {
            Order order = Order.NONE;
            while (order != Order.LEAVE) {
                Order[] left = {Order.LEAVE};
                behind.accept(() -> {
                    try (FullScreen screen = new FullScreen(terminal)) {
                        left[0] = keys(screen);
                    }
                });
                order = left[0];
                act(order);
            }
        } finally {
            stopReading();
        }
    }

    /** Until a key asks for something that needs the usual screen, or leaves. */
    private Order keys(FullScreen screen) {
        while (true) {
            readIfDue();
            draw(screen);
            Press key = screen.key(TICK);
            Step step;
            synchronized (gate) {
                step = BoardKeys.press(state, key, BoardPicture.room(screen.rows()));
                state = step.state();
            }
            switch (step.order()) {
                case NONE -> { }
                case READ -> read();
                case DETAILS, LOG, WHY -> {
                    if (!show(screen, step.order())) {
                        return Order.LEAVE;
                    }
                }
                default -> {
                    return step.order();
                }
            }
        }
    }

    private void draw(FullScreen screen) {
        BoardState now = state();
        String said = remark.get();
        if (now.message().isEmpty() && !said.isEmpty()) {
            now = now.withMessage(said);
        }
        Duration left = Duration.ofNanos(Math.max(0, next - System.nanoTime()));
        screen.show(picture.lines(now, board.clock().instant(), left, screen.columns(), screen.rows()));
    }

    private BoardState state() {
        synchronized (gate) {
            return state;
        }
    }

    private void put(BoardState now) {
        synchronized (gate) {
            state = now;
        }
    }

    /** Shows a text about the instance; false when the user broke off its reading. */
    private boolean show(FullScreen screen, Order order) {
        Instance instance = state().current();
        put(state().withMessage(Texts.of("reading …")));
        draw(screen);
        String title = instance.task() + " (" + instance.id() + ")";
        try {
            String text = switch (order) {
                case LOG -> board.log(instance);
                case WHY -> board.why(instance);
                default -> board.details(instance);
            };
            List<String> lines = text.lines().toList();
            Page page = new Page(title, lines, 0);
            // The end of a log is what somebody looks for.
            put(state().withPage(order == Order.LOG ? page.at(lines.size(), BoardPicture.room(screen.rows())) : page));
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                return false;
            }
            put(state().withMessage(Board.line(e)));
        }
        return true;
    }

    private void act(Order order) {
        String operation = switch (order) {
            case RERUN -> "RerunTaskInstances";
            case HOLD -> "SuspendTaskInstances";
            case RESUME -> "ResumeTaskInstances";
            case STOP -> "StopTaskInstances";
            default -> null;
        };
        Instance instance = state().current();
        if (operation == null || instance == null) {
            return;
        }
        String said;
        try {
            said = board.act(operation, instance);
        } catch (RuntimeException e) {
            // A refusal, or nobody agreed: the board tells it. A stop by Ctrl-C comes back to it, too.
            Thread.interrupted();
            said = Board.line(e);
        }
        put(state().withMessage(said));
        read();
    }

    private void readIfDue() {
        if (System.nanoTime() - next > 0) {
            read();
        }
    }

    /** Begins to read unless that is being done. */
    private void read() {
        synchronized (gate) {
            if (reader != null) {
                return;
            }
            state = state.beginReading();
            reader = new Thread(this::readAll, "dwx board");
            reader.setDaemon(true);
            next = Long.MAX_VALUE / 2 + System.nanoTime();
            reader.start();
        }
    }

    private void readAll() {
        List<Instance> instances = null;
        String trouble = null;
        try {
            instances = board.read();
        } catch (RuntimeException e) {
            trouble = Board.line(e);
        }
        synchronized (gate) {
            state = instances == null ? state.failed(trouble) : state.read(instances, board.clock().instant());
            next = System.nanoTime() + board.pause().toNanos();
            reader = null;
        }
    }

    private void stopReading() {
        Thread reading;
        synchronized (gate) {
            reading = reader;
        }
        if (reading != null) {
            reading.interrupt();
            board.cancel(reading);
        }
    }
}
