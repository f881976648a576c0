package dev.dwx.repl.watch;

import dev.dwx.dsl.progress.ProgressText;
import dev.dwx.dsl.waiting.Lapse;
import dev.dwx.dsl.watching.Instance;
import dev.dwx.render.DisplayWidth;
import dev.dwx.render.Look;
import dev.dwx.render.StyledText;
import dev.dwx.render.VisibleText;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * A board as it is drawn: the day, how many there are of each status, what needs somebody first, and the keys.
 *
 * <pre>
 * orders_dw · business date 2026-03-15 · Prod · read 10:15:30 · next in 12 s
 * 1,204 instances: 3 Failure · 12 Running · 189 NotRun · 1,000 Success ▕████████▎ ▏ 83 %
 *
 *   STATUS   TASK        TOOK      DUE    STARTED   RUN  OWNER  INSTANCE
 * > Failure  dwd_orders  1 m 05 s  02:00  02:00:01  2    wang   900020778113
 * </pre>
 */
final class BoardPicture {
    /** Lines that are not the list: two above, one for what is said, the names of the columns, the keys. */
    private static final int FRAME = 5;
    private static final int LEAST_TASK = 12;
    private static final int GAP = 2;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private final String title;
    private final ZoneId zone;
    private final Look look;
    private final Supplier<String> reach;

    /** @param title what is on it */
    BoardPicture(String title, ZoneId zone, Look look) {
        this(title, zone, look, () -> "");
    }

    /** @param reach what a look leaves out, or empty */
    BoardPicture(String title, ZoneId zone, Look look, Supplier<String> reach) {
        this.reach = reach;
        this.title = title;
        this.zone = zone;
        this.look = look;
    }

    /** Lines that the list has in a window of this height. */
    static int room(int height) {
        return Math.max(1, height - FRAME);
    }

