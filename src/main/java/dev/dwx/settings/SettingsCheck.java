package dev.dwx.settings;

import dev.dwx.catalog.NearNames;
import dev.dwx.catalog.SecretNames;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a key with a value may stand in the settings. Nothing secret may. */
public final class SettingsCheck {
    private static final int LONGEST_WORD = 30;

    private SettingsCheck() {
    }

    /** Why it may not, as a sentence without its full stop and without the value when that is a secret; {@code null} when it may. */
    public static String fault(String key, String value) {
        Optional<Setting> setting = SettingsTable.named(key);
        String name = key.substring(key.lastIndexOf('.') + 1);
        if (setting.isEmpty() && SecretNames.isSecret(name)) {
            return Texts.of("{0} looks like a secret, and secrets do not belong into settings; keys stand in ~/.alibabacloud/credentials, "
                    + "and a profile names them: profile.NAME.credentials = company", key);
        }
        if (looksSecret(value)) {
            return Texts.of("the value of {0} looks like a key or password, and secrets do not belong into settings; keys stand in "
                    + "~/.alibabacloud/credentials", key);
        }
        if (setting.isEmpty()) {
            List<String> known = new ArrayList<>();
            String profile = SettingsTable.profileOf(key);
            for (Setting row : SettingsTable.all()) {
                if (profile == null || row.profile()) {
                    known.add(row.name());
                }
            }
            List<String> near = NearNames.of(name, known);
            return near.isEmpty() ? Texts.of("there is no setting {0}; :set lists them", key)
                    : Texts.of("there is no setting {0}; perhaps {1}", key, String.join(", ", near));
        }
        return setting.get().refusal(value);
    }

    /** Access keys, tokens and what the redactor would take out of a text. */
    private static boolean looksSecret(String value) {
        if (!Redactor.text(value).equals(value) || value.startsWith("LTAI") || value.startsWith("STS.")) {
            return true;
        }
        // A long run of letters of both cases and digits is a key, and never a name of a place or a program.
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
            digit |= c >= '0' && c <= '9';
            if (!Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return value.length() >= LONGEST_WORD && upper && lower && digit;
    }
}
