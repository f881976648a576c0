package dev.dwx.dsl;

import dev.dwx.catalog.NearNames;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.waiting.Lapse;
import dev.dwx.dsl.watching.Board;
import dev.dwx.dsl.watching.Round;
import dev.dwx.dsl.watching.Rounds;
import dev.dwx.dsl.watching.Stage;
import dev.dwx.texts.Texts;
import groovy.lang.Closure;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/** What {@code watch} is given, and where its looks are shown: in place on a terminal, one below the other elsewhere. */
final class Watches {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final List<String> OPTIONS = List.of("every", "times", "until", "what");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Session session;
    private final Consumer<String> out;

    /** @param out takes lines of text where there is no screen to draw on */
    Watches(Session session, Consumer<String> out) {
        this.session = session;
        this.out = out;
    }

    /** {@code watch(every: '10s') { … }} and {@code watch instances}. */
    Object watch(Map<?, ?> options, Object thing) {
        if (thing instanceof Closure<?> block) {
            return block(options, block);
        }
        if ("instances".equals(String.valueOf(thing))) {
            return board(options);
        }
        throw new IllegalArgumentException(Texts.of(
                "watch takes a block, or the word instances: watch(every: '10s') { ListNodes() }, watch instances"));
    }

    private Object block(Map<?, ?> options, Closure<?> block) {
        check(options, OPTIONS);
        int times = number(options.get("times"));
        Predicate<Object> until = until(options.get("until"));
        Rounds rounds = new Rounds(options.get("what") == null ? "watch" : String.valueOf(options.get("what")), () -> look(block), until,
                times, every(options, EVERY), session.clock(), session.budget()::widen);
        if (session.context().rehearsal() != null) {
            rounds.next();
        } else if (session.stage().isOpen()) {
            session.stage().rounds(rounds);
        } else {
            print(rounds);
        }
        return rounds.value();
    }

    /** One after the other, each below a line with its time. */
    private void print(Rounds rounds) {
        ZoneId zone = session.context().timeZone();
        while (true) {
            Round round = rounds.next();
            boolean over = rounds.isOver();
            String time = TIME.format(round.at().atZone(zone));
            out.accept(over ? Texts.of("{0} · round {1}", time, round.number())
                    : Texts.of("{0} · round {1} · next in {2}", time, round.number(), Lapse.text(rounds.pause())));
            if (round.trouble() == null) {
                session.show("table", round.value());
            } else {
                out.accept("  " + round.trouble());
            }
            if (over) {
                return;
            }
            try {
                session.timer().sleep(rounds.pause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw ApiException.of(ApiException.Stage.NOT_SENT, "watch", session.context().version()).code("dwx.Cancelled")
                        .why(Texts.of("stopped after round {0}", round.number())).cause(e).build();
            }
        }
    }

    private Object board(Map<?, ?> options) {
        check(options, List.of("every", "bizdate", "environment"));
        Board board = session.lifecycle().board(options.get("bizdate"), options.get("environment"), every(options, Board.EVERY));
        Stage stage = session.stage();
        if (stage.isOpen()) {
            stage.board(board);
        } else {
            board.readAll();
        }
        return board.counts();
    }

    /** One look. It comes again and again, so nothing in it may change anything. */
    private Object look(Closure<?> block) {
        Context context = session.context();
        if (context.readOnly()) {
            return block.call();
        }
        try {
            return session.within(context.withReadOnly(true), block::call);
        } catch (ApiException e) {
            if (!"dwx.ReadOnly".equals(e.code())) {
                throw e;
            }
            throw ApiException.of(ApiException.Stage.NOT_SENT, e.operation(), e.version()).code("dwx.WriteInWatch")
                    .why(Texts.of("watch looks again and again, and this call changes something: it would be made at every look"))
                    .next(Texts.of("make the call first, then watch what comes of it")).cause(e).build();
        }
    }

    private static Predicate<Object> until(Object given) {
        if (given == null) {
            return value -> false;
        }
        if (!(given instanceof Closure<?> condition)) {
            throw new IllegalArgumentException(Texts.of("until takes a block: until: { it.total == 0 }"));
        }
        return value -> DefaultTypeTransformation.castToBoolean(condition.call(value));
    }

    private static int number(Object given) {
        if (given == null) {
            return 0;
        }
        if (!(given instanceof Integer count) || count < 1) {
            throw new IllegalArgumentException(Texts.of("times is a number of looks, 1 or more; not {0}", given));
        }
        return count;
    }

    private static Duration every(Map<?, ?> options, Duration usual) {
        Object given = options.get("every");
        Duration every = given == null ? usual : Lapse.of(given, "every");
        if (every.compareTo(Rounds.SHORTEST) < 0) {
            throw new IllegalArgumentException(Texts.of("every: {0} is too often; once a second is the most.", given));
        }
        return every;
    }

    private static void check(Map<?, ?> options, List<String> known) {
        for (Object name : options.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                List<String> near = NearNames.of(String.valueOf(name), known);
                throw new IllegalArgumentException(near.isEmpty() ? Texts.of("There is no option {0}. There is {1}.", name, String.join(", ", known))
                        : Texts.of("There is no option {0}. Did you mean {1}?", name, near.get(0)));
            }
        }
    }
}
