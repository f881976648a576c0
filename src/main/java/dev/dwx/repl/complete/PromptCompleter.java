package dev.dwx.repl.complete;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Hands {@link Candidates} to the reader, in their order. */
public final class PromptCompleter implements Completer {
    private static final int LONGEST_NOTE = 60;

    private final Candidates candidates;

    public PromptCompleter(Candidates candidates) {
        this.candidates = candidates;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> found) {
        if (!(line instanceof PromptParser.Line at)) {
            return;
        }
        int place = 0;
        for (Candidates.Proposal proposal : candidates.at(at.context())) {
            found.add(new Candidate(proposal.text(), proposal.shown(), null, note(proposal.note()), null, null, false, place++));
        }
    }

    private static String note(String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        int lineEnd = note.indexOf('\n');
        String line = lineEnd < 0 ? note : note.substring(0, lineEnd);
        return line.length() <= LONGEST_NOTE ? line : line.substring(0, LONGEST_NOTE - 1) + "…";
    }
}
