package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import dev.dwx.time.schedule.CronExpression;
import dev.dwx.time.schedule.ScheduleFault;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** The service's cron expressions: what {@link CronExpression} does not take, and what it takes and a machine can mend. */
final class CronText {
    private static final int FIELDS = 6;
    private static final int DAY = 3;
    private static final int WEEKDAY = 5;
    private static final Duration SHORTEST_GAP = Duration.ofMinutes(5);
    private static final LocalTime EARLIEST = LocalTime.of(0, 5);
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
            findings.error("cron", path, Texts.of("'{0}' has five fields, and the service's form has six, seconds first", cron),
                    whole == null ? EXAMPLE : Texts.of("write '{0}'", whole), whole == null ? null : QuickFix.set(path, whole));
            return;
        }
        if (fields.length == 7) {
            String right = String.join(" ", java.util.Arrays.copyOf(fields, 6));
            findings.warn("cron", path, Texts.of("'{0}' has seven fields, and the service's form has no year", cron),
                    Texts.of("leave out the last one"), fields[6].equals("*") ? QuickFix.set(path, right) : null);
        } else if (fields.length != 6) {
            findings.error("cron", path, Texts.of("'{0}' has {1} fields, and the service's form has six: second, minute, hour, day,"
                    + " month, weekday", cron, fields.length), Texts.of(EXAMPLE));
            return;
        }
        fields = java.util.Arrays.copyOf(fields, FIELDS);
        seconds(cron, fields, path, findings);
        days(cron, fields, path, findings);
        if (fields[DAY].equals("?") && fields[WEEKDAY].equals("?")) {
            return;
        }
        // What has been told of the seconds and the days is not told again.
        String[] read = fields.clone();
        read[0] = isNumber(read[0]) ? "00" : read[0];
        read[WEEKDAY] = isZero(read[WEEKDAY]) ? "?" : read[WEEKDAY];
        try {
            if (!read[DAY].equals("?") && !read[DAY].equals("*") && !read[WEEKDAY].equals("?")) {
                CronExpression.parse(with(read, DAY, "?"));
                read[WEEKDAY] = "?";
            }
            often(CronExpression.parse(String.join(" ", read)), cron, fields, path, findings);
        } catch (ScheduleFault e) {
            findings.error("cron", path, Texts.of("{0}, in '{1}'", e.reason(), cron), e.remedy());
        }
    }

    private static void seconds(String cron, String[] fields, String path, Findings findings) {
        if (!fields[0].equals("00") && !fields[0].equals("0")) {
            findings.warn("cron", path, Texts.of("the seconds of '{0}' are not 00, which is all that the service schedules", cron),
                    Texts.of("begin with 00"), QuickFix.set(path, with(fields, 0, "00")));
        }
    }

    /** One of the two days says something, the other is a question mark. */
    private static void days(String cron, String[] fields, String path, Findings findings) {
        boolean month = fields[3].equals("?");
        boolean week = fields[5].equals("?");
        if (month && week) {
            findings.error("cron-days", path, Texts.of("'{0}' names neither a day of the month nor one of the week: one of them is ?,"
                    + " not both", cron),
                    "'" + with(fields, 3, "*") + "'", QuickFix.set(path, with(fields, 3, "*")));
        } else if (!month && !week) {
            boolean both = !fields[3].equals("*") && !fields[5].equals("*");
            int open = fields[5].equals("*") ? 5 : 3;
            findings.warn("cron-days", path, Texts.of("'{0}' has no ?: of the day of the month and that of the week the service's form"
                    + " leaves one open", cron), both ? Texts.of("put ? for one of them") : "'" + with(fields, open, "?") + "'",
                    both ? null : QuickFix.set(path, with(fields, open, "?")));
        }
        if (isZero(fields[WEEKDAY])) {
            findings.warn("cron-days", path, Texts.of("the week of the service goes from 1, Monday, to 7, Sunday: there is no 0"), Texts.of("7 for Sunday"),
                    fields[WEEKDAY].equals("0") ? QuickFix.set(path, with(fields, WEEKDAY, "7")) : null);
        }
    }

    private static void often(CronExpression expression, String cron, String[] fields, String path, Findings findings) {
        Duration gap = expression.shortestGap().orElse(SHORTEST_GAP);
        List<LocalTime> times = expression.times();
        if (gap.compareTo(SHORTEST_GAP) < 0) {
            findings.error("cron-often", path, gap.toMinutes() == 1
                    ? Texts.of("'{0}' runs 1 minute after the last time; 5 minutes are the least", cron)
                    : Texts.of("'{0}' runs {1} minutes after the last time; 5 minutes are the least", cron, gap.toMinutes()), Texts.of("'*/5' for the minutes runs as often as can be"));
        } else if (times.size() == 1 && times.get(0).isBefore(EARLIEST)) {
            findings.warn("cron-early", path, Texts.of("'{0}' is before 00:05, when the instances of the day begin", cron), "'" + with(fields, 1, "05") + "'",
                    QuickFix.set(path, with(fields, 1, "05")));
        }
    }

    /** Whether a field of weekdays has a 0 in it, which is Sunday elsewhere. */
    private static boolean isZero(String field) {
        return field.indexOf('0') >= 0 && !field.contains("#");
    }

    private static boolean isNumber(String field) {
        return field.length() == 1 && Character.isDigit(field.charAt(0))
                || field.length() == 2 && field.charAt(0) >= '0' && field.charAt(0) <= '5' && Character.isDigit(field.charAt(1));
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

    /** Whether the minutes and hours of six fields are some. */
    private static boolean fits(String cron) {
        String[] fields = cron.split("\\s+");
        try {
            return !CronExpression.parse("00 " + fields[1] + " " + fields[2] + " * * ?").text().isEmpty();
        } catch (ScheduleFault e) {
            return false;
        }
    }
}
