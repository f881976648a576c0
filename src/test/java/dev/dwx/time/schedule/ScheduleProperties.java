package dev.dwx.time.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The arithmetic of expressions against that of java.time, and the next times of cron against a search minute by minute. */
class ScheduleProperties {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    @Property(tries = 300)
    void theBusinessDateMovesByDays(@ForAll("times") ZonedDateTime time, @ForAll @IntRange(min = -4000, max = 4000) int days) {
        LocalDate business = time.toLocalDate().minusDays(1);
        assertEquals(DAY.format(business.plusDays(days)), value("${yyyymmdd" + signed(days) + "}", time));
    }

    @Property(tries = 200)
    void theBusinessDateMovesByMonthsAndYears(@ForAll("times") ZonedDateTime time, @ForAll @IntRange(min = -60, max = 60) int by) {
        LocalDate business = time.toLocalDate().minusDays(1);
        assertEquals(DAY.format(business.plusMonths(by)).substring(0, 6), value("${yyyymm" + signed(by) + "}", time));
        assertEquals(Integer.toString(business.getYear() + by), value("${yyyy" + signed(by) + "}", time));
    }

    @Property(tries = 300)
    void theScheduledTimeMovesByHoursAndMinutes(@ForAll("times") ZonedDateTime time, @ForAll @IntRange(min = -4000, max = 4000) int by) {
        assertEquals(SECOND.format(time.plusHours(by)), value("$[yyyymmddhh24miss" + signed(by) + "/24]", time));
        assertEquals(SECOND.format(time.plusMinutes(by)), value("$[yyyymmddhh24miss" + signed(by) + "/24/60]", time));
    }

    @Property(tries = 200)
    void theMachinesZoneIsNeverAsked(@ForAll("times") ZonedDateTime time, @ForAll("zones") ZoneId machine) {
        String before = value("$cyctime ${yyyymmdd-1} $[yyyymmddhh24-1/24] $gmtdate", time);
        TimeZone usual = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(machine));
            assertEquals(before, value("$cyctime ${yyyymmdd-1} $[yyyymmddhh24-1/24] $gmtdate", time));
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedWithAPlaceInsideIt(@ForAll("texts") String text) {
        try {
            SchedulingExpression.parse(text).at(ScheduledMoment.at(LocalDateTime.of(2026, 3, 15, 2, 0).atZone(ZoneOffset.UTC)));
        } catch (ScheduleFault e) {
            assertTrue(e.position() >= 0 && e.position() <= text.length(), e.getMessage());
            assertTrue(!e.remedy().isEmpty());
        }
    }

    @Property(tries = 200)
    void textWithoutDollarIsItself(@ForAll("plain") String text) {
        assertEquals(text, SchedulingExpression.parse(text).at(ScheduledMoment.at(ZonedDateTime.parse("2026-03-15T02:00Z"))).value());
    }

    @Property(tries = 150)
    void nextTimesAreThoseThatASearchMinuteByMinuteFinds(@ForAll("crons") String cron, @ForAll("times") ZonedDateTime from,
            @ForAll("zones") ZoneId zone) {
        CronExpression expression = CronExpression.parse(cron);
        Instant after = from.toInstant();
        List<ZonedDateTime> next = expression.next(after, zone, 4);
        List<ZonedDateTime> found = new ArrayList<>();
        Instant minute = Instant.ofEpochSecond(Math.floorDiv(after.getEpochSecond(), 60) * 60);
        Instant end = minute.plusSeconds(86400L * 5);
        for (Instant at = minute; at.isBefore(end) && found.size() < 4; at = at.plusSeconds(60)) {
            ZonedDateTime there = at.atZone(zone);
            boolean second = there.withLaterOffsetAtOverlap().equals(there);
            LocalTime time = there.toLocalTime();
            if (at.isAfter(after) && second && expression.matches(there.toLocalDate(), time)) {
                found.add(there);
            }
        }
        List<ZonedDateTime> soon = next.stream().filter(at -> at.toInstant().isBefore(end)).toList();
        assertEquals(found, soon, cron);
    }

    private static String value(String expression, ZonedDateTime time) {
        return SchedulingExpression.parse(expression).at(ScheduledMoment.at(time)).value();
    }

    private static String signed(int number) {
        return number < 0 ? Integer.toString(number) : "+" + number;
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Asia/Shanghai", "UTC", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<ZonedDateTime> times() {
        // A third of them near the days on which clocks change.
        Arbitrary<Long> any = Arbitraries.longs().between(946684800L, 4102444800L);
        Arbitrary<Long> change = Arbitraries.of("2026-03-08T10:00:00Z", "2026-11-01T09:00:00Z", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z")
                .flatMap(text -> Arbitraries.longs().between(-100000, 100000).map(by -> Instant.parse(text).getEpochSecond() + by));
        return Combinators.combine(Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(2, any), net.jqwik.api.Tuple.of(1, change)), zones())
                .as((seconds, zone) -> Instant.ofEpochSecond(seconds).atZone(zone));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("$", "[", "]", "{", "}", "yyyy", "mm", "dd", "hh24", "mi", "ss", "yy", "-", "+", "1", "/24", "/60", "*", "7",
                "add_months(", ",", ")", " ", "bizdate", "cyctime", ":", "_", "a", "$[", "${", "é", "中").list().ofMaxSize(14)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings().ofMaxLength(30).map(text -> text.replace("$", ""));
    }

    @Provide
    Arbitrary<String> crons() {
        Arbitrary<String> minutes = Arbitraries.of("00", "05", "30", "*/30", "*/7", "0,59", "10-20/5", "3/20", "*");
        Arbitrary<String> hours = Arbitraries.of("00", "02", "23", "*", "*/2", "0-23/3", "1-3", "2,14");
        Arbitrary<String> days = Arbitraries.of("* * ?", "? * 1-5", "? * 7", "? * *", "L * ?", "1,15 * ?", "? * 5L", "? * 2#3", "1-31/2 * ?",
                "? 3,11 SUN", "29 2 ?");
        return Combinators.combine(minutes, hours, days).as((minute, hour, day) -> "00 " + minute + " " + hour + " " + day);
    }
}
