package dev.dwx.time.schedule;

import dev.dwx.texts.Texts;
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
        String moments = moments();
        if (moments != null) {
            return Texts.of("{0} at {1}", days, moments);
        }
        String times = times();
        return days.equals(Texts.of("every day")) ? times : Texts.of("{0}, {1}", times, days);
    }

    private String days() {
        String months = month.isAny() || month.numbers().size() == 12 ? null : months();
        if (!weekday.isAny()) {
            String text = weekdays();
            return months == null ? text : Texts.of("{0} in {1}", text, months);
        }
        if (!day.isAny() && (day.last() || day.numbers().size() < 31)) {
            List<String> days = new ArrayList<>();
            for (int number : day.numbers()) {
                days.add(dayOfMonth(number));
            }
            if (day.last()) {
                days.add(Texts.of("the last day"));
            }
            return months == null ? Texts.of("on {0} of the month", series(days)) : Texts.of("on {0} of {1}", series(days), months);
        }
        return months == null ? Texts.of("every day") : Texts.of("every day in {0}", months);
    }

    private String months() {
        List<String> names = new ArrayList<>();
        for (int number : month.numbers()) {
            names.add(Month.of(number).getDisplayName(TextStyle.FULL, Locale.forLanguageTag(Texts.spoken())));
        }
        return series(names);
    }

    private String weekdays() {
        List<String> words = new ArrayList<>();
        List<Integer> numbers = weekday.numbers();
        boolean run = numbers.size() > 2 && numbers.get(numbers.size() - 1) - numbers.get(0) == numbers.size() - 1;
        if (run && weekday.nth().isEmpty() && weekday.lastOf() == 0) {
            return numbers.size() == 7 ? Texts.of("every day")
                    : Texts.of("{0} to {1}", name(numbers.get(0)), name(numbers.get(numbers.size() - 1)));
        }
        for (int number : numbers) {
            words.add(Texts.of("{0}s", name(number)));
        }
        for (int[] nth : weekday.nth()) {
            words.add(Texts.of("the {0} {1} of the month", ordinal(nth[1]), name(nth[0])));
        }
        for (int number = 1; number <= 7; number++) {
            if ((weekday.lastOf() >> number & 1) != 0) {
                words.add(Texts.of("the last {0} of the month", name(number)));
            }
        }
        return series(words);
    }

    private static String name(int weekday) {
        return DayOfWeek.of(weekday).getDisplayName(TextStyle.FULL, Locale.forLanguageTag(Texts.spoken()));
    }

    /** The times of a day by themselves, where they are few and follow no rhythm; null otherwise. */
    private String moments() {
        List<String> each = each();
        return rhythm() != null || each.size() > FEW ? null : series(each);
    }

    private String times() {
        String rhythm = rhythm();
        if (rhythm != null) {
            return rhythm;
        }
        List<String> each = each();
        return Texts.of("{0} times from {1} to {2}", each.size(), each.get(0), each.get(each.size() - 1));
    }

    /** What returns after the same time, again and again; null for times that do not. */
    private String rhythm() {
        List<Integer> hours = hour.numbers();
        List<Integer> minutes = minute.numbers();
        List<Integer> seconds = second.numbers();
        if (seconds.size() > 1) {
            return Texts.of("{0} times a minute at {1} minutes of {2} hours", seconds.size(), minutes.size(), hours.size());
        }
        int tail = seconds.get(0);
        int hourStep = step(hours);
        int minuteStep = step(minutes);
        boolean wholeHours = minuteStep > 0 && minuteStep * minutes.size() == MINUTES && minutes.get(0) < minuteStep;
        if (minutes.size() > 1 && wholeHours && hourStep == 1 || minutes.size() > 1 && wholeHours && hours.size() == 1) {
            String begins = clock(hours.get(0), minutes.get(0), tail);
            String ends = clock(hours.get(hours.size() - 1), MINUTES - 1, 0);
            return minuteStep == 1 ? Texts.of("every minute from {0} to {1}", begins, ends)
                    : Texts.of("every {0} minutes from {1} to {2}", minuteStep, begins, ends);
        }
        if (minutes.size() == 1 && hours.size() == HOURS) {
            return Texts.of("every hour at minute {0}", two(minutes.get(0)) + (tail == 0 ? "" : ":" + two(tail)));
        }
        if (minutes.size() == 1 && hours.size() > 2 && hourStep > 0) {
            String begins = clock(hours.get(0), minutes.get(0), tail);
            String ends = clock(hours.get(hours.size() - 1), minutes.get(0), tail);
            return hourStep == 1 ? Texts.of("every hour from {0} to {1}", begins, ends)
                    : Texts.of("every {0} hours from {1} to {2}", hourStep, begins, ends);
        }
        return null;
    }

    private List<String> each() {
        List<String> each = new ArrayList<>();
        for (int h : hour.numbers()) {
            for (int m : minute.numbers()) {
                each.add(clock(h, m, second.numbers().get(0)));
            }
        }
        return each;
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

    private static String dayOfMonth(int number) {
        boolean teen = number / 10 == 1;
        return teen ? Texts.of("the {0}th", number) : switch (number % 10) {
            case 1 -> Texts.of("the {0}st", number);
            case 2 -> Texts.of("the {0}nd", number);
            case 3 -> Texts.of("the {0}rd", number);
            default -> Texts.of("the {0}th", number);
        };
    }

    private static String ordinal(int number) {
        boolean teen = number / 10 == 1;
        return teen ? Texts.of("{0}th", number) : switch (number % 10) {
            case 1 -> Texts.of("{0}st", number);
            case 2 -> Texts.of("{0}nd", number);
            case 3 -> Texts.of("{0}rd", number);
            default -> Texts.of("{0}th", number);
        };
    }

    private static String series(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return Texts.of("{0} and {1}", String.join(Texts.of(", "), words.subList(0, words.size() - 1)), words.get(words.size() - 1));
    }
}
