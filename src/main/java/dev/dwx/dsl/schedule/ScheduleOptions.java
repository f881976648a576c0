package dev.dwx.dsl.schedule;

import dev.dwx.texts.Texts;
import dev.dwx.time.BizDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The dates, times and zones that the words of this package are given, in all the forms that a script writes them. */
final class ScheduleOptions {
    private final Map<?, ?> given;

    /**
     * @param word whose options they are, for messages
     * @throws IllegalArgumentException when an option is given that the word does not have
     */
    ScheduleOptions(String word, Map<?, ?> given, String... known) {
        this.given = given;
        List<String> unknown = new ArrayList<>();
        for (Object key : given.keySet()) {
            if (!List.of(known).contains(String.valueOf(key))) {
                unknown.add(String.valueOf(key));
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(Texts.of("{0} has no option {1}. It takes {2}.", word, String.join(", ", unknown),
                    String.join(", ", known)));
        }
    }

    boolean has(String option) {
        return given.get(option) != null;
    }

    Object get(String option) {
        return given.get(option);
    }

    boolean isTrue(String option) {
        return Boolean.TRUE.equals(given.get(option));
    }

    /** A business date, in the forms of {@link BizDate}; the default where none is given. */
    LocalDate bizdate(LocalDate otherwise) {
        return has("bizdate") ? date(get("bizdate")) : otherwise;
    }

    ZoneId zone(ZoneId otherwise) {
        Object zone = get("zone");
        return zone == null ? otherwise : zone instanceof ZoneId id ? id : zone(zone.toString());
    }

    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(Texts.of("There is no time zone '{0}'. Write it like 'Asia/Shanghai' or 'GMT+08:00'.",
                    name), e);
        }
    }

    static LocalDate date(Object date) {
        if (date instanceof BizDate day) {
            return day.toLocalDate();
        }
        return date instanceof LocalDate day ? day : BizDate.parse(String.valueOf(date)).toLocalDate();
    }

    /**
     * A moment: {@code '2026-03-16 02:00'}, or a time alone, {@code '02:00'}, of the day that is given.
     *
     * @param day the day of a time alone
     */
    static ZonedDateTime time(Object time, LocalDate day, ZoneId zone) {
        if (time instanceof ZonedDateTime there) {
            return there.withZoneSameInstant(zone);
        }
        if (time instanceof OffsetDateTime there) {
            return there.atZoneSameInstant(zone);
        }
        if (time instanceof Instant instant) {
            return instant.atZone(zone);
        }
        if (time instanceof LocalDateTime local) {
            return local.atZone(zone).withLaterOffsetAtOverlap();
        }
        if (time instanceof LocalTime local) {
            return day.atTime(local).atZone(zone).withLaterOffsetAtOverlap();
        }
        if (time instanceof LocalDate || time instanceof BizDate) {
            return date(time).atStartOfDay(zone);
        }
        String text = String.valueOf(time).strip();
        try {
            if (text.endsWith("Z") || text.indexOf('+') > 0) {
                return OffsetDateTime.parse(text.replace(' ', 'T')).atZoneSameInstant(zone);
            }
            if (text.length() <= 8 && text.indexOf(':') > 0) {
                return time(LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text), day, zone);
            }
            if (text.indexOf(':') > 0) {
                return time(LocalDateTime.parse(text.replace(' ', 'T')), day, zone);
            }
            return BizDate.parse(text).toLocalDate().atStartOfDay(zone);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(Texts.of("'{0}' is no moment. Write it as '2026-03-16 02:00', '2026-03-16' or '02:00'.",
                    text), e);
        }
    }
}
