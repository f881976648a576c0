package dev.dwx.settings;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What holds now, and where it comes from. The command line wins over the environment, that over the profile in use, that over the
 * rest of the file, and that over the default; what was set at the prompt wins over all of them. A line of the file that is wrong or
 * holds a secret counts for nothing.
 */
public final class Settings {
    /**
     * A value with its origin.
     *
     * @param text the value; empty when nobody set it and there is no default
     * @param origin where it comes from
     * @param from the same in words: {@code --region}, {@code profile prod}
     */
    public record Value(String text, Origin origin, String from) {
        /** Whether it is a switch that is on. */
        public boolean isOn() {
            return text.equals("on");
        }

        public boolean isSet() {
            return !text.isEmpty();
        }
    }

    /** Where a value may come from, the strongest first. */
    public enum Origin { SESSION, COMMAND_LINE, ENVIRONMENT, PROFILE, FILE, DEFAULT }

    private final SettingsFile file;
    private final Map<String, String> session;
    private final Map<String, String> options;
    private final Map<String, String> environment;
    private final String profile;
    private final Map<String, SettingsFile.Entry> usable;

    private Settings(SettingsFile file, Map<String, String> session, Map<String, String> options, Map<String, String> environment,
            String profile) {
        this.file = file;
        this.session = Map.copyOf(session);
        this.options = Map.copyOf(options);
        this.environment = environment;
        usable = new LinkedHashMap<>();
        for (SettingsFile.Entry entry : file.entries()) {
            if (SettingsCheck.fault(entry.key(), entry.value()) == null) {
                usable.put(entry.key(), entry);
            }
        }
        this.profile = profile != null ? profile : named();
    }

    /**
     * What holds at the start.
     *
     * @param options what the command line says, by the names of settings
     * @param environment the variables of the environment
     */
    public static Settings of(SettingsFile file, Map<String, String> options, Map<String, String> environment) {
        return new Settings(file, Map.of(), options, environment, null);
    }

    private String named() {
        Value value = value("profile");
        return value.isSet() ? value.text() : null;
    }

    /** The value of a setting. */
    public Value value(String name) {
        Setting setting = SettingsTable.named(name).orElseThrow(() -> new IllegalArgumentException(Texts.of("no setting {0}", name)));
        if (session.containsKey(name)) {
            return new Value(session.get(name), Origin.SESSION, Texts.of("this session"));
        }
        if (options.containsKey(name)) {
            return new Value(options.get(name), Origin.COMMAND_LINE, "--" + setting.option());
        }
        String variable = variable(setting);
        if (variable != null) {
            return new Value(variable, Origin.ENVIRONMENT, setting.variable());
        }
        SettingsFile.Entry own = profile == null ? null : usable.get(SettingsTable.key(profile, name));
        if (own != null && setting.profile()) {
            return new Value(own.value(), Origin.PROFILE, Texts.of("profile {0}", profile));
        }
        SettingsFile.Entry entry = usable.get(name);
        if (entry != null) {
            return new Value(entry.value(), Origin.FILE, Texts.of("the file, line {0}", entry.line()));
        }
        return new Value(setting.fallback(), Origin.DEFAULT, "");
    }

    /** A variable that is set and says something of this setting, or {@code null}. */
    private String variable(Setting setting) {
        String value = setting.variable() == null ? null : environment.get(setting.variable());
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        return switch (setting.name()) {
            case "colour" -> "off";
            case "language" -> text.length() < 2 ? null : text.substring(0, 2);
            case "edition" -> text.toLowerCase(Locale.ROOT);
            default -> setting.kind() == Setting.Kind.CHOICE ? choice(setting, text.toLowerCase(Locale.ROOT)) : text;
        };
    }

    /** A word that the setting has, in the spellings that people use for switches; {@code null} for any other. */
    private static String choice(Setting setting, String word) {
        if (setting.values().contains(word)) {
            return word;
        }
        String meant = switch (word) {
            case "1", "yes", "true" -> "on";
            case "0", "no", "false" -> "off";
            default -> null;
        };
        return meant != null && setting.values().contains(meant) ? meant : null;
    }

    /**
     * With a value for this session.
     *
     * @throws IllegalArgumentException when it cannot be, with what to type instead
     */
    public Settings with(String name, String value) {
        String fault = SettingsCheck.fault(name, value);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        Map<String, String> more = new LinkedHashMap<>(session);
        more.put(name, value);
        return new Settings(file, more, options, environment, profile);
    }

    /** With another file, which was just written. */
    public Settings withFile(SettingsFile other) {
        return new Settings(other, session, options, environment, profile);
    }

    /** With another profile, which is chosen over all that was said of what a profile may say. */
    public Settings withProfile(String name) {
        Map<String, String> kept = new LinkedHashMap<>(session);
        Map<String, String> given = new LinkedHashMap<>(options);
        Map<String, String> seen = new LinkedHashMap<>(environment);
        for (Setting setting : SettingsTable.all()) {
            if (setting.profile()) {
                kept.remove(setting.name());
                given.remove(setting.name());
                seen.remove(String.valueOf(setting.variable()));
            }
        }
        kept.put("profile", name);
        return new Settings(file, kept, given, seen, name);
    }

    /** The profile in use, or {@code null}. */
    public String profile() {
        return profile;
    }

    /** The profiles that the file has, in the order of their names. */
    public Set<String> profiles() {
        Set<String> names = new TreeSet<>();
        for (String key : usable.keySet()) {
            String name = SettingsTable.profileOf(key);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** What a profile of the file says, by the names of settings. */
    public Map<String, String> profile(String name) {
        Map<String, String> said = new LinkedHashMap<>();
        usable.forEach((key, entry) -> {
            if (name.equals(SettingsTable.profileOf(key))) {
                said.put(key.substring(key.lastIndexOf('.') + 1), entry.value());
            }
        });
        return said;
    }

    /** The profile of the credentials file that is in use, or {@code null} for the usual one. */
    public String credentials() {
        Value said = value("credentials");
        return said.isSet() ? said.text() : profile;
    }

    public SettingsFile file() {
        return file;
    }

    /** What is wrong with the file, a sentence for each fault, with its line. */
    public List<String> notices() {
        List<String> notices = new ArrayList<>();
        for (SettingsFile.Entry entry : file.entries()) {
            String fault = SettingsCheck.fault(entry.key(), entry.value());
            if (fault != null) {
                notices.add(Texts.of("Settings, line {0}, not used: {1}.", entry.line(), fault));
            }
        }
        if (profile != null && value("profile").origin() == Origin.FILE && profile(profile).isEmpty()) {
            notices.add(Texts.of("Settings: there is no profile.{0} in the file; the credentials file may have it.", profile));
        }
        return notices;
    }
}
