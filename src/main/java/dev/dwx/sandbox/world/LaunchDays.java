package dev.dwx.sandbox.world;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** For which business dates a launch is, and what the service refuses in how they are written. */
final class LaunchDays {
    /** More than this are not run; a sandbox need not fill itself. */
    static final int MOST_DAYS = 400;
    private static final int MOST_RANGES = 7;

    private LaunchDays() {
    }

    /** The days of {@code Periods}: at most seven ranges of {@code yyyy-MM-dd}; times of day are both there or neither. */
    static List<LocalDate> of(Scene scene) throws Refusal {
        Object periods = scene.argument("Periods");
        List<Object> ranges = Values.list(Values.at(periods, "BizDates"));
        if (ranges.size() > MOST_RANGES) {
            throw Refusal.invalid("Periods.BizDates has at most " + MOST_RANGES + " ranges, and has " + ranges.size() + ".");
        }
        LocalTime start = time(Values.at(periods, "StartTime"), "Periods.StartTime");
        LocalTime end = time(Values.at(periods, "EndTime"), "Periods.EndTime");
        if ((start == null) != (end == null)) {
            throw Refusal.invalid("Periods.StartTime and Periods.EndTime go together.");
        }
        List<LocalDate> days = new ArrayList<>();
        for (Object range : ranges) {
            LocalDate from = date(Values.at(range, "StartBizDate"), "Periods.BizDates.StartBizDate");
            LocalDate to = Values.at(range, "EndBizDate") == null ? from
                    : date(Values.at(range, "EndBizDate"), "Periods.BizDates.EndBizDate");
            if (from.isAfter(to)) {
                throw Refusal.invalid("Periods.BizDates ends before it starts: " + from + ", " + to + ".");
            }
            for (LocalDate day = from; !day.isAfter(to) && days.size() < MOST_DAYS; day = day.plusDays(1)) {
                days.add(day);
            }
        }
        if (days.isEmpty()) {
            days.add(scene.realm.date(scene.now()).minusDays(1));
        }
        return days;
    }

    /** Of the times of a day those that {@code Periods} leaves. */
    static List<LocalTime> within(Scene scene, List<LocalTime> times) {
        Object periods = scene.argument("Periods");
        if (Values.at(periods, "StartTime") == null) {
            return times;
        }
        LocalTime start = LocalTime.parse(Values.at(periods, "StartTime").toString());
        LocalTime end = LocalTime.parse(Values.at(periods, "EndTime").toString());
        List<LocalTime> within = new ArrayList<>(times);
        within.removeIf(time -> time.isBefore(start) || time.isAfter(end));
        // Tasks of a day run whatever hours are asked for.
        return within.isEmpty() && times.size() == 1 ? times : within;
    }

    /** Midnight of the business date that a number means: milliseconds, or a date of eight digits; yesterday without one. */
    static long business(Scene scene, Long given) throws Refusal {
        if (given == null) {
            return scene.realm.midnight(scene.realm.date(scene.now()).minusDays(1));
        }
        if (given < 10_000_000L || given > 99_999_999L) {
            return given;
        }
        try {
            return scene.realm.midnight(LocalDate.parse(given.toString(), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            throw Refusal.invalid("BizDate is no date: " + given);
        }
    }

    /** A day in the older version's form, {@code 2026-03-14 00:00:00}. */
    static LocalDate legacy(String text, String name, boolean midnight) throws Refusal {
        try {
            if (text != null && text.length() == 19 && text.charAt(10) == ' ') {
                LocalTime time = LocalTime.parse(text.substring(11));
                if (!midnight || time.equals(LocalTime.MIDNIGHT)) {
                    return LocalDate.parse(text.substring(0, 10));
                }
            }
        } catch (DateTimeException e) {
            // Refused below, in the service's words.
        }
        throw refused(name + " must be like 2026-03-14 00:00:00, and is " + text);
    }

    static Refusal refused(String why) {
        return Refusal.of(400, "Invalid.Wkbench.Parameter", why);
    }

    private static LocalDate date(Object text, String name) throws Refusal {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw Refusal.invalid(name + " must be a date like 2026-03-14, and is " + text + ".");
        }
    }

    private static LocalTime time(Object text, String name) throws Refusal {
        try {
            return text == null ? null : text.toString().length() == 8 ? LocalTime.parse(text.toString()) : wrong(text, name);
        } catch (DateTimeException e) {
            return wrong(text, name);
        }
    }

    private static LocalTime wrong(Object text, String name) throws Refusal {
        throw Refusal.invalid(name + " must be a time like 00:00:00, and is " + text + ".");
    }
}
