package dev.dwx.repl.complete;

import dev.dwx.dsl.SourceScan;
import dev.dwx.flowspec.build.BlockWords;
import java.util.List;

/** Finds the block that describes a document in which a statement begins at the cursor. */
final class BlockAt {
    private BlockAt() {
    }

    /**
     * The word that begins the innermost block, or {@code null} when the place is in none, or is not at the beginning of a statement.
     *
     * @param opened what is open at the cursor, the innermost first
     */
    static String of(String text, int cursor, List<SourceScan.Open> opened) {
        if (opened.isEmpty() || !opened.get(0).mark().equals("{")) {
            return null;
        }
        int at = cursor - 1;
        while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at--;
        }
        boolean beginning = at >= 0 && (text.charAt(at) == '{' || text.charAt(at) == ';' || text.charAt(at) == '\n' || text.charAt(at) == '\r');
        String inner = beginning ? word(text, opened.get(0).position()) : null;
        if (inner == null || BlockWords.in(inner).isEmpty()) {
            return null;
        }
        for (SourceScan.Open open : opened) {
            String word = open.mark().equals("{") ? word(text, open.position()) : null;
            if (word != null && BlockWords.isDocument(word)) {
                return inner;
            }
        }
        return null;
    }

    /** {@code sql} for the brace of {@code sql('a') {}. */
    static String word(String text, int brace) {
        int end = blanks(text, brace);
        if (end > 0 && text.charAt(end - 1) == ')') {
            int depth = 0;
            do {
                char c = text.charAt(--end);
                depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            } while (end > 0 && depth > 0);
            end = blanks(text, end);
        }
        if (end > 0 && text.charAt(end - 1) == ',') {
            return first(text, end);
        }
        int begin = end;
        while (begin > 0 && Character.isLetterOrDigit(text.charAt(begin - 1))) {
            begin--;
        }
        return begin == end ? null : text.substring(begin, end);
    }

    /** {@code flow} of {@code wf = flow 'x', }. */
    private static String first(String text, int end) {
        int begin = end;
        while (begin > 0 && ";{=\n".indexOf(text.charAt(begin - 1)) < 0) {
            begin--;
        }
        while (begin < end && text.charAt(begin) == ' ') {
            begin++;
        }
        int after = begin;
        while (after < end && Character.isLetterOrDigit(text.charAt(after))) {
            after++;
        }
        return text.substring(begin, after);
    }

    private static int blanks(String text, int from) {
        int end = from;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }
}
