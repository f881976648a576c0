package dev.dwx.settings;

import dev.dwx.render.OutputForm;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that can be set: one table for the file, {@code :set}, completion and help. */
public final class SettingsTable {
    private static final List<String> SWITCH = List.of("on", "off");
    private static final String PREFIX = "profile.";

    private SettingsTable() {
    }

    /** Every setting, in the order in which help shows them. */
    public static List<Setting> all() {
        List<Setting> rows = new ArrayList<>();
        rows.add(text("profile", "profile", "ALIBABA_CLOUD_PROFILE", false, Texts.of("the profile to begin with")));
        rows.add(text("region", "region", "ALIBABA_CLOUD_REGION_ID", true, Texts.of("region of calls that name none")));
        rows.add(text("project", "project", null, true, Texts.of("project that calls are about, by name or id")));
        rows.add(choice("environment", "", null, null, true, Texts.of("Prod or Dev, where a call asks and nobody says"), "Dev", "Prod"));
        rows.add(choice("version", "2024-05-18", "api-version", null, true, Texts.of("API version of bare operation names"),
                "2024-05-18", "2020-05-18"));
        rows.add(choice("edition", "", "edition", "DWX_EDITION", true, Texts.of("edition of the account, whose limits dwx keeps to"),
                "basic", "standard", "professional", "enterprise"));
        rows.add(new Setting("zone", Setting.Kind.ZONE, List.of(), "", "timezone", null, true,
                Texts.of("time zone of the projects, instead of the region's")));
        rows.add(text("credentials", null, null, true,
                Texts.of("name of the profile in the credentials file; keys themselves never stand here")));
        rows.add(choice("read-only", "off", "read-only", null, true, Texts.of("refuse every call that changes something"), "on", "off"));
        rows.add(choice("confirm", "destructive", null, null, true,
                Texts.of("what is asked about: destructive calls, every write in Prod as well, or every write"),
                "destructive", "prod-writes", "writes"));
        rows.add(choice("output", "table", "output", null, false, Texts.of("how values are shown"),
                OutputForm.words().toArray(new String[0])));
        rows.add(flag("colour", "no-color", "NO_COLOR", Texts.of("colour in tables, errors and the prompt")));
        rows.add(flag("pager", null, "DWX_PAGER", Texts.of("what is taller than the window goes through the pager")));
        rows.add(new Setting("width", Setting.Kind.NUMBER, List.of(), "0", null, null, false,
                Texts.of("most columns that a table takes; 0 for the whole window")));
        rows.add(choice("language", "auto", null, "DWX_LANG", false, Texts.of("language of messages and help; auto is the system's"),
                "auto", "en", "zh"));
        rows.add(choice("keys", "emacs", null, "DWX_KEYS", false, Texts.of("keys of the line editor"), "emacs", "vi"));
        rows.add(flag("hints", null, "DWX_HINTS", Texts.of("what a call takes, while it is typed")));
        rows.add(flag("ghost", null, "DWX_GHOST", Texts.of("the rest of a former line, shown in grey while typing")));
        rows.add(flag("live", null, "DWX_LIVE", Texts.of("completion with names and ids that the service knows, read in the background")));
        rows.add(flag("tips", null, null, Texts.of("a tip a day under the banner")));
        rows.add(choice("prompt", "full", null, null, false, Texts.of("the prompt with its context, or with nothing but warnings"),
                "full", "short"));
        rows.add(text("editor", null, "VISUAL", false, Texts.of("program that :edit opens, else the one of EDITOR")));
        return rows;
    }

    /** The setting of a name; that of {@code region} for {@code profile.prod.region}. */
    public static Optional<Setting> named(String key) {
        String profile = profileOf(key);
        String name = profile == null ? key : key.substring(PREFIX.length() + profile.length() + 1);
        for (Setting row : all()) {
            if (row.name().equals(name) && (profile == null || row.profile())) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** The profile that a key is of, or {@code null}. */
    static String profileOf(String key) {
        int dot = key.lastIndexOf('.');
        return key.startsWith(PREFIX) && dot > PREFIX.length() ? key.substring(PREFIX.length(), dot) : null;
    }

    /** The key of a profile's setting. */
    static String key(String profile, String name) {
        return PREFIX + profile + "." + name;
    }

    /** The names alone. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Setting row : all()) {
            names.add(row.name());
        }
        return names;
    }

    /** What help says of all settings and of the file. */
    public static String page() {
        StringBuilder text = new StringBuilder(Texts.of("Settings are kept in ~/.config/dwx/config.properties, or below XDG_CONFIG_HOME:\n\n"));
        for (Setting row : all()) {
            text.append("  ").append(pad(row.name(), 13)).append(pad(row.choices(), 26)).append(row.meaning()).append('\n');
        }
        return text.append(Texts.of("""

                Options of the command line win over environment variables, these over the profile in use, and that over the
                rest of the file. :set shows what holds and where it comes from; :set output json is for this session,
                :set --keep output json writes the file. A sandbox takes no region, project, edition or credentials from here.

                A profile bundles what belongs together; dwx --profile prod, or profile = prod, uses it:
                  profile.prod.region = cn-shanghai
                  profile.prod.project = orders_dw
                  profile.prod.environment = Prod
                  profile.prod.confirm = writes
                  profile.prod.credentials = company
                The last is the name of a profile in ~/.alibabacloud/credentials; without it, that of the same name is meant.
                :profile prod changes to another one of the same credentials and edition.
                Keys and passwords do not belong here; a line that holds one is not used.
                """)).toString();
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }

    private static Setting text(String name, String option, String variable, boolean profile, String meaning) {
        return new Setting(name, Setting.Kind.TEXT, List.of(), "", option, variable, profile, meaning);
    }

    private static Setting flag(String name, String option, String variable, String meaning) {
        return new Setting(name, Setting.Kind.CHOICE, SWITCH, "on", option, variable, false, meaning);
    }

    private static Setting choice(String name, String fallback, String option, String variable, boolean profile, String meaning,
            String... values) {
        return new Setting(name, Setting.Kind.CHOICE, List.of(values), fallback, option, variable, profile, meaning);
    }
}
