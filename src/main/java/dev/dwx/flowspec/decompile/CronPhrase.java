package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.build.CronWords;
import dev.dwx.flowspec.build.SpecFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cron expressions in words, where words mean exactly the same expression. */
final class CronPhrase {
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private CronPhrase() {
    }

    static Statement of(String cron) {
        String[] fields = cron.split(" ");
        if (fields.length == 6) {
            for (Map<String, Object> words : readings(fields)) {
                if (means(words, cron)) {
                    return Statement.named("cron", words);
                }
            }
        }
        return Statement.of("cron", cron);
    }

    private static boolean means(Map<String, Object> words, String cron) {
        try {
            return CronWords.of(words).equals(cron);
        } catch (SpecFault e) {
            return false;
        }
    }

    /** What the fields may mean; whether they do is tried out. */
    private static List<Map<String, Object>> readings(String[] fields) {
        List<Map<String, Object>> readings = new ArrayList<>();
        String time = fields[2] + ":" + fields[1];
        readings.add(words("daily", time));
        readings.add(words("weekly", days(fields[5]), "at", time));
        readings.add(words("monthly", dates(fields[3]), "at", time));
        String[] span = fields[2].split("[-/]");
        if (span.length > 1) {
            Object minute = fields[1].matches("0?[0-9]|[1-5][0-9]") ? Integer.valueOf(fields[1]) : fields[1];
            String[] parts = fields[1].split("/");
            String step = span.length == 3 && parts.length == 1 ? span[2] + "h" : parts.length == 2 ? parts[1] + "m" : "";
            for (String kind : new String[] {"hourly", "every"}) {
                Object value = kind.equals("hourly") ? minute : step;
                readings.add(words(kind, value));
                readings.add(words(kind, value, "from", span[0] + ":00", "to", span[1] + ":00"));
            }
        }
        return readings;
    }

    private static Object days(String field) {
        List<Object> days = new ArrayList<>();
        for (String day : field.split(",")) {
            days.add(day.matches("[1-7]") ? DAYS.get(Integer.parseInt(day) - 1) : day);
        }
        return days.size() == 1 ? days.get(0) : days;
    }

    private static Object dates(String field) {
        List<Object> dates = new ArrayList<>();
        for (String date : Arrays.asList(field.split(","))) {
            dates.add(date.equals("L") ? "last" : date.matches("[0-9]{1,2}") ? Integer.valueOf(date) : date);
        }
        return dates.size() == 1 ? dates.get(0) : dates;
    }

    private static Map<String, Object> words(Object... keysAndValues) {
        Map<String, Object> words = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            words.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return words;
    }
}
