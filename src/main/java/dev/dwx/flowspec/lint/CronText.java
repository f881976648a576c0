package dev.dwx.flowspec.lint;

import java.util.BitSet;

/** The service's cron expressions: second, minute, hour, day of month, month, day of week; the second always {@code 00}. */
final class CronText {
    private static final int[] LEAST = {0, 0, 0, 1, 1, 0};
    private static final int[] MOST = {59, 59, 23, 31, 12, 7};
    private static final String EXAMPLE = "write it like '00 30 06 * * ?'";

    private CronText() {
    }

    static void check(String cron, String path, Findings findings) {
        String[] fields = cron.strip().split("\\s+");
        if (fields.length == 5) {
            String right = "00 " + cron.strip();
            boolean open = !fields[2].equals("?") && !fields[4].equals("?");
            String named = open && fields[4].equals("*") ? right.substring(0, right.length() - 1) + "?" : right;
            // '00 30 02 * *' has its seconds, and forgets the day of the week.
            String whole = fits(named) ? named : fits(cron.strip() + " ?") ? cron.strip() + " ?" : null;
            findings.error("cron", path, "'" + cron + "' has five fields, and the service's form has six, seconds first",
                    whole == null ? EXAMPLE : "write '" + whole + "'", whole == null ? null : QuickFix.set(path, whole));
            return;
        }
        if (fields.length == 7) {
            String right = String.join(" ", java.util.Arrays.copyOf(fields, 6));
            findings.warn("cron", path, "'" + cron + "' has seven fields, and the service's form has no year",
                    "leave out the last one", fields[6].equals("*") ? QuickFix.set(path, right) : null);
        } else if (fields.length != 6) {
            findings.error("cron", path, "'" + cron + "' has " + fields.length
                    + " fields, and the service's form has six: second, minute, hour, day, month, weekday", EXAMPLE);
            return;
        }
        for (int i = 0; i < MOST.length; i++) {
            if (!fits(fields[i], i)) {
                findings.error("cron", path, "'" + fields[i] + "' in '" + cron + "' is no " + name(i), EXAMPLE);
                return;
            }
        }
        seconds(cron, fields, path, findings);
        days(cron, fields, path, findings);
        often(cron, fields, path, findings);
    }

    private static void seconds(String cron, String[] fields, String path, Findings findings) {
        if (!fields[0].equals("00") && !fields[0].equals("0")) {
            findings.warn("cron", path, "the seconds of '" + cron + "' are not 00, which is all that the service schedules",
                    "begin with 00", QuickFix.set(path, with(fields, 0, "00")));
        }
    }

    /** One of the two days says something, the other is a question mark. */
    private static void days(String cron, String[] fields, String path, Findings findings) {
        boolean month = fields[3].equals("?");
        boolean week = fields[5].equals("?");
        if (month && week) {
            findings.error("cron-days", path, "'" + cron + "' names neither a day of the month nor one of the week: one of them is ?, not both",
                    "'" + with(fields, 3, "*") + "'", QuickFix.set(path, with(fields, 3, "*")));
        } else if (!month && !week) {
            boolean both = !fields[3].equals("*") && !fields[5].equals("*");
            int open = fields[5].equals("*") ? 5 : 3;
            findings.warn("cron-days", path, "'" + cron + "' has no ?: of the day of the month and that of the week the service's form leaves one "
                    + "open", both ? "put ? for one of them" : "'" + with(fields, open, "?") + "'",
                    both ? null : QuickFix.set(path, with(fields, open, "?")));
        }
        if (fields[5].indexOf('0') >= 0 && !fields[5].contains("#")) {
            findings.warn("cron-days", path, "the week of the service goes from 1, Monday, to 7, Sunday: there is no 0", "7 for Sunday",
                    fields[5].equals("0") ? QuickFix.set(path, with(fields, 5, "7")) : null);
        }
    }

