package dev.dwx.dsl.progress;

import dev.dwx.dsl.waiting.Lapse;
import dev.dwx.render.DisplayWidth;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The line that tells how something stands, in as many columns as there are: what is least needed goes first where they are few.
 *
 * <pre>
 * ListNodes.all: 1,200 of 3,400 · 48 a second · 25 s, 46 s left ▕████▌     ▏ Ctrl-C stops
 * waiting for ListNodes · 3 s · Ctrl-C stops
 * </pre>
 */
public final class ProgressText {
    private static final int BAR = 10;
    private static final String PARTS = " ▏▎▍▌▋▊▉";
    private static final int EIGHTHS = 8;
    /** Less than this of what is waited for says nothing. */
    private static final int LEAST = 24;

    private ProgressText() {
    }

    /**
     * Draws it.
     *
     * @param columns no more than these are used
     * @param unicode whether the terminal draws more than ASCII
     */
    public static String draw(Moment moment, int columns, boolean unicode) {
        String dot = unicode ? " · " : " - ";
        String mark = unicode ? "…" : "~";
        String state = state(moment);
        String rate = rate(moment);
        String time = time(moment);
        String bar = bar(moment, unicode);
        String full = "";
        // From all that there is to the least that helps; the first that fits is shown. A long name is cut before the way out goes.
        for (boolean[] shown : new boolean[][] {{true, true, true}, {true, false, true}, {false, false, true}, {false, false, false}}) {
            String squeezed = shown[2] ? null : squeezed(moment, state, dot + time + dot + moment.leave(), columns, mark);
            if (squeezed != null) {
                return squeezed;
            }
            List<String> pieces = new ArrayList<>();
            if (shown[0] && rate != null) {
                pieces.add(rate);
            }
            pieces.add(time);
            String end = shown[2] ? moment.leave() : "";
            String line = dot + String.join(dot, pieces);
            String rest = state + (shown[1] && bar != null ? line + " " + bar + " " + end : end.isEmpty() ? line : line + dot + end);
            full = moment.what() + rest;
            String fitting = shown[0] ? full : shortened(moment.what(), columns - DisplayWidth.of(rest), mark) + rest;
            if (DisplayWidth.of(fitting) <= columns) {
                return fitting;
            }
        }
        return DisplayWidth.cut(full, columns, mark);
    }

    /** Where how it stands is as long as the name, with the time and the way out behind as much of both as has room; {@code null} where nothing has. */
    private static String squeezed(Moment moment, String state, String tail, int columns, String mark) {
        int room = columns - DisplayWidth.of(tail);
        if (moment.state() == null || moment.leave().isEmpty() || room < LEAST) {
            return null;
        }
        String what = halved(moment.what(), Math.min(LEAST, room / 2), mark);
        return what + DisplayWidth.cut(state, room - DisplayWidth.of(what), mark) + tail;
    }

    /** A long name without its middle: what it is stands first in it, and whose it is last. */
    private static String shortened(String what, int room, String mark) {
        return room < LEAST ? what : halved(what, room, mark);
    }

    private static String halved(String what, int room, String mark) {
        if (DisplayWidth.of(what) <= room) {
            return what;
        }
        String first = DisplayWidth.cut(what, room / 2, mark);
        int from = what.length();
        for (int i = 0; DisplayWidth.of(what.substring(i)) > room - DisplayWidth.of(first);) {
            i = DisplayWidth.next(what, i);
            from = i;
        }
        return first + what.substring(from);
    }

    private static String state(Moment moment) {
        String text = "";
        if (moment.done() >= 0) {
            String done = moment.words().apply(moment.done());
            text += ": " + (moment.of() < 0 ? done : Texts.of("{0} of {1}", done, moment.words().apply(moment.of())));
        }
        if (moment.failed() > 0) {
            text += ", " + Texts.of("{0} failed", moment.words().apply(moment.failed()));
        }
        return moment.state() == null ? text : text + ": " + moment.state();
    }

    private static String rate(Moment moment) {
        double rate = moment.rate();
        if (moment.done() < 0 || rate <= 0) {
            return null;
        }
        return rate >= 1 ? Texts.of("{0} a second", moment.words().apply(Math.round(rate)))
                : rate * 60 >= 1 ? Texts.of("{0} a minute", moment.words().apply(Math.round(rate * 60)))
                : Texts.of("{0} an hour", moment.words().apply(Math.max(1, Math.round(rate * 3600))));
    }

    private static String time(Moment moment) {
        String elapsed = Lapse.text(whole(moment.elapsed()));
        if (moment.left() != null) {
            return Texts.of("{0}, {1} left", elapsed, Lapse.text(whole(moment.left())));
        }
        return moment.limit() == null ? elapsed : Texts.of("{0} of {1}", elapsed, Lapse.text(moment.limit()));
    }

    /** Below a second nothing is exact. */
    private static Duration whole(Duration duration) {
        return Duration.ofSeconds(Math.max(1, duration.toSeconds()));
    }

    private static String bar(Moment moment, boolean unicode) {
        if (moment.of() <= 0 || moment.done() < 0) {
            return null;
        }
        return bar(moment.done(), moment.of(), unicode);
    }

    /** How much of something is done, in twelve columns; {@code of} is above 0. */
    public static String bar(long done, long of, boolean unicode) {
        int eighths = (int) Math.floor((double) BAR * EIGHTHS * Math.min(done, of) / of);
        int whole = eighths / EIGHTHS;
        if (!unicode) {
            return "[" + "#".repeat(whole) + ".".repeat(BAR - whole) + "]";
        }
        String part = whole < BAR && eighths % EIGHTHS > 0 ? String.valueOf(PARTS.charAt(eighths % EIGHTHS)) : "";
        return "▕" + "█".repeat(whole) + part + " ".repeat(BAR - whole - part.length()) + "▏";
    }

    /** Thousands apart. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
