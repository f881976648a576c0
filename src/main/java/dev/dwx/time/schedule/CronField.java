package dev.dwx.time.schedule;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * One field of a cron expression: the numbers it allows, and what days can be beside numbers.
 *
 * @param written as it stands in the expression
 * @param mask bit n is set when n is allowed
 * @param last of the day of the month: {@code L}
 * @param lastOf of the day of the week: bit n is set when the last such day of the month is meant, {@code 5L}
 * @param nth of the day of the week: pairs of day and week, 2 and 1 for {@code 2#1}
 */
record CronField(String written, long mask, boolean last, int lastOf, List<int[]> nth) {

    /** The kinds of fields, in the order of the expression. */
    enum Kind {
        SECOND("second", 0, 59), MINUTE("minute", 0, 59), HOUR("hour", 0, 23), DAY("day of the month", 1, 31), MONTH("month", 1, 12),
        WEEKDAY("day of the week", 1, 7);

        private final String noun;
        private final int least;
        private final int most;

        Kind(String noun, int least, int most) {
            this.noun = noun;
            this.least = least;
            this.most = most;
        }

        private long all() {
            long bits = 0;
            for (int i = least; i <= most; i++) {
                bits |= 1L << i;
            }
            return bits;
        }
    }

    private static final List<String> MONTHS = List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final int WEEKS = 5;

    boolean allows(int number) {
        return (mask >> number & 1) != 0;
    }

    /** {@code *} or {@code ?}. */
    boolean isAny() {
        return written.equals("*") || written.equals("?");
    }

    /** The numbers, ascending. */
    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < Long.SIZE; i++) {
            if (allows(i)) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    /** Whether one of {@code - / , *} stands in it: what tells hourly scheduling from daily. */
    boolean isRepeating() {
        for (int i = 0; i < written.length(); i++) {
            if ("-/,*".indexOf(written.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads a field.
     *
     * @param cron all of the expression
     * @param at where in it the field begins
     */
    static CronField read(String cron, int at, String field, Kind kind) {
        return new Reader(cron, at, field, kind).read();
    }

    private static final class Reader {
        private final String cron;
        private final int at;
        private final String field;
        private final Kind kind;
        private long mask;
        private boolean last;
        private int lastOf;
        private final List<int[]> nth = new ArrayList<>();

        Reader(String cron, int at, String field, Kind kind) {
            this.cron = cron;
            this.at = at;
            this.field = field;
            this.kind = kind;
        }

        CronField read() {
            if (field.equals("?") && (kind == Kind.DAY || kind == Kind.WEEKDAY)) {
                return new CronField(field, kind.all(), false, 0, List.of());
            }
            int from = 0;
            for (int i = 0; i <= field.length(); i++) {
                if (i == field.length() || field.charAt(i) == ',') {
                    part(from, field.substring(from, i));
                    from = i + 1;
                }
            }
            return new CronField(field, mask, last, lastOf, List.copyOf(nth));
        }

        private void part(int from, String part) {
            int slash = part.indexOf('/');
            String range = slash < 0 ? part : part.substring(0, slash);
            int step = slash < 0 ? 1 : plainNumber(from + slash + 1, part.substring(slash + 1), 1, Math.max(1, kind.most));
            if (special(from, part)) {
                return;
            }
            int dash = range.indexOf('-');
            int low;
            int high;
            if (range.equals("*")) {
                low = kind.least;
                high = kind.most;
            } else if (dash > 0) {
                low = number(from, range.substring(0, dash));
                high = number(from + dash + 1, range.substring(dash + 1));
                if (high < low) {
                    throw fault(from, Texts.of("the range {0} goes backwards", range),
                            Texts.of("write two: {0}-{1},{2}-{3}", range.substring(0, dash), kind.most, kind.least, range.substring(dash +
                                    1)));
                }
            } else {
                low = number(from, range);
                high = slash < 0 ? low : kind.most;
            }
            for (int i = low; i <= high; i += step) {
                mask |= 1L << i;
            }
        }

        /** Signs that only days have. */
        private boolean special(int from, String part) {
            if (kind == Kind.DAY && part.equals("L")) {
                last = true;
                return true;
            }
            if (kind == Kind.WEEKDAY && part.equals("L")) {
                mask |= 1L << kind.most;
                return true;
            }
            if (kind == Kind.WEEKDAY && part.length() > 1 && part.endsWith("L")) {
                lastOf |= 1 << number(from, part.substring(0, part.length() - 1));
                return true;
            }
            int hash = part.indexOf('#');
            if (kind == Kind.WEEKDAY && hash > 0) {
                int day = number(from, part.substring(0, hash));
                String week = part.substring(hash + 1);
                if (week.length() != 1 || week.charAt(0) < '1' || week.charAt(0) > '0' + WEEKS) {
                    throw fault(from + hash + 1, Texts.of("'{0}' is no week of a month", week), Texts.of("write a number from 1 to 5: 1#2 is "
                            + "the second Monday"));
                }
                nth.add(new int[] {day, week.charAt(0) - '0'});
                return true;
            }
            if (kind == Kind.DAY && (part.endsWith("W") || part.startsWith("L-"))) {
                throw fault(from, Texts.of("'{0}' is not in the service's description of cron", part), Texts.of("name the days, or L for the "
                        + "last one"));
            }
            return false;
        }

        private int number(int from, String word) {
            List<String> names = kind == Kind.MONTH ? MONTHS : kind == Kind.WEEKDAY ? DAYS : List.of();
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).equalsIgnoreCase(word)) {
                    return i + 1;
                }
            }
            return plainNumber(from, word, kind.least, kind.most);
        }

        private int plainNumber(int from, String word, int least, int most) {
            boolean digits = !word.isEmpty() && word.length() <= 3;
            for (int i = 0; i < word.length(); i++) {
                digits &= word.charAt(i) >= '0' && word.charAt(i) <= '9';
            }
            int value = digits ? Integer.parseInt(word) : -1;
            if (value < least || value > most) {
                String remedy = kind == Kind.WEEKDAY && value == 0 ? Texts.of("write 7 for Sunday; Monday is 1")
                        : kind == Kind.WEEKDAY ? Texts.of("write a number from {0} to {1}, Monday is 1, or MON to SUN", least, most)
                        : kind == Kind.MONTH ? Texts.of("write a number from {0} to {1}, or JAN to DEC", least, most)
                        : Texts.of("write a number from {0} to {1}", least, most);
                throw fault(from, word.isEmpty() ? Texts.of("a number is missing in the {0}", Texts.listed(kind.noun))
                        : Texts.of("'{0}' is no {1}", word, Texts.listed(kind.noun)), remedy);
            }
            return value;
        }

        private ScheduleFault fault(int from, String reason, String remedy) {
            return new ScheduleFault(cron, at + from, reason, remedy);
        }
    }
}
