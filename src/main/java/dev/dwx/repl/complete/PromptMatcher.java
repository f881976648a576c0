package dev.dwx.repl.complete;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;

/**
 * Lets every candidate through, since {@link Candidates} has chosen already, and by more than a common beginning; but no more than there
 * is room for.
 */
public final class PromptMatcher implements CompletionMatcher {
    /** Lines that stay free: for the input, headings and the line that says how many more there are. */
    private static final int FREE = 6;
    private static final int FEWEST = 8;

    private final IntSupplier height;
    private String typed = "";
    private List<Candidate> candidates = List.of();

    /** @param height lines of the window at the moment */
    public PromptMatcher(IntSupplier height) {
        this.height = height;
    }

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
        int most = Math.max(FEWEST, height.getAsInt() - FREE);
        if (all.size() <= most) {
            return all;
        }
        List<Candidate> shown = new ArrayList<>(all.subList(0, most));
        // Choosing it changes nothing.
        shown.add(new Candidate(typed, Texts.of("… {0} more; type on", all.size() - most), shown.get(most - 1).group(), null, null, null, false,
                Integer.MAX_VALUE));
        return shown;
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

    /** What all candidates begin with, those included that have no room; never less than was typed, which would take characters away. */
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
        return common.startsWith(typed) ? common : typed;
    }
}