    /** @param next until it is read again; {@code null} when nobody knows */
    List<AttributedString> lines(BoardState state, Instant now, Duration next, int width, int height) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(line(head(state, next), AttributedStyle.BOLD, width));
        lines.add(counts(state, width));
        lines.add(said(state, width));
        int room = room(height);
        if (state.page() != null) {
            page(state.page(), lines, width, room);
        } else {
            list(state, now, lines, width, room);
        }
        while (lines.size() < height - 1) {
            lines.add(AttributedString.EMPTY);
        }
        lines.add(line(keys(state, width), AttributedStyle.DEFAULT.faint(), width));
        return lines.size() > height ? lines.subList(0, height) : lines;
    }

    private String head(BoardState state, Duration next) {
        String read = state.readAt() == null ? title : Texts.of("{0} · read {1}", title, SECONDS.format(state.readAt().atZone(zone)));
        String known = reach.get();
        String told = state.reading() ? Texts.of("{0} · reading …", read)
                : next == null ? read : Texts.of("{0} · next in {1}", read, Lapse.text(Duration.ofSeconds(Math.max(1, next.toSeconds()))));
        return known.isEmpty() ? told : told + " · " + known;
    }

    private AttributedString counts(BoardState state, int width) {
        if (state.readAt() == null) {
            return AttributedString.EMPTY;
        }
        int all = state.all().size();
        AttributedStringBuilder text = new AttributedStringBuilder();
        text.append(all == 0 ? Texts.of("no instances") : all == 1 ? Texts.of("1 instance") : Texts.of("{0} instances", ProgressText.grouped(all)));
        String before = ": ";
        for (Map.Entry<String, Integer> count : state.counts().entrySet()) {
            text.append(before).append(coloured(count.getKey(), ProgressText.grouped(count.getValue()) + " " + count.getKey()));
            before = " · ";
        }
        if (all > 0) {
            int done = state.counts().getOrDefault("Success", 0);
            String percent = " " + done * 100 / all + " %";
            String whole = " " + ProgressText.bar(done, all, look.unicode()) + percent;
            text.append(text.columnLength() + DisplayWidth.of(whole) <= width ? whole : percent);
        }
        return StyledText.cut(text.toAttributedString(), width);
    }

    private AttributedString said(BoardState state, int width) {
        if (state.finding()) {
            return line("/" + state.find() + "_", AttributedStyle.BOLD, width);
        }
        if (state.trouble() != null) {
            return line("! " + state.trouble(), AttributedStyle.BOLD, width);
        }
        if (!state.message().isEmpty()) {
            return line(state.message(), AttributedStyle.BOLD, width);
        }
        String only = state.status() == null ? "" : Texts.of("only {0}", state.status());
        String found = state.find().isEmpty() ? "" : Texts.of("with {0}", state.find());
        String order = switch (state.sort()) {
            case STATUS -> "";
            case DUE -> Texts.of("by due time");
            case LONGEST -> Texts.of("the longest first");
            case NAME -> Texts.of("by name");
        };
        List<String> told = new ArrayList<>();
        for (String each : List.of(only, found, order)) {
            if (!each.isEmpty()) {
                told.add(each);
            }
        }
        return line(String.join(" · ", told), AttributedStyle.DEFAULT.faint(), width);
    }

    private void page(BoardState.Page page, List<AttributedString> lines, int width, int room) {
        lines.add(line(page.title(), AttributedStyle.BOLD, width));
        int to = Math.min(page.lines().size(), page.from() + room);
        for (int i = page.from(); i < to; i++) {
            lines.add(line(page.lines().get(i), AttributedStyle.DEFAULT, width));
        }
    }

    private void list(BoardState state, Instant now, List<AttributedString> lines, int width, int room) {
        List<Instance> shown = state.shown();
        int place = state.place(shown);
        // The selected one stands in the middle where there is more than fits.
        int from = Math.max(0, Math.min(place - room / 2, shown.size() - room));
        List<Instance> window = shown.subList(from, Math.min(shown.size(), from + room));
        BoardColumns columns = new BoardColumns(window, now, zone, width);
        lines.add(line("  " + columns.names(), AttributedStyle.BOLD, width));
        for (int i = 0; i < window.size(); i++) {
            Instance instance = window.get(i);
            boolean chosen = from + i == place;
            AttributedStringBuilder row = new AttributedStringBuilder().append(chosen ? "> " : "  ");
            String text = columns.row(instance);
            int end = Math.min(text.length(), instance.status().length());
            row.append(coloured(instance.status(), text.substring(0, end))).append(text.substring(end));
            AttributedString whole = StyledText.cut(row.toAttributedString(), width);
            lines.add(chosen && look.colour() ? Changes.reversed(whole) : whole);
        }
    }

    private static String keys(BoardState state, int width) {
        if (state.finding()) {
            return Texts.of("letters of a task's name, or an id · Enter keeps · Esc shows all");
        }
        if (state.page() != null) {
            return Texts.of("↑ ↓ space scroll · q goes back");
        }
        for (String keys : List.of(
                Texts.of("↑ ↓ select · Enter details · l log · w why · r rerun · h hold · u let go · x stop · f filter · s sort · / find · n now · q leaves"),
                Texts.of("Enter details · l log · w why · r rerun · h hold · u let go · f filter · s sort · / find · q leaves"),
                Texts.of("l log · w why · r rerun · h hold · f filter · / find · q leaves"),
                Texts.of("l log · w why · r rerun · h hold · q leaves"))) {
            if (DisplayWidth.of(keys) <= width) {
                return keys;
            }
        }
        return Texts.of("q leaves");
    }

    private AttributedString coloured(String status, String text) {
        return AttributedString.fromAnsi(look.meaning(status, text));
    }

    private static AttributedString line(String text, AttributedStyle style, int width) {
        return StyledText.cut(new AttributedString(VisibleText.line(text, Look.PLAIN), style), width);
    }

    /** The columns of a list: the task, its status and its id always, the others where there is room. */
    private static final class BoardColumns {
        private final List<Column> columns = new ArrayList<>();

        private record Column(String name, java.util.function.Function<Instance, String> text, int width) {
        }

        BoardColumns(List<Instance> window, Instant now, ZoneId zone, int width) {
            Column status = column("STATUS", window, Instance::status);
            Column task = column("TASK", window, Instance::task);
            Column id = column("INSTANCE", window, instance -> String.valueOf(instance.id()));
            int room = width - 2 - status.width - GAP - id.width - GAP - Math.min(task.width, LEAST_TASK);
            List<Column> more = new ArrayList<>();
            for (Column each : List.of(
                    column("TOOK", window, instance -> instance.took(now) == null ? "" : Lapse.text(instance.took(now))),
                    column("DUE", window, instance -> time(MINUTES, instance.due(), zone)),
                    column("STARTED", window, instance -> time(SECONDS, instance.started(), zone)),
                    column("RUN", window, instance -> instance.run() == 0 ? "" : String.valueOf(instance.run())),
                    column("OWNER", window, Instance::owner))) {
                if (each.width + GAP > room) {
                    break;
                }
                room -= each.width + GAP;
                more.add(each);
            }
            int wide = Math.min(task.width, Math.min(task.width, LEAST_TASK) + Math.max(0, room));
            columns.add(status);
            columns.add(new Column(task.name, task.text, wide));
            columns.addAll(more);
            columns.add(id);
        }

        private static String time(DateTimeFormatter format, Instant moment, ZoneId zone) {
            return moment == null ? "" : format.format(moment.atZone(zone));
        }

        private static Column column(String name, List<Instance> window, java.util.function.Function<Instance, String> text) {
            int width = name.length();
            for (Instance instance : window) {
                width = Math.max(width, DisplayWidth.of(VisibleText.line(text.apply(instance), Look.PLAIN)));
            }
            return new Column(name, text, width);
        }

        String names() {
            StringBuilder line = new StringBuilder();
            columns.forEach(column -> put(line, column.name, column.width));
            return line.toString().stripTrailing();
        }

        String row(Instance instance) {
            StringBuilder line = new StringBuilder();
            columns.forEach(column -> put(line, VisibleText.line(column.text.apply(instance), Look.PLAIN), column.width));
            return line.toString().stripTrailing();
        }

        private static void put(StringBuilder line, String text, int width) {
            String cut = DisplayWidth.cut(text, width, "…");
            line.append(cut).append(" ".repeat(Math.max(0, width - DisplayWidth.of(cut)) + GAP));
        }
    }
}