    private static void often(String cron, String[] fields, String path, Findings findings) {
        BitSet minutes = set(fields[1], 1);
        BitSet hours = set(fields[2], 2);
        if (minutes == null || hours == null || minutes.isEmpty() || hours.isEmpty()) {
            return;
        }
        int first = minutes.nextSetBit(0);
        for (int minute = first; minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
            int next = minutes.nextSetBit(minute + 1);
            boolean around = next < 0 && followed(hours);
            int gap = next >= 0 ? next - minute : around ? first + 60 - minute : 60;
            if (gap < 5) {
                findings.error("cron-often", path, "'" + cron + "' runs " + gap + (gap == 1 ? " minute" : " minutes") + " after the last time; "
                        + "5 minutes are the least", "'*/5' for the minutes runs as often as can be");
                return;
            }
        }
        if (minutes.cardinality() == 1 && hours.cardinality() == 1 && hours.get(0) && first < 5) {
            findings.warn("cron-early", path, "'" + cron + "' is before 00:05, when the instances of the day begin", "'" + with(fields, 1, "05") + "'",
                    QuickFix.set(path, with(fields, 1, "05")));
        }
    }

    private static boolean followed(BitSet hours) {
        for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            if (hours.get((hour + 1) % 24)) {
                return true;
            }
        }
        return false;
    }

    /** The values that a field stands for; {@code null} where it holds more than numbers. */
    private static BitSet set(String field, int place) {
        BitSet set = new BitSet();
        for (String part : field.split(",", -1)) {
            int slash = part.indexOf('/');
            String range = slash < 0 ? part : part.substring(0, slash);
            int dash = range.indexOf('-');
            try {
                int step = slash < 0 ? 1 : Integer.parseInt(part.substring(slash + 1));
                int from = range.equals("*") ? LEAST[place] : Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
                int to = dash > 0 ? Integer.parseInt(range.substring(dash + 1)) : range.equals("*") || slash > 0 ? MOST[place] : from;
                for (int value = from; value <= to && step > 0; value += step) {
                    set.set(value);
                }
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return set;
    }

    private static String with(String[] fields, int place, String value) {
        String[] changed = java.util.Arrays.copyOf(fields, 6);
        changed[place] = value;
        return String.join(" ", changed);
    }

    /** Whether a field is one number: no list, range, step or star. */
    static boolean isPlain(String field) {
        for (int i = 0; i < field.length(); i++) {
            if ("-/,*".indexOf(field.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String cron) {
        String[] fields = cron.split("\\s+");
        for (int i = 0; i < MOST.length; i++) {
            if (!fits(fields[i], i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String field, int place) {
        if (field.equals("?")) {
            return place == 3 || place == 5;
        }
        for (String part : field.split(",", -1)) {
            int slash = part.indexOf('/');
            String range = slash < 0 ? part : part.substring(0, slash);
            String step = slash < 0 ? "1" : part.substring(slash + 1);
            if (!isNumber(step) || Integer.parseInt(step) == 0 || !range(range, place)) {
                return false;
            }
        }
        return true;
    }

    private static boolean range(String range, int place) {
        int dash = range.indexOf('-');
        if (dash < 0) {
            return one(range, place) || range.equals("*");
        }
        String from = range.substring(0, dash);
        String to = range.substring(dash + 1);
        return place >= 3 && from.equals("L") && isNumber(to) || one(from, place) && one(to, place)
                && (!isNumber(from) || !isNumber(to) || Integer.parseInt(from) <= Integer.parseInt(to));
    }

    /** A number in range; days and months have signs and names of their own. */
    private static boolean one(String text, int place) {
        if (isNumber(text)) {
            int value = Integer.parseInt(text);
            return value >= LEAST[place] && value <= MOST[place];
        }
        return place >= 3 && !text.isEmpty() && text.length() <= 5
                && text.chars().allMatch(c -> c == '#' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String name(int place) {
        return switch (place) {
            case 0 -> "second";
            case 1 -> "minute";
            case 2 -> "hour";
            case 3 -> "day of the month";
            case 4 -> "month";
            default -> "day of the week";
        };
    }
}
