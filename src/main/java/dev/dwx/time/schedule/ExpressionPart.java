package dev.dwx.time.schedule;

import dev.dwx.texts.Texts;
import dev.dwx.time.schedule.DateShape.Unit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;

/** A piece of a parameter's value. */
sealed interface ExpressionPart {
    /**
     * What the piece says.
     *
     * @param open takes it, as written, when nobody knows it before the run
     * @param notes takes what is worth knowing of the value
     */
    String at(ScheduledMoment moment, List<String> open, List<String> notes);

    /** Text that stands for itself. */
    record Plain(String text) implements ExpressionPart {
        @Override
        public String at(ScheduledMoment moment, List<String> open, List<String> notes) {
            return text;
        }
    }

    /** Something that only the run knows, or another parameter: {@code ${outputs}}. */
    record Reference(String written) implements ExpressionPart {
        @Override
        public String at(ScheduledMoment moment, List<String> open, List<String> notes) {
            open.add(written);
            return written;
        }
    }

    /** {@code $bizdate} and its kin; the word is without the dollar sign. */
    record Word(String word, String written) implements ExpressionPart {
        @Override
        public String at(ScheduledMoment moment, List<String> open, List<String> notes) {
            switch (word) {
                case "bizdate":
                    return compact(moment.businessDate());
                case "cyctime":
                    ZonedDateTime time = moment.scheduled();
                    return compact(time.toLocalDate()) + two(time.getHour()) + two(time.getMinute()) + two(time.getSecond());
                case "gmtdate":
                    return compact(moment.businessDate().plusDays(1));
                case "bizmonth":
                    YearMonth month = YearMonth.from(moment.businessDate());
                    YearMonth shown = month.equals(YearMonth.from(moment.today())) ? month.minusMonths(1) : month;
                    return four(shown.getYear()) + two(shown.getMonthValue());
                default:
                    String id = moment.ids().get(word);
                    if (id == null) {
                        open.add(written);
                    }
                    return id == null ? written : id;
            }
        }

        private static String compact(LocalDate date) {
            return four(date.getYear()) + two(date.getMonthValue()) + two(date.getDayOfMonth());
        }

        private static String four(int year) {
            String digits = Integer.toString(year);
            return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
        }

        private static String two(int number) {
            return number < 10 ? "0" + number : Integer.toString(number);
        }
    }

    /**
     * {@code ${yyyymmdd-1}}: the business date.
     *
     * @param amount how many of the smallest unit that the form shows, years, months or days
     */
    record OfBusinessDate(DateShape shape, long amount) implements ExpressionPart {
        @Override
        public String at(ScheduledMoment moment, List<String> open, List<String> notes) {
            LocalDate date = moment.businessDate();
            LocalDate moved = switch (shape.last()) {
                case YEAR, SHORT_YEAR -> date.plusYears(amount);
                case MONTH -> date.plusMonths(amount);
                default -> date.plusDays(amount);
            };
            return shape.format(moved.atStartOfDay(moment.scheduled().getZone()));
        }
    }

    /**
     * {@code $[yyyymmddhh24-1/24]}: the scheduled time. Days are moved on the calendar, hours and minutes on the clock that never
     * jumps: ten minutes before 03:00 of the day on which summer time begins is 01:50, as the service has it.
     */
    record OfScheduledTime(DateShape shape, long days, long minutes) implements ExpressionPart {
        @Override
        public String at(ScheduledMoment moment, List<String> open, List<String> notes) {
            return shape.format(moment.scheduled().plusDays(days).plusMinutes(minutes));
        }
    }

    /**
     * {@code $[add_months(yyyymmdd,-1)]}. What becomes of the 31st is not described by the service; the function has its name, and
     * the letters theirs, from Oracle, so Oracle's rule is taken: the last day of a month becomes the last day of the other, and a
     * day that the other month lacks becomes its last one.
     */
    record AddMonths(DateShape shape, long months) implements ExpressionPart {
        private static final int SHORTEST_MONTH = 28;

        @Override
        public String at(ScheduledMoment moment, List<String> open, List<String> notes) {
            ZonedDateTime time = moment.scheduled();
            boolean last = time.getDayOfMonth() == time.toLocalDate().lengthOfMonth();
            ZonedDateTime moved = time.plusMonths(months);
            if (last) {
                moved = moved.withDayOfMonth(moved.toLocalDate().lengthOfMonth());
            }
            String text = shape.format(moved);
            if (shape.has(Unit.DAY) && months != 0 && (last || time.getDayOfMonth() > SHORTEST_MONTH)) {
                notes.add(Texts.of("the service does not say what add_months makes of day {0} of a month; {1} follows Oracle's rule",
                        time.getDayOfMonth(), text));
            }
            return text;
        }
    }
}
