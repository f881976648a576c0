package dev.dwx.repl.complete;

import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;

/** Lets every candidate through: {@link Candidates} has chosen already, and by more than a common beginning. */
public final class PromptMatcher implements CompletionMatcher {
    private String typed = "";
    private List<Candidate> candidates = List.of();

    @Override
    public void compile(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            String originalGroupName) {
        typed = line.word();
        candidates = List.of();
    }

    @Override
    public List<Candidate> matches(List<Candidate> all) {
        candidates = all;
        return all;
    }

    @Override
    public Candidate exactMatch() {
        for (Candidate candidate : candidates) {
            if (candidate.value().equals(typed)) {
                return candidate;
            }
        }
        return null;
    }

    /** What all candidates begin with; never less than was typed, which would take characters away. */
    @Override
    public String getCommonPrefix() {
        if (candidates.isEmpty()) {
            return typed;
        }
        String common = candidates.get(0).value();
        for (Candidate candidate : candidates) {
            int length = 0;
            int most = Math.min(common.length(), candidate.value().length());
            while (length < most && common.charAt(length) == candidate.value().charAt(length)) {
                length++;
            }
            common = common.substring(0, length);
        }
        return common.length() >= typed.length() ? common : typed;
    }
}
