package dev.dwx.flowspec.build;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Schedules in words, as the service's cron expressions: second, minute, hour, day of month, month, day of week, with Monday as 1.
 */
public final class CronWords {
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private CronWords() {
    }

    /**
     * The expression for {@code daily: '02:00'}, {@code weekly: 'MON', at: '03:00'}, {@code monthly: 1, at: '00:20'},
     * {@code hourly: 15}, {@code every: '30m', from: '08:00', to: '17:00'}.
     *
     * @throws SpecFault when the words say nothing
     */
    public static String of(Map<String, ?> words) {
        List<String> extra = new ArrayList<>(words.keySet());
        for (String kind : new String[] {"daily", "weekly", "monthly", "hourly", "every", "raw"}) {
            if (!words.containsKey(kind)) {
                continue;
            }
            extra.remove(kind);
            Object value = words.get(kind);
            Object at = words.get("at");
            if (kind.equals("weekly") || kind.equals("monthly")) {
                extra.remove("at");
            } else if (kind.equals("every") || kind.equals("hourly")) {
                extra.remove("from");
                extra.remove("to");
            }
            if (!extra.isEmpty()) {
                throw new SpecFault(extra.get(0), Texts.of("cron {0}: … does not know {1}. {2}", kind, extra.get(0), help()));
            }
            return switch (kind) {
                case "daily" -> "00 " + time(value) + " * * ?";
                case "weekly" -> "00 " + time(at == null ? "00:05" : at) + " ? * " + days(value);
                case "monthly" -> "00 " + time(at == null ? "00:05" : at) + " " + dates(value) + " * ?";
                case "hourly" -> "00 " + two(minute(value)) + " " + hours(words) + " * * ?";
                case "every" -> every(value, words);
                default -> String.valueOf(value);
            };
        }
        throw new SpecFault("cron", Texts.of("cron does not know {0}. {1}", String.join(", ", extra), help()));
    }

    private static String help() {
        return Texts.of("Write cron daily: '02:00', cron weekly: ['MON', 'FRI'], at: '03:00', cron monthly: 1, at: '00:20', "
                + "cron hourly: 15, cron every: '30m', from: '08:00', to: '17:00', or cron '00 30 06 * * ?'.");
    }

    private static SpecFault wrong(String message) {
        return new SpecFault("cron", message + " " + help());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** {@code 06:30} as {@code 30 06}. */
    private static String time(Object value) {
        int[] time = hourAndMinute(value);
        return two(time[1]) + " " + two(time[0]);
    }

    private static int[] hourAndMinute(Object value) {
        String text = String.valueOf(value).strip();
        int colon = text.indexOf(':');
        int hour = colon < 0 ? -1 : number(text.substring(0, colon));
        int minute = colon < 0 ? -1 : number(text.substring(colon + 1));
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            throw wrong(Texts.of("'{0}' is no time of day.", text));
        }
        return new int[] {hour, minute};
    }

    private static int number(String text) {
        return !text.isEmpty() && text.length() < 3 && text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : -1;
    }

    private static int minute(Object value) {
        int minute = number(String.valueOf(value));
        if (minute < 0 || minute > 59) {
            throw wrong(Texts.of("'{0}' is no minute of an hour.", value));
        }
        return minute;
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : value instanceof CharSequence text ? List.of(text.toString().split("\\s*,\\s*"))
                : value == null ? List.of() : List.of(value);
    }

    private static String days(Object value) {
        List<String> days = new ArrayList<>();
        for (Object one : list(value)) {
            String text = String.valueOf(one).strip().toUpperCase(Locale.ROOT);
            int day = text.length() < 3 ? number(text) : DAYS.indexOf(text.substring(0, 3)) + 1;
            if (day < 1 || day > 7) {
                throw wrong(Texts.of("'{0}' is no day of the week: MON to SUN, or 1 to 7 with Monday as 1.", one));
            }
            days.add(String.valueOf(day));
        }
        if (days.isEmpty()) {
            throw wrong(Texts.of("cron weekly: … wants a day."));
        }
        return String.join(",", days);
    }

    private static String dates(Object value) {
        List<String> dates = new ArrayList<>();
        for (Object one : list(value)) {
            String text = String.valueOf(one).strip();
            boolean last = text.equalsIgnoreCase("L") || text.equalsIgnoreCase("last");
            int date = number(text);
            if (!last && (date < 1 || date > 31)) {
                throw wrong(Texts.of("'{0}' is no day of a month: 1 to 31, or 'last'.", one));
            }
            dates.add(last ? "L" : String.valueOf(date));
        }
        if (dates.isEmpty()) {
            throw wrong(Texts.of("cron monthly: … wants a day."));
        }
        return String.join(",", dates);
    }

    private static String hours(Map<String, ?> words) {
        int from = words.get("from") == null ? 0 : hourAndMinute(words.get("from"))[0];
        int to = words.get("to") == null ? 23 : hourAndMinute(words.get("to"))[0];
        if (from > to) {
            throw wrong(Texts.of("from: '{0}' is later than to: '{1}'.", words.get("from"), words.get("to")));
        }
        return two(from) + "-" + two(to) + "/1";
    }

    private static String every(Object value, Map<String, ?> words) {
        String text = String.valueOf(value).strip();
        int number = text.isEmpty() ? -1 : number(text.substring(0, text.length() - 1));
        boolean hours = text.endsWith("h");
        if (number < 1 || !hours && !text.endsWith("m") || hours && number > 23) {
            throw wrong(Texts.of("'{0}' is no step of minutes or hours, such as '30m' or '2h'.", text));
        }
        if (!hours && (number < 5 || 60 % number != 0)) {
            throw wrong(Texts.of("every: '{0}' cannot be kept: the service runs nothing more often than every 5 minutes, and the step "
                    + "starts anew with every hour, so it has to divide 60.", text));
        }
        String span = hours(words);
        return hours ? "00 00 " + span.substring(0, span.indexOf('/')) + "/" + number + " * * ?"
                : "00 " + "*/" + number + " " + span.substring(0, span.indexOf('/')) + " * * ?";
    }
}
