package dev.dwx.repl.command;

import dev.dwx.catalog.ServedRegions;
import dev.dwx.flowspec.decompile.GroovyText;
import dev.dwx.settings.Settings;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The commands that say or change where calls go. They are words of the language, in short. */
public final class ContextCommands {
    private final Desk desk;
    private final Preferences preferences;

    public ContextCommands(Desk desk, Preferences preferences) {
        this.desk = desk;
        this.preferences = preferences;
    }

    /** The rows, in the order in which help shows them. */
    public List<Command> rows() {
        List<Command> rows = new ArrayList<>();
        rows.add(new Command("project", List.of("p"), Command.Argument.PROJECT, "[NAME|ID]", Texts.of("the project that calls are about, or another one"),
                Texts.of("The same as the word project; Tab knows the names."), word -> said("project", "project", word)));
        rows.add(new Command("region", List.of("r"), Command.Argument.REGION, "[ID]", Texts.of("the region that calls go to, or another one"),
                Texts.of("The same as use region: 'cn-hangzhou'. A project belongs to one region, so none is in use after it."),
                word -> said("region", "use region:", word)));
        rows.add(new Command("use", List.of(), Command.Argument.VERSION, "[2024|2020]", Texts.of("the API version of bare names, or the other one"),
                Texts.of("The same as use version: '2020'. v2020.ListFiles() calls the other one without a change."),
                word -> said("version", "use version:", word)));
        rows.add(new Command("profile", List.of(), Command.Argument.PROFILE, "[NAME]", Texts.of("the profiles of the settings, or another one"),
                Texts.of("Region, project, environment and policy are those of the profile from then on. One with other credentials\n"
                        + "wants a start of its own: dwx --profile NAME."), this::profile));
        return rows;
    }

    /** What the context has under a name, or a change of it by a word of the language. */
    private String said(String name, String change, String word) {
        if (!word.isEmpty()) {
            String source = change + " " + quoted(word);
            desk.run(source);
        }
        Object context = desk.evaluate("context");
        Object value = context instanceof dev.dwx.dsl.Context known ? known.describe().get(name) : null;
        if (value == null) {
            return name.equals("version") ? "" : Texts.of("none; type :{0} NAME", name);
        }
        boolean served = !name.equals("region") || ServedRegions.contain(value.toString());
        return served ? value.toString() : Texts.of("{0}, which is no region that DataWorks is known to be served in", value);
    }

    private static String quoted(String word) {
        boolean quotes = word.length() > 1 && word.startsWith("'") && word.endsWith("'");
        return quotes ? word : GroovyText.quoted(word);
    }

    private String profile(String name) {
        Settings now = preferences.now();
        if (name.isEmpty()) {
            return profiles(now);
        }
        if (now.profile(name).isEmpty()) {
            return Texts.of("The settings have no profile {0}. They have: {1}. :set --keep profile.{0}.region cn-shanghai begins one", name,
                    now.profiles().isEmpty() ? Texts.of("none") : String.join(", ", now.profiles()));
        }
        Settings next = now.withProfile(name);
        String refusal = preferences.refusal(next);
        if (refusal != null) {
            return refusal;
        }
        StringBuilder source = new StringBuilder();
        append(source, "region", next);
        append(source, "project", next);
        append(source, "environment", next);
        append(source, "version", next);
        append(source, "zone", next);
        if (next.value("read-only").isOn()) {
            source.append(source.length() == 0 ? "" : ", ").append("readOnly: true");
        }
        if (source.length() > 0) {
            desk.run("use " + source);
        }
        preferences.changed(next);
        return String.valueOf(desk.evaluate("context"));
    }

    private static void append(StringBuilder source, String name, Settings next) {
        Settings.Value value = next.value(name);
        if (value.origin() == Settings.Origin.PROFILE) {
            source.append(source.length() == 0 ? "" : ", ").append(name).append(": ").append(quoted(value.text()));
        }
    }

    private static String profiles(Settings now) {
        if (now.profiles().isEmpty()) {
            return Texts.of("The settings have no profiles. :set --keep profile.prod.region cn-shanghai begins one; :help settings has an example");
        }
        StringBuilder text = new StringBuilder();
        for (String name : now.profiles()) {
            text.append(text.length() == 0 ? "" : "\n").append(name.equals(now.profile()) ? "* " : "  ").append(name).append(":");
            for (Map.Entry<String, String> said : now.profile(name).entrySet()) {
                text.append(' ').append(said.getKey()).append('=').append(said.getValue());
            }
        }
        return text.toString();
    }
}
