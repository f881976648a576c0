package dev.dwx.repl.watch;

import dev.dwx.dsl.watching.Round;
import dev.dwx.dsl.watching.Rounds;
import dev.dwx.render.Renderer;
import dev.dwx.repl.screen.FullScreen;
import dev.dwx.repl.screen.Press;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;

/** Rounds of a watch on the whole window, with their keys. */
final class LiveWatch {
    /** How often the time on it is drawn. */
    private static final long TICK = 250;
    private static final Duration PAUSED = Duration.ofSeconds(-1);

    private final FullScreen screen;
    private final Rounds rounds;
    private final Renderer renderer;
    private final Supplier<ZoneId> zone;
    private final Supplier<String> remark;
    private List<AttributedString> before = List.of();
    private List<AttributedString> body = List.of();
    private Round round;

    LiveWatch(FullScreen screen, Rounds rounds, Renderer renderer, Supplier<ZoneId> zone, Supplier<String> remark) {
        this.screen = screen;
        this.rounds = rounds;
        this.renderer = renderer;
        this.zone = zone;
        this.remark = remark;
    }

    /** Runs until the user leaves, be it by Ctrl-C. */
    void run() {
        do {
            draw(null);
            round = rounds.next();
            if (round.trouble() == null) {
                List<AttributedString> now = lines(round.value());
                body = Changes.marked(before, now);
                before = now;
            }
        } while (!rounds.isOver() && rest());
    }

    private List<AttributedString> lines(Object value) {
        String text = renderer.withLook(renderer.look().withWidth(screen.columns())).render(value);
        String footer = renderer.footer(value);
        List<AttributedString> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(AttributedString.fromAnsi(line)));
        if (footer != null) {
            footer.lines().forEach(line -> lines.add(AttributedString.fromAnsi(line)));
        }
        return lines;
    }

    private void draw(Duration next) {
        screen.show(WatchPicture.lines(rounds, round, body, next, remark.get(), zone.get(), screen.rows()));
    }

    /** Waits for the next look; false when the user leaves. */
    private boolean rest() {
        long from = System.nanoTime();
        boolean paused = false;
        while (true) {
            Duration left = rounds.pause().minusNanos(System.nanoTime() - from);
            if (!paused && (left.isNegative() || left.isZero())) {
                return true;
            }
            draw(paused ? PAUSED : left);
            Press key = screen.key(paused ? TICK : Math.min(TICK, Math.max(1, left.toMillis())));
            if (key.leaves()) {
                return false;
            } else if (key.types("r")) {
                return true;
            } else if (key.types(" ")) {
                paused = !paused;
            } else if (key.types("+")) {
                rounds.faster();
            } else if (key.types("-")) {
                rounds.slower();
            }
        }
    }
}
