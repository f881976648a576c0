package dev.dwx.time;

import dev.dwx.texts.Texts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * How a time becomes the value that one parameter of one operation wants. Immutable.
 *
 * <p>The table in {@link TimeTable} decides; a parameter that is not in it is encoded by its type: whole numbers as
 * milliseconds, texts as {@code yyyy-MM-dd HH:mm:ss}, or as {@code yyyy-MM-dd} for a value that is only a day.
 *
 * <p>{@code ExecuteAdhocWorkflowInstance.BizDate} is disputed: its documentation shows a 13-digit timestamp, people who
 * use it report that only {@code yyyyMMdd} works. The timestamp is the rule here, an override changes it.
 */
public final class TimeEncoding {
    private final ZoneId zone;
    private final Map<String, TimeForm> overrides;

    /**
     * @param zone the workspace's zone
     * @param overrides forms that win over the table, by {@code Operation.Parameter} or
     *     {@code version:Operation.Parameter}
     */
    public TimeEncoding(ZoneId zone, Map<String, TimeForm> overrides) {
        this.zone = zone;
        this.overrides = Map.copyOf(overrides);
    }

    public ZoneId zone() {
        return zone;
    }

    /**
     * The form that a parameter wants, where it is known.
     *
     * @param path parameter name, and for a nested value the way to it: {@code Periods.BizDates[].StartBizDate}
     */
    public Optional<TimeForm> form(String version, String operation, String path) {
        String key = operation + "." + path;
        TimeForm form = overrides.get(version + ":" + key);
        if (form == null) {
            form = overrides.get(key);
        }
        return Optional.ofNullable(form == null ? TimeTable.find(version, operation, path) : form);
    }

    /** Whether two sources disagree about the form, so that the user should see what was sent. */
    public boolean isDisputed(String operation, String path) {
        return "ExecuteAdhocWorkflowInstance".equals(operation) && "BizDate".equals(path);
    }

    /**
     * Encodes a value of the language.
     *
     * @param numeric whether the parameter is a number on the wire; decides where the form is not known
     * @return the wire value ({@code Long} or {@code String}), or the value itself when it is not a time, or a text or
     *     number that is in the wanted form already
     * @throws IllegalArgumentException when a text is a day that does not exist, or a time is out of all range
     */
    public Object encode(String version, String operation, String path, Object value, boolean numeric) {
        try {
            return encoded(version, operation, path, value, numeric);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(Texts.of("the time given is beyond what can be written: {0}", e.getMessage()), e);
        }
    }

    private Object encoded(String version, String operation, String path, Object value, boolean numeric) {
        TimeForm form = form(version, operation, path).orElse(null);
        if (value instanceof Duration duration) {
            return numeric ? form == TimeForm.SECONDS ? duration.toSeconds() : (Object) duration.toMillis() : value;
        }
        if (form == TimeForm.MILLIS_TEXT && (value instanceof Long || value instanceof Integer)) {
            return value.toString();
        }
        ZonedDateTime time = TimeForm.read(value, zone);
        if (time == null && value instanceof CharSequence text && form != null) {
            time = readText(text.toString().strip(), form);
        }
        if (time == null) {
            return value;
        }
        if (form != null) {
            return form.encode(time);
        }
        if (numeric) {
            return TimeForm.MILLIS.encode(time);
        }
        boolean onlyDay = value instanceof BizDate || value instanceof LocalDate;
        TimeForm fallback = onlyDay ? TimeForm.DATE : value instanceof LocalTime ? TimeForm.TIME : TimeForm.DATE_TIME;
        return fallback.encode(time);
    }

    /** A date written as text, for a parameter that wants another form; null when there is nothing to convert. */
    private ZonedDateTime readText(String text, TimeForm form) {
        int length = text.length();
        boolean dashed = length >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        if (!dashed && !(length == 8 && allDigits(text) && form != TimeForm.COMPACT_DATE)) {
            return null;
        }
        if (form == TimeForm.TIME || form == TimeForm.HOUR_MINUTE) {
            return null;
        }
        if (length == 8 || length == 10) {
            return form == TimeForm.DATE && length == 10 ? null : BizDate.parse(text).toLocalDate().atStartOfDay(zone);
        }
        if (form == TimeForm.OFFSET_DATE_TIME && text.indexOf('T') == 10 && length > 19
                || (form == TimeForm.DATE_TIME || form == TimeForm.MIDNIGHT) && length == 19 && text.charAt(10) == ' ') {
            return null;
        }
        String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        try {
            if (iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10) {
                String offset = iso.length() > 5 && iso.charAt(iso.length() - 3) != ':' && !iso.endsWith("Z")
                        ? iso.substring(0, iso.length() - 2) + ':' + iso.substring(iso.length() - 2) : iso;
                return OffsetDateTime.parse(offset).atZoneSameInstant(zone);
            }
            return LocalDateTime.parse(iso).atZone(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(Texts.of("'{0}' is no date or time. Write '2026-03-14' or '2026-03-14 02:30:00'; it is in"
                    + " {1}.", text, zone), e);
        }
    }

    private static boolean allDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
