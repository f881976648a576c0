package dev.dwx.time.schedule;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A cron expression as one would say it: which days, and at which times. */
final class CronWords {
    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final int FEW = 6;

    private final CronField second;
    private final CronField minute;
    private final CronField hour;
    private final CronField day;
    private final CronField month;
    private final CronField weekday;

    CronWords(CronField second, CronField minute, CronField hour, CronField day, CronField month, CronField weekday) {
        this.second = second;
        this.minute = minute;
        this.hour = hour;
        this.day = day;
        this.month = month;
        this.weekday = weekday;
    }

    String text() {
        String days = days();
        String times = times();
        boolean manyTimes = !times.startsWith("at ");
        if (days.equals("every day") && manyTimes) {
            return times;
        }
        return manyTimes ? times + ", " + days : days + " " + times;
    }

    private String days() {
        String months = month.isAny() || month.numbers().size() == 12 ? null : months();
        if (!weekday.isAny()) {
            String text = weekdays();
            return months == null ? text : text + " in " + months;
        }
        if (!day.isAny() && (day.last() || day.numbers().size() < 31)) {
            List<String> days = new ArrayList<>();
            for (int number : day.numbers()) {
                days.add("the " + ordinal(number));
            }
            if (day.last()) {
                days.add("the last day");
            }
            return "on " + series(days) + " of " + (months == null ? "the month" : months);
        }
        return months == null ? "every day" : "every day in " + months;
    }

    private String months() {
        List<String> names = new ArrayList<>();
        for (int number : month.numbers()) {
            names.add(Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        return series(names);
    }

    private String weekdays() {
        List<String> words = new ArrayList<>();
        List<Integer> numbers = weekday.numbers();
        boolean run = numbers.size() > 2 && numbers.get(numbers.size() - 1) - numbers.get(0) == numbers.size() - 1;
        if (run && weekday.nth().isEmpty() && weekday.lastOf() == 0) {
            return numbers.size() == 7 ? "every day" : name(numbers.get(0)) + " to " + name(numbers.get(numbers.size() - 1));
        }
        for (int number : numbers) {
            words.add(name(number) + "s");
        }
        for (int[] nth : weekday.nth()) {
            words.add("the " + ordinal(nth[1]) + " " + name(nth[0]) + " of the month");
        }
        for (int number = 1; number <= 7; number++) {
            if ((weekday.lastOf() >> number & 1) != 0) {
                words.add("the last " + name(number) + " of the month");
            }
        }
        return series(words);
    }

    private static String name(int weekday) {
        return DayOfWeek.of(weekday).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private String times() {
        List<Integer> hours = hour.numbers();
        List<Integer> minutes = minute.numbers();
        List<Integer> seconds = second.numbers();
        if (seconds.size() > 1) {
            return seconds.size() + " times a minute at " + minutes.size() + " minutes of " + hours.size() + " hours";
        }
        int tail = seconds.get(0);
        int hourStep = step(hours);
        int minuteStep = step(minutes);
        boolean wholeHours = minuteStep > 0 && minuteStep * minutes.size() == MINUTES && minutes.get(0) < minuteStep;
        if (minutes.size() > 1 && wholeHours && hourStep == 1 || minutes.size() > 1 && wholeHours && hours.size() == 1) {
            return "every " + (minuteStep == 1 ? "minute" : minuteStep + " minutes") + " from " + clock(hours.get(0), minutes.get(0), tail)
                    + " to " + clock(hours.get(hours.size() - 1), MINUTES - 1, 0);
        }
        if (minutes.size() == 1 && hours.size() == HOURS) {
            return "every hour at minute " + two(minutes.get(0)) + (tail == 0 ? "" : ":" + two(tail));
        }
        if (minutes.size() == 1 && hours.size() > 2 && hourStep > 0) {
            return "every " + (hourStep == 1 ? "hour" : hourStep + " hours") + " from " + clock(hours.get(0), minutes.get(0), tail) + " to "
                    + clock(hours.get(hours.size() - 1), minutes.get(0), tail);
        }
        List<String> each = new ArrayList<>();
        for (int h : hours) {
            for (int m : minutes) {
                each.add(clock(h, m, tail));
            }
        }
        if (each.size() <= FEW) {
            return "at " + series(each);
        }
        return each.size() + " times from " + each.get(0) + " to " + each.get(each.size() - 1);
    }

    /** The distance between any two neighbours, or 0 where they differ; 1 for a single number. */
    private static int step(List<Integer> numbers) {
        int step = numbers.size() < 2 ? 1 : numbers.get(1) - numbers.get(0);
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) - numbers.get(i - 1) != step) {
                return 0;
            }
        }
        return step;
    }

    private static String clock(int hour, int minute, int second) {
        return two(hour) + ":" + two(minute) + (second == 0 ? "" : ":" + two(second));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String ordinal(int number) {
        boolean teen = number / 10 == 1;
        return number + (teen ? "th" : switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        });
    }

    private static String series(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }
}
