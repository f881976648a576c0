package dev.dwx.repl.complete;

import dev.dwx.render.DisplayWidth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Hands {@link Candidates} to the reader, in their order, under headings where they are of several kinds; the remarks stand in one
 * column:
 *
 * <pre>
 * ListTaskInstances               Lists task instances.
 * ListTaskInstanceOperationLogs   Lists task instance operation logs.
 * </pre>
 */
public final class PromptCompleter implements Completer {
    private static final int GAP = 3;
    private static final int LONGEST_NAME = 60;
    /** Narrower than this, a remark says nothing. */
    private static final int NARROWEST_NOTE = 16;
    private static final int USUAL_WIDTH = 80;

    private final Candidates candidates;

    public PromptCompleter(Candidates candidates) {
        this.candidates = candidates;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> found) {
        if (!(line instanceof PromptParser.Line at)) {
            return;
        }
        List<Proposal> proposals = candidates.at(at.context());
        Set<String> kinds = new HashSet<>();
        int column = 0;
        for (Proposal proposal : proposals) {
            kinds.add(proposal.kind());
            column = Math.max(column, Math.min(LONGEST_NAME, DisplayWidth.of(proposal.shown())));
        }
        Terminal terminal = reader.getTerminal();
        int width = terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_WIDTH;
        int place = 0;
        for (Proposal proposal : proposals) {
            String text = beforeWhatFollows(proposal.text(), at.line().substring(at.cursor()));
            String note = note(proposal.note(), width - column - GAP - 1);
            String shown = note == null ? proposal.shown() : row(proposal.shown(), column, note, width, terminal);
            found.add(new Candidate(text, shown, kinds.size() > 1 ? proposal.kind() : null, null, null, null, false, place++));
        }
    }

    /** As wide as the window, so that no two rows stand beside each other. */
    private static String row(String name, int column, String note, int width, Terminal terminal) {
        AttributedStringBuilder row = new AttributedStringBuilder();
        row.append(name).append(" ".repeat(Math.max(0, column - DisplayWidth.of(name)) + GAP));
        row.style(AttributedStyle.DEFAULT.faint()).append(note).style(AttributedStyle.DEFAULT);
        row.append(" ".repeat(Math.max(0, width / 2 + 1 - row.columnLength())));
        return row.toAnsi(terminal);
    }

    /** The text without its end where that stands behind the cursor already: a bracket, a colon. */
    static String beforeWhatFollows(String text, String following) {
        for (String end : new String[] {": ", "(", " "}) {
            if (text.endsWith(end) && !following.isEmpty() && following.startsWith(end.strip().isEmpty() ? end : end.strip())) {
                return text.substring(0, text.length() - end.length());
            }
        }
        return text;
    }

    /** The first line of a remark, as much as there is room for; {@code null} for none. */
    private static String note(String note, int room) {
        if (note == null || note.isBlank() || room < NARROWEST_NOTE) {
            return null;
        }
        int lineEnd = note.indexOf('\n');
        String line = (lineEnd < 0 ? note : note.substring(0, lineEnd)).strip();
        return DisplayWidth.cut(line, room, "…");
    }
}
