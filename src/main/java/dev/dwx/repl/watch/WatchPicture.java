package dev.dwx.repl.watch;

import dev.dwx.dsl.waiting.Lapse;
import dev.dwx.dsl.watching.Round;
import dev.dwx.dsl.watching.Rounds;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * A watch as it is drawn: a line that tells what, how often and when; the value; the keys.
 *
 * <pre>
 * watch · every 10 s · round 4 at 10:15:30 · next in 6 s
 *
 * Id            Name        Status
 * …
 *
 * q leaves · space pauses · r looks now · + - how often
 * </pre>
 */
final class WatchPicture {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int FRAME = 4;

    private WatchPicture() {
    }

    /**
     * The lines of a window.
     *
     * @param round the last look; {@code null} before the first has ended
     * @param body the value's lines, changes marked
     * @param next until the next look; {@code null} while one is under way; negative when the watch rests
     * @param remark what was said meanwhile; empty for nothing
     */
    static List<AttributedString> lines(Rounds rounds, Round round, List<AttributedString> body, Duration next, String remark, ZoneId zone,
            int height) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(new AttributedString(head(rounds, round, next, zone), AttributedStyle.BOLD));
        String trouble = round == null || round.trouble() == null ? remark : round.trouble();
        lines.add(trouble.isEmpty() ? AttributedString.EMPTY : new AttributedString("! " + trouble));
        int room = Math.max(1, height - FRAME);
        if (body.size() <= room) {
            lines.addAll(body);
        } else {
            lines.addAll(body.subList(0, room - 1));
            int more = body.size() - room + 1;
            lines.add(new AttributedString(more == 1 ? Texts.of("… one line more") : Texts.of("… {0} lines more", more), AttributedStyle.DEFAULT.faint()));
        }
        while (lines.size() < height - 1) {
            lines.add(AttributedString.EMPTY);
        }
        lines.add(new AttributedString(Texts.of("q leaves · space pauses · r looks now · + - how often"), AttributedStyle.DEFAULT.faint()));
        return lines;
    }

    private static String head(Rounds rounds, Round round, Duration next, ZoneId zone) {
        String every = Texts.of("{0} · every {1}", rounds.what(), Lapse.text(rounds.every()));
        String last = round == null ? every : Texts.of("{0} · round {1} at {2}", every, round.number(), TIME.format(round.at().atZone(zone)));
        return next == null ? Texts.of("{0} · looking …", last) : next.isNegative() ? Texts.of("{0} · paused", last)
                : Texts.of("{0} · next in {1}", last, Lapse.text(Duration.ofSeconds(Math.max(1, (next.toMillis() + 999) / 1000))));
    }
}
