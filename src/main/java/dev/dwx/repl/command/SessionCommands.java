package dev.dwx.repl.command;

import dev.dwx.dsl.FailureTrace;
import dev.dwx.flowspec.decompile.GroovyText;
import dev.dwx.render.OutputForm;
import dev.dwx.repl.show.Forms;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.History;
import org.jline.utils.InfoCmp;

/** The commands about what can be typed, what was typed and what came of it. */
public final class SessionCommands {
    private static final int HISTORY_SHOWN = 50;

    private final Desk desk;
    private final CommandTexts texts;
    private final Supplier<Commands> table;
    private final AboutCommands about;

    /**
     * @param table all rows, these among them: for help
     * @param about knows everything that help can be asked about
     */
    public SessionCommands(Desk desk, CommandTexts texts, Supplier<Commands> table, AboutCommands about) {
        this.desk = desk;
        this.texts = texts;
        this.table = table;
        this.about = about;
    }

    /** The rows, in the order in which help shows them. */
    public List<Command> rows() {
        List<Command> rows = new ArrayList<>();
        rows.add(new Command("help", List.of("h", "?"), Command.Argument.TOPIC, "[topic]",
                Texts.of("what can be typed; with a name, more of it"),
                Texts.of("The topic is anything that dwx knows: a command, verb, operation, parameter, node type, setting, an error code, or\n"
                        + "language, verbs, dates, lifecycle, traps, lint, commands, settings."), this::help));
        rows.add(new Command("apis", List.of("a"), Command.Argument.WORDS, "[words]",
                Texts.of("operations that fit the words"), Texts.of("Searches names, descriptions and categories, English and Chinese."),
                texts.apis()::apply));
        rows.add(new Command("describe", List.of("d"), Command.Argument.OPERATION, "NAME",
                Texts.of("an operation's card: what it takes and gives"), "", texts.describe()::apply));
        rows.add(new Command("ctx", List.of("context"), Command.Argument.NONE, "",
                Texts.of("where calls go: region, project, version"), "", argument -> texts.context().get()));
        rows.add(new Command("limits", List.of(), Command.Argument.NONE, "",
                Texts.of("calls of a second, a day and a month: what is allowed and what is used"), "", argument -> texts.limits().get()));
        rows.add(new Command("last", List.of("l"), Command.Argument.FORM, "[form]",
                Texts.of("the last value again, in another form"),
                Texts.of("The forms are {0}; raw shows times as they came, as does F2 or Ctrl-X r. The value itself is\nin the variable _, those before it in __ and ___, all by number in Out: Out[3].",
                        String.join(", ", Forms.words())), this::last));
        rows.add(new Command("error", List.of("e"), Command.Argument.NONE, "",
                Texts.of("the last error with its whole trace"), Texts.of("The error itself is in the variable _e."), argument -> error()));
        rows.add(new Command("undo", List.of("u"), Command.Argument.WORDS, "[last|digits]",
                Texts.of("the last writes; with the digits of one, takes it back"),
                Texts.of("What the service allows is restored, what it does not is said. preImage('digits') has what was kept."),
                this::undo));
        rows.add(new Command("audit", List.of(), Command.Argument.WORDS, "[words]",
                Texts.of("the newest writes of the audit log, or those with the words in them"),
                Texts.of("audit(since: '2h', failed: true) looks for more; dwx audit --verify checks the log."),
                words -> spoken(desk.evaluate("audit(" + (words.isEmpty() ? "" : quoted(words)) + ")"),
                        words.isEmpty() ? Texts.of("The audit log has no writes yet") : Texts.of("The audit log has no write with the words {0}", words))));
        rows.add(new Command("history", List.of(), Command.Argument.WORDS, "[words|-n]",
                Texts.of("lines typed before"), Texts.of("The newest {0}, or the newest n, or those with the words in them.", HISTORY_SHOWN), this::history));
        rows.add(new Command("clear", List.of("cls"), Command.Argument.NONE, "", Texts.of("an empty screen"), "", argument -> clear()));
        rows.add(new Command("quit", List.of("q", "exit"), Command.Argument.NONE, "", Texts.of("leave; so do Ctrl-D and exit"), "",
                argument -> {
                    desk.leave();
                    return "";
                }));
        return rows;
    }

    /** What {@code help} shows, with nothing behind it or with a topic. */
    public String help(String topic) {
        return topic.isEmpty() ? table.get().overview() : about.help(topic);
    }

    private String undo(String word) {
        Object value = word.isEmpty() ? desk.evaluate("undo") : desk.run("undo(" + quoted(word) + ")");
        return spoken(value, Texts.of("Nothing has been written that could be taken back"));
    }

    /** A command that is a word of the language: the same answer, shown the same way. */
    private String spoken(Object value, String nothing) {
        return value instanceof Collection<?> rows && rows.isEmpty() && desk.renderer().form() == OutputForm.TABLE ? nothing : desk.renderer().render(value);
    }

    /** {@code a b} as {@code 'a', 'b'}. */
    private static String quoted(String words) {
        List<String> texts = new ArrayList<>();
        for (String word : words.strip().split("\\s+")) {
            texts.add(GroovyText.quoted(word));
        }
        return String.join(", ", texts);
    }

    private String last(String form) {
        if (desk.lastValue() == null) {
            return Texts.of("There is no value yet");
        }
        if (form.isEmpty()) {
            return desk.shown(desk.lastValue(), desk.renderer());
        }
        try {
            return desk.shown(desk.lastValue(), Forms.of(form, desk.renderer()));
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private String error() {
        if (desk.lastError() == null) {
            return Texts.of("There was no error yet");
        }
        return desk.redacted(FailureTrace.of(desk.lastError()));
    }

    private String history(String words) {
        List<String> lines = new ArrayList<>();
        boolean number = words.length() > 1 && words.length() < 6 && words.charAt(0) == '-' && words.chars().skip(1).allMatch(Character::isDigit);
        for (History.Entry entry : desk.typed()) {
            if (number || entry.line().contains(words)) {
                lines.add(entry.line());
            }
        }
        int shown = number ? Integer.parseInt(words.substring(1)) : words.isEmpty() ? HISTORY_SHOWN : lines.size();
        int from = Math.max(0, lines.size() - shown);
        return String.join("\n", lines.subList(from, lines.size()));
    }

    private String clear() {
        desk.terminal().puts(InfoCmp.Capability.clear_screen);
        desk.terminal().flush();
        return "";
    }
}
