package dev.dwx.repl.command;

import dev.dwx.flowspec.decompile.GroovyText;
import dev.dwx.settings.Setting;
import dev.dwx.settings.Settings;
import dev.dwx.settings.SettingsCheck;
import dev.dwx.settings.SettingsFile;
import dev.dwx.settings.SettingsTable;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.util.List;

/** {@code :set}. */
public final class SettingCommands {
    private static final String USAGE = "[--keep] [NAME [VALUE]]";

    private final Desk desk;
    private final Preferences preferences;

    public SettingCommands(Desk desk, Preferences preferences) {
        this.desk = desk;
        this.preferences = preferences;
    }

    /** The rows. */
    public List<Command> rows() {
        return List.of(new Command("set", List.of(), Command.Argument.SETTING, USAGE, Texts.of("settings: what holds, where it comes from; or sets one"),
                Texts.of("For this session; --keep writes it into the file. An empty value, '', takes it out of the file. :help settings lists all."),
                this::set));
    }

    /** A line as it may be kept: what somebody tried to set although it is a secret is taken out of it. */
    public static String withoutSecret(String line) {
        String text = line.strip();
        if (!text.startsWith(":set ")) {
            return line;
        }
        String[] words = text.split("[\\s=]+", 4);
        int name = words.length > 1 && words[1].startsWith("--") ? 2 : 1;
        if (words.length <= name + 1) {
            return line;
        }
        String value = text.substring(text.indexOf(words[name + 1], text.indexOf(words[name]) + words[name].length()));
        return SettingsCheck.holdsSecret(words[name], value) ? text.substring(0, text.length() - value.length()) + "******" : line;
    }

    private String set(String argument) {
        GivenWords given = GivenWords.of(USAGE, argument);
        if (given.rest().isEmpty()) {
            return overview();
        }
        String[] words = parted(given.rest());
        if (words[1] == null) {
            return SettingsTable.named(words[0]).isPresent() && !words[0].contains(".") ? one(words[0])
                    : said(SettingsCheck.fault(words[0], preferences.now().file().value(words[0]) == null ? "" : "set"), words[0]);
        }
        return given.has("keep") ? keep(words[0], words[1]) : change(words[0], words[1]);
    }

    private String said(String fault, String key) {
        String kept = preferences.now().file().value(key);
        return fault == null ? key + " = " + kept : sentence(fault);
    }

    /** {@code name value}, {@code name = value}; the value is {@code null} when there is none. */
    private static String[] parted(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '=') {
            end++;
        }
        String rest = text.substring(end).strip();
        rest = rest.startsWith("=") ? rest.substring(1).strip() : rest;
        return new String[] {spelled(text.substring(0, end)), end == text.length() ? null : rest.equals("''") ? "" : rest};
    }

    private static String spelled(String name) {
        return name.equals("color") ? "colour" : name;
    }

    private String overview() {
        StringBuilder text = new StringBuilder();
        for (Setting setting : SettingsTable.all()) {
            text.append(text.length() == 0 ? "" : "\n").append(one(setting.name()));
        }
        return text.toString();
    }

    /** {@code output       json          the file, line 3}. */
    private String one(String name) {
        Settings.Value value = preferences.now().value(name);
        String shown = value.isSet() ? value.text() : "-";
        String fallback = SettingsTable.named(name).map(Setting::fallback).orElse("");
        String from = value.origin() == Settings.Origin.DEFAULT ? Texts.of("default")
                : fallback.isEmpty() || fallback.equals(value.text()) ? value.from() : Texts.of("{0}; default {1}", value.from(), fallback);
        return pad(name, 13) + pad(shown, 18) + from;
    }

    private String change(String name, String given) {
        boolean year = name.equals("version") && given.length() == 4;
        String value = year ? given + "-05-18" : given;
        String fault = SettingsCheck.fault(name, value);
        if (fault != null) {
            return sentence(fault);
        }
        if (name.contains(".")) {
            return Texts.of("What a profile says is kept in the file: :set --keep {0} {1}", name, value);
        }
        if (name.equals("language")) {
            return Texts.of("{0} holds from the next start on: :set --keep {0} {1}", name, value);
        }
        String atStart = ContextWords.atStart(name, value);
        if (atStart != null) {
            return Texts.of("{0} is a matter of the context in a session: type {1}. :set --keep {0} {2} keeps it for the next start", name,
                    atStart, value);
        }
        String word = ContextWords.of(name);
        if (word != null) {
            // The context has the say in a session, and the words of the language change it.
            String source = word.replace("VALUE", GroovyText.quoted(value));
            desk.run(source);
            return Texts.of("{0} = {1} in this session; :set --keep {0} {1} keeps it", name, value);
        }
        Settings next = preferences.now().with(name, value);
        String refusal = preferences.refusal(next);
        if (refusal != null) {
            return refusal;
        }
        preferences.changed(next);
        return one(name);
    }

    private String keep(String name, String value) {
        SettingsFile file = preferences.now().file();
        if (!value.isEmpty()) {
            String fault = SettingsCheck.fault(name, value);
            if (fault != null) {
                return sentence(fault);
            }
        }
        try {
            SettingsFile next = value.isEmpty() ? file.without(name) : file.with(name, value);
            String place = preferences.keep(next);
            Settings now = preferences.now().withFile(next);
            boolean atOnce = !value.isEmpty() && !name.contains(".") && !name.equals("language") && ContextWords.of(name) == null && ContextWords.atStart(name, value) == null
                    && preferences.refusal(now.with(name, value)) == null;
            preferences.changed(atOnce ? now.with(name, value) : now);
            return value.isEmpty() ? Texts.of("{0} is out of {1}", name, place)
                    : atOnce ? Texts.of("{0} = {1}, kept in {2}", name, value, place)
                    : Texts.of("{0} = {1}, kept in {2} for the next start", name, value, place);
        } catch (IOException e) {
            return Texts.of("The settings cannot be written: {0}", e.getMessage());
        }
    }

    private static String sentence(String fault) {
        return Character.toUpperCase(fault.charAt(0)) + fault.substring(1);
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }
}
