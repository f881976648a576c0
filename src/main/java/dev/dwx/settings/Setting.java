package dev.dwx.settings;

import dev.dwx.texts.Texts;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/**
 * One thing that can be set; a row of {@link SettingsTable}.
 *
 * @param name as the file and {@code :set} spell it
 * @param kind what its values are
 * @param values the values there are; empty where any of the kind will do
 * @param fallback the value when nobody set it; empty for none
 * @param option the option of the command line that wins over it, without dashes, or {@code null}
 * @param variable the environment variable that wins over it, or {@code null}
 * @param profile whether a profile may have it, too: {@code profile.NAME.region}
 * @param meaning one line, in the user's language
 */
public record Setting(
        String name, Kind kind, List<String> values, String fallback, String option, String variable, boolean profile, String meaning) {

    /** What values are. */
    public enum Kind {
        /** One of a few words. */
        CHOICE,
        /** Any text of one line. */
        TEXT,
        /** A whole number, 0 for none. */
        NUMBER,
        /** A time zone of the tz database. */
        ZONE
    }

    public Setting {
        values = List.copyOf(values);
    }

    /** What may be written, in short: {@code on|off}. */
    public String choices() {
        return switch (kind) {
            case CHOICE -> String.join("|", values);
            case TEXT -> Texts.of("text");
            case NUMBER -> Texts.of("number");
            case ZONE -> Texts.of("zone");
        };
    }

    /** Why a value cannot be, as a sentence without its full stop; {@code null} when it can. */
    String refusal(String value) {
        boolean right = switch (kind) {
            case CHOICE -> values.contains(value);
            case TEXT -> !value.isBlank() && value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
            case NUMBER -> isNumber(value);
            case ZONE -> isZone(value);
        };
        if (right) {
            return null;
        }
        return switch (kind) {
            case CHOICE -> Texts.of("{0} is one of {1}, not {2}", name, String.join(", ", values), value);
            case TEXT -> Texts.of("{0} wants a text of one line", name);
            case NUMBER -> Texts.of("{0} is a whole number such as 120, not {1}", name, value);
            case ZONE -> Texts.of("{0} is a time zone such as Asia/Shanghai, not {1}", name, value);
        };
    }

    private static boolean isNumber(String value) {
        if (value.isEmpty() || value.length() > 6) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isZone(String value) {
        try {
            ZoneId.of(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
