package dev.dwx.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BizDateProperties {
    @Property(tries = 300)
    void textsReadBackEqual(@ForAll @IntRange(min = 0, max = 60000) int day) {
        BizDate date = BizDate.of(LocalDate.ofEpochDay(day));
        assertEquals(date, BizDate.parse(date.format()));
        assertEquals(date, BizDate.parse(date.toString()));
    }

    @Property(tries = 300)
    void movingThereAndBackIsNoMove(@ForAll @IntRange(min = 0, max = 60000) int day,
            @ForAll @IntRange(min = -5000, max = 5000) int days) {
        BizDate date = BizDate.of(LocalDate.ofEpochDay(day));
        assertEquals(date, date.plus(days).minus(days));
        assertEquals(days, date.plus(days).minus(date));
    }

    @Property(tries = 300)
    void midnightFallsOnTheDayInEveryZone(@ForAll @IntRange(min = 0, max = 40000) int day, @ForAll @IntRange(max = 600) int pick) {
        String[] zones = ZoneId.getAvailableZoneIds().stream().sorted().toArray(String[]::new);
        ZoneId zone = ZoneId.of(zones[pick % zones.length]);
        BizDate date = BizDate.of(LocalDate.ofEpochDay(day));
        assertEquals(date, BizDate.at(date.toInstant(zone), zone));
        Object millis = new TimeEncoding(zone, Map.of()).encode("2024-05-18", "ListTaskInstances", "Bizdate", date, true);
        assertEquals(date.toInstant(zone).toEpochMilli(), millis);
    }
}
