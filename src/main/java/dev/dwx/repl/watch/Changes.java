package dev.dwx.repl.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Marks what has changed in a table since the picture before. A row is known again by its first cell, wherever it stands now; cells
 * are apart by two blanks or more, as tables are drawn.
 */
final class Changes {
    private Changes() {
    }

    /**
     * The lines of now, with what was not so before in reverse.
     *
     * @param before lines of the picture before; empty for the first, in which nothing is marked
     */
    static List<AttributedString> marked(List<AttributedString> before, List<AttributedString> now) {
        if (before.isEmpty()) {
            return now;
        }
        Map<String, List<String>> rows = new HashMap<>();
        for (AttributedString line : before) {
            List<String> cells = texts(line.toString());
            if (!cells.isEmpty()) {
                rows.putIfAbsent(cells.get(0), cells);
            }
        }
        List<AttributedString> marked = new ArrayList<>();
        for (AttributedString line : now) {
            List<String> cells = texts(line.toString());
            marked.add(cells.isEmpty() ? line : row(line, rows.get(cells.get(0))));
        }
        return marked;
    }

    private static AttributedString row(AttributedString line, List<String> before) {
        String text = line.toString();
        AttributedStringBuilder marked = new AttributedStringBuilder();
        int at = 0;
        int index = 0;
        for (int[] cell : cells(text)) {
            marked.append(line.subSequence(at, cell[0]));
            AttributedString piece = line.subSequence(cell[0], cell[1]);
            boolean same = before != null && index < before.size() && before.get(index).equals(piece.toString());
            marked.append(same ? piece : reversed(piece));
            at = cell[1];
            index++;
        }
        return marked.append(line.subSequence(at, text.length())).toAttributedString();
    }

    /** In reverse, whatever colours the text has. */
    static AttributedString reversed(AttributedString piece) {
        AttributedStringBuilder builder = new AttributedStringBuilder();
        for (int i = 0; i < piece.length(); i++) {
            AttributedStyle style = piece.styleAt(i);
            builder.styled(style.inverse(), piece.subSequence(i, i + 1).toString());
        }
        return builder.toAttributedString();
    }

    private static List<String> texts(String line) {
        List<String> texts = new ArrayList<>();
        for (int[] cell : cells(line)) {
            texts.add(line.substring(cell[0], cell[1]));
        }
        return texts;
    }

    /** From where to where each cell goes. */
    private static List<int[]> cells(String line) {
        List<int[]> cells = new ArrayList<>();
        int from = -1;
        for (int i = 0; i < line.length(); i++) {
            boolean blank = line.charAt(i) == ' ';
            if (!blank && from < 0) {
                from = i;
            } else if (blank && from >= 0 && (i + 1 >= line.length() || line.charAt(i + 1) == ' ')) {
                cells.add(new int[] {from, i});
                from = -1;
            }
        }
        if (from >= 0) {
            cells.add(new int[] {from, line.length()});
        }
        return cells;
    }
}
