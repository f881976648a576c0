package dev.dwx.repl.line;

import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.SnapshotCatalog;
import dev.dwx.repl.command.Commands;
import dev.dwx.repl.complete.Candidates;
import dev.dwx.repl.complete.Tab;
import dev.dwx.repl.line.source.KnownWords;
import dev.dwx.repl.live.LiveValues;
import dev.dwx.settings.Settings;
import dev.dwx.settings.SettingsFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Presses keys again and again, in the prompt's own parts; no terminal, and nothing is sent. In their package, since they are its own. */
public final class Keys {
    private static final int MANY = 10_000;
    private static final String[] PLACES = {"Li|", "LTI|", "ListTaks|", "failed instances|", "zzzz yyyy|", "ListNodes(|", "GetNode(Id: |",
        "GetNode(Id: 'ods_table_77|", "GetNode(Id: 'table|", "GetNode(Id: 'odstab9|", "GetNode(Id: 'nowhere|", "deploy 'ods|",
        "ListNodes().each { it.|", "node('f') { type '|"};
    /** Of this thread alone: what else runs on the machine does not count. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static double base;

    private Keys() {
    }

    public static void main(String[] args) throws InterruptedException {
        int runs = Integer.parseInt(args[0]);
        SnapshotCatalog catalog = SnapshotCatalog.bundled();
        List<LiveValues.Value> values = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            values.add(new LiveValues.Value(String.valueOf(900020770000L + i), "ods_table_" + i));
        }
        Settings settings = Settings.of(SettingsFile.EMPTY, Map.of(), Map.of());
        Candidates candidates = Candidates.of(() -> catalog, () -> SnapshotCatalog.V2024, () -> new Commands(List.of()), (operation, parameter, given) -> values, Map::of,
                () -> settings);
        candidates.warm();
        System.out.printf(Locale.ROOT, "%-44s %9s %9s %9s %9s %9s%n", "milliseconds of the processor", "first", "p50", "p99", "max", "ratio");
        List<ApiSummary> all = catalog.list();
        measure("every operation's name looked at once", runs, () -> {
            int found = 0;
            for (ApiSummary one : all) {
                found += one.name().contains("Instances") ? 1 : 0;
            }
            return found;
        });
        double[] every = new double[0];
        for (String place : PLACES) {
            int cursor = place.indexOf('|');
            String line = place.substring(0, cursor) + place.substring(cursor + 1);
            double[] times = measure("Tab: " + place, runs, () -> Tab.count(candidates, line, cursor));
            int from = every.length;
            every = Arrays.copyOf(every, from + times.length);
            System.arraycopy(times, 0, every, from, times.length);
        }
        print("Tab: all of these", Double.NaN, every);

        KnownWords known = known(catalog);
        ReadSource source = new ReadSource(known);
        Colours colours = new Colours(source);
        Hint hint = new Hint(known, source);
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            script.append("r").append(i).append(" = ListNodes(PageSize: 10, Name: 'ods_").append(i).append("')\n");
        }
        String lines = script.append("ListNodes(Pag").toString();
        measure("colours, 200 lines of " + lines.length() + " characters", runs, () -> colours.highlight(lines, lines.length()).length());
        measure("colours and hint, 200 lines", runs, () -> colours.highlight(lines, lines.length()).length() + hint.at(lines, lines.length(), 120).size());
        String paste = "x = [" + "'abc', 12, ".repeat(MANY / 11) + "ListNodes(";
        measure("colours, a line of " + paste.length() + " characters", runs, () -> colours.highlight(paste, paste.length()).length());
        measure("colours and hint, the same line", runs, () -> colours.highlight(paste, paste.length()).length() + hint.at(paste, paste.length(), 120).size());
        measure("Tab in 200 lines", runs, () -> Tab.count(candidates, lines, lines.length()));

        PromptHistory history = new PromptHistory(null, UnaryOperator.identity());
        org.jline.reader.LineReader reader = reader();
        reader.setVariable(org.jline.reader.LineReader.HISTORY_SIZE, MANY);
        history.attach(reader);
        for (int i = 0; i < MANY; i++) {
            history.add("ListNodes(PageSize: " + i + ")");
        }
        Ghost ghost = new Ghost(history);
        measure("ghost, " + history.size() + " inputs, none fits", runs, () -> ghost.of("GetNode(Id: ").length());
        measure("ghost, " + history.size() + " inputs, the oldest fits", runs, () -> ghost.of("ListNodes(PageSize: 0").length());
        PrefixSearch search = new PrefixSearch(history);
        measure("up-arrow, " + history.size() + " inputs, none fits", runs, () -> search.next("GetNode(Id: ", -1) == null ? 0 : 1);
    }

    private static org.jline.reader.LineReader reader() {
        try {
            return org.jline.reader.LineReaderBuilder.builder().terminal(new org.jline.terminal.impl.DumbTerminal(
                    new java.io.ByteArrayInputStream(new byte[0]), new java.io.ByteArrayOutputStream())).build();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static KnownWords known(SnapshotCatalog catalog) throws InterruptedException {
        SessionWords words = new SessionWords(() -> catalog, () -> SnapshotCatalog.V2024, new Commands(List.of()), name -> false);
        words.warm();
        while (!words.complete()) {
            Thread.sleep(1);
        }
        return words;
    }

    private interface Work {
        int run();
    }

    private static double[] measure(String name, int runs, Work work) {
        double first = 0;
        double[] times = new double[runs];
        int sum = 0;
        for (int i = -runs / 4; i < runs; i++) {
            long began = CPU.getCurrentThreadCpuTime();
            sum += work.run();
            double took = (CPU.getCurrentThreadCpuTime() - began) / 1e6;
            first = i == -runs / 4 ? took : first;
            if (i >= 0) {
                times[i] = took;
            }
        }
        print(sum < 0 ? name + "?" : name, first, times.clone());
        return times;
    }

    private static void print(String name, double first, double[] times) {
        Arrays.sort(times);
        double middle = times[times.length / 2];
        base = base == 0 ? middle : base;
        System.out.printf(Locale.ROOT, "%-44s %9.2f %9.3f %9.2f %9.2f %8.1fx%n", name, first, middle, times[(int) (times.length * 0.99)],
                times[times.length - 1], middle / base);
    }
}
