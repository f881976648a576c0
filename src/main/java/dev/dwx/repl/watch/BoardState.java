package dev.dwx.repl.watch;

import dev.dwx.dsl.watching.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a board is at one moment; keys and answers make another of it.
 *
 * @param all every instance as it was read last
 * @param selected the id of the one that keys are about
 * @param status only these are shown; {@code null} for all
 * @param sort their order
 * @param find only tasks with this in their name, or the instance of this id
 * @param finding whether letters go to {@code find}
 * @param page a text that is read, in place of the list; {@code null} for none
 * @param message what came of the last key
 * @param readAt when the instances were read; {@code null} before the first time
 * @param reading whether they are read just now
 * @param trouble why they could not be read; {@code null} when they could
 */
record BoardState(List<Instance> all, long selected, String status, Sort sort, String find, boolean finding, Page page, String message,
        Instant readAt, boolean reading, String trouble) {

    static final BoardState EMPTY = new BoardState(List.of(), 0, null, Sort.STATUS, "", false, null, "", null, true, null);
    /** What needs somebody comes first. */
    private static final List<String> ORDER = List.of("Failure", "Running", "WaitResource", "WaitTime", "NotRun", "Success");

    /** Orders of the list. */
    enum Sort { STATUS, DUE, LONGEST, NAME }

    /**
     * A text on the board.
     *
     * @param from the first line that is shown
     */
    record Page(String title, List<String> lines, int from) {
        Page at(int line, int room) {
            return new Page(title, lines, Math.max(0, Math.min(line, lines.size() - room)));
        }
    }

    /** What the list shows, in its order. */
    List<Instance> shown() {
        String word = find.toLowerCase(Locale.ROOT);
        List<Instance> shown = new ArrayList<>();
        for (Instance instance : all) {
            boolean wanted = status == null || status.equals(instance.status());
            boolean found = word.isEmpty() || instance.task().toLowerCase(Locale.ROOT).contains(word)
                    || String.valueOf(instance.id()).equals(word);
            if (wanted && found) {
                shown.add(instance);
            }
        }
        shown.sort(order());
        return shown;
    }

    private Comparator<Instance> order() {
        Comparator<Instance> byName = Comparator.comparing(Instance::task).thenComparing(Instance::id);
        Comparator<Instance> byDue = Comparator.comparing(Instance::due, Comparator.nullsLast(Comparator.naturalOrder()));
        return switch (sort) {
            case STATUS -> Comparator.<Instance>comparingInt(instance -> rank(instance.status())).thenComparing(byDue).thenComparing(byName);
            case DUE -> byDue.thenComparing(byName);
            case LONGEST -> Comparator.<Instance, Duration>comparing(instance -> instance.took(readAt),
                    Comparator.nullsFirst(Comparator.naturalOrder())).reversed().thenComparing(byName);
            case NAME -> byName;
        };
    }

    /** A status that nobody knows stands before those that wait. */
    static int rank(String status) {
        int known = ORDER.indexOf(status);
        return known < 0 ? 2 : known < 2 ? known : known + 1;
    }

    /** How many there are of each status, in the order of the list. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>(Comparator.<String>comparingInt(BoardState::rank).thenComparing(Comparator.naturalOrder()));
        all.forEach(instance -> counts.merge(instance.status(), 1, Integer::sum));
        return counts;
    }

    /** The place of the selected instance in a list; the first where it is not in it. */
    int place(List<Instance> shown) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).id() == selected) {
                return i;
            }
        }
        return 0;
    }

    /** The selected instance, or {@code null} where the list is empty. */
    Instance current() {
        List<Instance> shown = shown();
        return shown.isEmpty() ? null : shown.get(place(shown));
    }

    /** They were read. */
    BoardState read(List<Instance> instances, Instant at) {
        return new BoardState(List.copyOf(instances), selected, status, sort, find, finding, page, message, at, false, null);
    }

    /** They could not be read; what is there stays. */
    BoardState failed(String why) {
        return new BoardState(all, selected, status, sort, find, finding, page, message, readAt, false, why);
    }

    BoardState beginReading() {
        return new BoardState(all, selected, status, sort, find, finding, page, message, readAt, true, trouble);
    }

    BoardState withSelected(long id) {
        return new BoardState(all, id, status, sort, find, finding, page, "", readAt, reading, trouble);
    }

    BoardState withStatus(String only) {
        return new BoardState(all, selected, only, sort, find, finding, page, "", readAt, reading, trouble);
    }

    BoardState withSort(Sort by) {
        return new BoardState(all, selected, status, by, find, finding, page, "", readAt, reading, trouble);
    }

    BoardState withFind(String word, boolean typing) {
        return new BoardState(all, selected, status, sort, word, typing, page, "", readAt, reading, trouble);
    }

    BoardState withPage(Page text) {
        return new BoardState(all, selected, status, sort, find, finding, text, "", readAt, reading, trouble);
    }

    BoardState withMessage(String text) {
        return new BoardState(all, selected, status, sort, find, finding, page, text, readAt, reading, trouble);
    }
}
