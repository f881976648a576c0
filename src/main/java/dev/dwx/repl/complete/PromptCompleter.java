package dev.dwx.repl.complete;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Hands {@link Candidates} to the reader, in their order, under headings where they are of several kinds. */
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
        List<Proposal> proposals = candidates.at(at.context());
        Set<String> kinds = new HashSet<>();
        for (Proposal proposal : proposals) {
            kinds.add(proposal.kind());
        }
        int place = 0;
        for (Proposal proposal : proposals) {
            String text = beforeWhatFollows(proposal.text(), at.line().substring(at.cursor()));
            found.add(new Candidate(text, proposal.shown(), kinds.size() > 1 ? proposal.kind() : null, note(proposal.note()), null, null, false,
                    place++));
        }
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

    private static String note(String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        int lineEnd = note.indexOf('\n');
        String line = lineEnd < 0 ? note : note.substring(0, lineEnd);
        return line.length() <= LONGEST_NOTE ? line : line.substring(0, LONGEST_NOTE - 1) + "…";
    }
}
