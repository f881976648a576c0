package dev.dwx.client.limits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Days and months as the service counts calls: those of UTC+8, whatever the machine's or the project's zone. */
final class ServiceDay {
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private ServiceDay() {
    }

    static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    static YearMonth month(LocalDate day) {
        return YearMonth.from(day);
    }

    /** The first moment of the day after. */
    static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZONE);
    }
}
