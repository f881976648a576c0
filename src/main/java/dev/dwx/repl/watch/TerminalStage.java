package dev.dwx.repl.watch;

import dev.dwx.repl.screen.FullScreen;
import dev.dwx.dsl.watching.Board;
import dev.dwx.dsl.watching.Rounds;
import dev.dwx.dsl.watching.Stage;
import dev.dwx.render.Renderer;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** The terminal of the prompt as a stage. Ctrl-C leaves what is on it, and what was seen last is the result. */
public final class TerminalStage implements Stage {
    private final Terminal terminal;
    private final Supplier<Renderer> renderer;
    private final Supplier<ZoneId> zone;
    private final Consumer<Runnable> behind;
    private final Supplier<String> remark;

    /**
     * @param renderer draws values
     * @param zone times of day are shown in it
     * @param behind runs what has the screen to itself: what is printed meanwhile comes afterwards
     * @param remark the last of what is kept for afterwards; empty for nothing
     */
    public TerminalStage(Terminal terminal, Supplier<Renderer> renderer, Supplier<ZoneId> zone, Consumer<Runnable> behind,
            Supplier<String> remark) {
        this.terminal = terminal;
        this.renderer = renderer;
        this.zone = zone;
        this.behind = behind;
        this.remark = remark;
    }

    @Override
    public boolean isOpen() {
        return !FullScreen.isDumb(terminal);
    }

    @Override
    public void rounds(Rounds rounds) {
        behind.accept(() -> {
            try (FullScreen screen = new FullScreen(terminal)) {
                new LiveWatch(screen, rounds, renderer.get(), zone, remark).run();
            } catch (RuntimeException e) {
                // Ctrl-C in a round: what it broke off is no failure of the watch once there is something to show.
                if (!Thread.interrupted() || rounds.value() == null) {
                    throw e;
                }
            }
        });
    }

    @Override
    public void board(Board board) {
        new LiveBoard(terminal, board, renderer.get().look(), behind, remark).run();
    }
}
