package dev.dwx.repl.command;

import dev.dwx.dsl.FailureTrace;
import dev.dwx.repl.show.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.History;
import org.jline.utils.InfoCmp;

/** The commands about what can be typed, what was typed and what came of it. */
public final class SessionCommands {
    private static final int HISTORY_SHOWN = 50;

    private final Desk desk;
    private final CommandTexts texts;
    private final Supplier<Commands> table;

    /** @param table all rows, these among them: for help */
    public SessionCommands(Desk desk, CommandTexts texts, Supplier<Commands> table) {
        this.desk = desk;
        this.texts = texts;
        this.table = table;
    }

    /** The rows, in the order in which help shows them. */
    public List<Command> rows() {
        List<Command> rows = new ArrayList<>();
        rows.add(new Command("help", List.of("h", "?"), Command.Argument.TOPIC, "[topic]",
                "what can be typed; with a name, more of it", "The topic is language, verbs, dates, a command, a verb or an operation.", this::help));
        rows.add(new Command("apis", List.of("a"), Command.Argument.WORDS, "[words]",
                "operations that fit the words", "Searches names, descriptions and categories, English and Chinese.",
                texts.apis()::apply));
        rows.add(new Command("describe", List.of("d"), Command.Argument.OPERATION, "NAME",
                "an operation's card: what it takes and gives", "", texts.describe()::apply));
        rows.add(new Command("ctx", List.of("context"), Command.Argument.NONE, "",
                "where calls go: region, project, version", "", argument -> texts.context().get()));
        rows.add(new Command("limits", List.of(), Command.Argument.NONE, "",
                "calls of a second, a day and a month: what is allowed and what is used", "", argument -> texts.limits().get()));
        rows.add(new Command("last", List.of("l"), Command.Argument.FORM, "[form]",
                "the last value again, in another form",
                "The forms are " + String.join(", ", Forms.words()) + "; raw shows times as they came, as does F2 or Ctrl-X r. The value "
                        + "itself is\nin the variable _, those before it in __ and ___, all by number in Out: Out[3].", this::last));
        rows.add(new Command("error", List.of("e"), Command.Argument.NONE, "",
                "the last error with its whole trace", "The error itself is in the variable _e.", argument -> error()));
        rows.add(new Command("undo", List.of("u"), Command.Argument.WORDS, "[last|digits]",
                "the last writes; with the digits of one, takes it back",
                "What the service allows is restored, what it does not is said. preImage('digits') has what was kept.",
                word -> spoken(word.isEmpty() ? "undo" : "undo(" + quoted(word) + ")")));
        rows.add(new Command("audit", List.of(), Command.Argument.WORDS, "[words]",
                "the newest writes of the audit log, or those with the words in them",
                "audit(since: '2h', failed: true) looks for more; dwx audit --verify checks the log.",
                words -> spoken("audit(" + (words.isEmpty() ? "" : quoted(words)) + ")")));
        rows.add(new Command("history", List.of(), Command.Argument.WORDS, "[words]",
                "lines typed before", "The newest " + HISTORY_SHOWN + ", or those with the words in them.", this::history));
        rows.add(new Command("clear", List.of("cls"), Command.Argument.NONE, "", "an empty screen", "", argument -> clear()));
        rows.add(new Command("quit", List.of("q", "exit"), Command.Argument.NONE, "", "leave; so do Ctrl-D and exit", "",
                argument -> {
                    desk.leave();
                    return "";
                }));
        return rows;
    }

    /** What {@code help} shows, with nothing behind it or with a topic. */
    public String help(String topic) {
        if (topic.isEmpty()) {
            return table.get().overview();
        }
        Optional<String> help = table.get().help(topic);
        return help.orElseGet(() -> texts.describe().apply(topic));
    }

    /** A command that is a word of the language: the same answer, shown the same way. */
    private String spoken(String source) {
        return desk.renderer().render(desk.evaluate(source));
    }

    /** {@code a b} as {@code 'a', 'b'}. */
    private static String quoted(String words) {
        List<String> texts = new ArrayList<>();
        for (String word : words.strip().split("\\s+")) {
            texts.add("'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'");
        }
        return String.join(", ", texts);
    }

    private String last(String form) {
        if (desk.lastValue() == null) {
            return "There is no value yet";
        }
        if (form.isEmpty()) {
            return desk.renderer().render(desk.lastValue());
        }
        try {
            return Forms.of(form, desk.renderer()).render(desk.lastValue());
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private String error() {
        if (desk.lastError() == null) {
            return "There was no error yet";
        }
        return desk.redacted(FailureTrace.of(desk.lastError()));
    }

    private String history(String words) {
        List<String> lines = new ArrayList<>();
        for (History.Entry entry : desk.typed()) {
            if (entry.line().contains(words)) {
                lines.add(entry.line());
            }
        }
        int from = words.isEmpty() ? Math.max(0, lines.size() - HISTORY_SHOWN) : 0;
        return String.join("\n", lines.subList(from, lines.size()));
    }

    private String clear() {
        desk.terminal().puts(InfoCmp.Capability.clear_screen);
        desk.terminal().flush();
        return "";
    }
}
