package dev.dwx.sandbox.world;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * At which times of a day a cron expression of six fields fires; days that it does not name have none. The sandbox reads cron by
 * itself on purpose: as a second opinion beside the reader of the language, which it is there to try.
 */
final class CronTimes {
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final List<String> MONTHS = List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT",
            "NOV", "DEC");

    private CronTimes() {
    }

    /** The times on a day, the earliest first; an expression that cannot be read fires half past midnight. */
    static List<LocalTime> of(String cron, LocalDate day) {
        String[] fields = cron == null ? new String[0] : cron.strip().toUpperCase(Locale.ROOT).split("\\s+");
        if (fields.length < 6) {
            return List.of(LocalTime.of(0, 30));
        }
        List<LocalTime> times = new ArrayList<>();
        if (!falls(fields, day)) {
            return times;
        }
        BitSet hours = bits(fields[2], 0, 23, null);
        BitSet minutes = bits(fields[1], 0, 59, null);
        for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            for (int minute = minutes.nextSetBit(0); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
                times.add(LocalTime.of(hour, minute));
            }
        }
        return times;
    }

    private static boolean falls(String[] fields, LocalDate day) {
        boolean last = fields[3].equals("L") && day.getDayOfMonth() == day.lengthOfMonth();
        boolean monthDay = fields[3].equals("?") || last || bits(fields[3], 1, 31, null).get(day.getDayOfMonth());
        boolean weekDay = fields[5].equals("?") || weekDay(fields[5], day);
        return monthDay && weekDay && bits(fields[4], 1, 12, MONTHS).get(day.getMonthValue());
    }

    /** Monday is 1; {@code 5L} is the last Friday of a month, {@code 1#2} its second Monday. */
    private static boolean weekDay(String field, LocalDate day) {
        int own = day.getDayOfWeek().getValue();
        int hash = field.indexOf('#');
        if (hash > 0) {
            return number(field.substring(0, hash), 0, DAYS) == own
                    && (day.getDayOfMonth() + 6) / 7 == number(field.substring(hash + 1), 0, null);
        }
        if (field.endsWith("L")) {
            boolean last = day.getDayOfMonth() + 7 > day.lengthOfMonth();
            return last && (field.length() == 1 ? 7 : number(field.substring(0, field.length() - 1), 0, DAYS)) == own;
        }
        return bits(field, 1, 7, DAYS).get(own);
    }

    /** The numbers that a field names: {@code *}, {@code 1,5}, {@code 0-23/2}, {@code MON-FRI}. */
    private static BitSet bits(String field, int low, int high, List<String> names) {
        BitSet bits = new BitSet();
        for (String part : field.split(",")) {
            int slash = part.indexOf('/');
            int step = slash < 0 ? 1 : Math.max(1, number(part.substring(slash + 1), low, names));
            String range = slash < 0 ? part : part.substring(0, slash);
            int dash = range.indexOf('-');
            boolean all = range.equals("*") || range.equals("?");
            int from = all ? low : number(dash < 0 ? range : range.substring(0, dash), low, names);
            int to = all || slash >= 0 && dash < 0 ? high : dash < 0 ? from : number(range.substring(dash + 1), low, names);
            for (int i = Math.max(low, from); i <= Math.min(high, to); i += step) {
                bits.set(i);
            }
        }
        return bits;
    }

    private static int number(String text, int low, List<String> names) {
        int named = names == null ? -1 : names.indexOf(text);
        if (named >= 0) {
            return named + 1;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return low;
        }
    }
}
