package dev.dwx.client.limits;

import dev.dwx.catalog.DocText;
import dev.dwx.catalog.Edition;
import dev.dwx.client.credentials.CredentialException;
import dev.dwx.texts.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person reads of the limits and of what is used of them. */
public final class LimitsCard {
    private static final int WIDTH = 12;

    private LimitsCard() {
    }

    /** A moment as the service's days are told: {@code 2026-03-16 00:00 (UTC+8)}. */
    public static String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").format(moment.atOffset(ZoneOffset.ofHours(8))) + " (UTC+8)";
    }

    /** Line by line, each with its name in front. */
    public static List<String> lines(CallCounts counts, String region) {
        List<String> lines = new ArrayList<>();
        Standing standing;
        try {
            standing = counts.standing(region);
        } catch (CredentialException e) {
            return List.of(line(Texts.of("today"), Texts.of("not known without credentials")));
        }
        Edition edition = standing.edition();
        lines.add(line(Texts.of("edition"), edition == null ? Texts.of("not known; say it with --edition or DWX_EDITION")
                : edition == Edition.UNLIMITED ? Texts.of("none: a sandbox without --edition has no limits") : edition.label()));
        if (counts.pace() != null) {
            lines.add(line(Texts.of("a second"), counts.pace() + (edition == null ? Texts.of(", which every edition allows") : "")));
        }
        lines.add(line(Texts.of("today"), today(standing)));
        int free = edition == null ? 0 : edition.freePerMonth();
        lines.add(line(Texts.of("this month"), free == 0
                ? Texts.of("{0} successful calls", Standing.grouped(standing.month()))
                : Texts.of("{0} of {1} free calls", Standing.grouped(standing.month()), Standing.grouped(free))));
        Path file = counts.file();
        lines.add(line(Texts.of("counted in"), Texts.of("{0}; what others call with the account is not seen",
                file == null ? Texts.of("memory, for this process") : file.toString())));
        if (!standing.heeded() && edition != Edition.UNLIMITED) {
            lines.add(line("", Texts.of("a used-up day keeps nothing from being sent (DWX_IGNORE_QUOTA)")));
        }
        return lines;
    }

    /** The same as data. */
    public static Map<String, Object> fields(CallCounts counts, String region) {
        Standing standing = counts.standing(region);
        Edition edition = standing.edition();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("edition", edition == null ? null : edition.label());
        fields.put("perSecond", counts.pace());
        fields.put("region", region);
        fields.put("today", standing.today());
        fields.put("ofDay", standing.callsPerDay() == 0 ? null : standing.callsPerDay());
        fields.put("left", standing.left().isPresent() ? standing.left().getAsLong() : null);
        fields.put("dayEnds", standing.dayEnds().equals(Instant.MAX) ? null : standing.dayEnds().toString());
        fields.put("month", standing.month());
        fields.put("freeOfMonth", edition == null || edition.freePerMonth() == 0 ? null : edition.freePerMonth());
        fields.put("ledger", counts.file() == null ? null : counts.file().toString());
        return fields;
    }

    private static String today(Standing standing) {
        String calls = standing.callsPerDay() > 0
                ? Texts.of("{0} of {1} calls", Standing.grouped(standing.today()), Standing.grouped(standing.callsPerDay()))
                : standing.today() == 1 ? Texts.of("1 call") : Texts.of("{0} calls", Standing.grouped(standing.today()));
        StringBuilder text = new StringBuilder(standing.region() == null ? calls : Texts.of("{0} in {1}", calls, standing.region()));
        if (standing.usedUp()) {
            text.append(Texts.of("; the service says they are used up"));
        }
        if (standing.left().isPresent()) {
            text.append(Texts.of(", {0} left until {1}", Standing.grouped(standing.left().getAsLong()), moment(standing.dayEnds())));
        }
        return text.toString();
    }

    private static String line(String name, String text) {
        return name + " ".repeat(WIDTH - DocText.columns(name)) + text;
    }
}
