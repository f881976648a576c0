package dev.dwx.repl.line;

import dev.dwx.repl.command.Command;
import dev.dwx.repl.command.Desk;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.util.List;
import org.jline.reader.History;

/** {@code :edit}: an input in the editor; it comes back to the prompt, to be looked at, and Enter runs it. */
public final class EditCommand {
    private final Desk desk;
    private final Editing editing;

    public EditCommand(Desk desk, Editing editing) {
        this.desk = desk;
        this.editing = editing;
    }

    /** The rows for the table of commands. */
    public List<Command> rows() {
        return List.of(new Command("edit", List.of(), Command.Argument.WORDS, "[words]",
                Texts.of("the last input in your editor; with words, the newest that begins with them"),
                Texts.of("What the editor leaves comes back to the prompt, and Enter runs it. The editor is $VISUAL or $EDITOR, else a"
                        + " small one of dwx's own. Ctrl-X Ctrl-E edits what is being typed."),
                this::edit));
    }

    private String edit(String words) {
        String last = "";
        for (History.Entry entry : desk.typed()) {
            boolean command = entry.line().stripLeading().startsWith(":");
            last = !command && entry.line().startsWith(words) ? entry.line() : last;
        }
        if (last.isEmpty() && !words.isEmpty()) {
            return Texts.of("There is no input that begins with {0}", words);
        }
        try {
            desk.propose(editing.edit(last));
            return "";
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
