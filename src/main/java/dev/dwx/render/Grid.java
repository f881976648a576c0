package dev.dwx.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows in columns: numbers to the right, all else to the left, two spaces between. */
final class Grid {
    private static final int GAP = 2;
    /** Cutting a cell below this leaves nothing to recognise it by. */
    private static final int NARROWEST = 12;
    /** Columns of what stands for no value. */
    private static final int NOTHING = 4;

    private final List<String> columns;
    private final Look look;
    private final List<List<String>> cells = new ArrayList<>();
    private final int[] widths;
    private final int[] wanted;
    private final boolean[] numeric;
    private final boolean[] rigid;

    Grid(List<?> rows, List<String> columns, Look look) {
        this.columns = columns;
        this.look = look;
        widths = new int[columns.size()];
        numeric = new boolean[columns.size()];
        rigid = new boolean[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = DisplayWidth.of(heading(i));
            numeric[i] = isNumeric(rows, columns.get(i));
        }
        for (Object row : rows) {
            List<String> texts = cellsOf((Map<?, ?>) row);
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(texts.get(i)));
            }
            cells.add(texts);
        }
        wanted = widths.clone();
        for (int i = 0; i < widths.length; i++) {
            rigid[i] = Listing.isId(columns.get(i)) || Listing.isName(columns.get(i)) || isLetterless(i);
        }
    }

    /** The lines, header first, or {@code null} when the columns cannot be brought into the window. */
    List<String> lines(int indent) {
        if (!fits(indent)) {
            return null;
        }
        List<String> lines = new ArrayList<>(cells.size() + 1);
        lines.add(headings(indent));
        for (List<String> row : cells) {
            lines.add(line(row, indent));
        }
        return lines;
    }

    /** Brings the columns into the window; says whether that can be done. */
    boolean fits(int indent) {
        return !columns.isEmpty() && (!look.terminal() || shrinkTo(look.width() - indent));
    }

    /** The line above the rows; the columns fit. */
    String headings(int indent) {
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            headings.add(heading(i));
        }
        return " ".repeat(indent) + look.heading(line(headings, 0));
    }

    /** The line of a row, which need not be one of those by which the columns were measured; they fit. */
    String line(Map<?, ?> row, int indent) {
        return line(cellsOf(row), indent);
    }

    /** Whether a cell of the row is longer than any of those by which the columns were measured. */
    boolean outgrows(Map<?, ?> row) {
        List<String> texts = cellsOf(row);
        for (int i = 0; i < widths.length; i++) {
            if (width(texts.get(i)) > wanted[i]) {
                return true;
            }
        }
        return false;
    }

    private List<String> cellsOf(Map<?, ?> row) {
        List<String> texts = new ArrayList<>(widths.length);
        for (String column : columns) {
            Object cell = row.get(column);
            texts.add(cell == null && row.containsKey(column) ? null : Folded.cell(cell, look));
        }
        return texts;
    }

    private static int width(String text) {
        return text == null ? NOTHING : DisplayWidth.of(text);
    }

    private boolean shrinkTo(int room) {
        int total = GAP * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        while (total > room) {
            int widest = widestToCut();
            if (widest < 0) {
                return false;
            }
            widths[widest]--;
            total--;
        }
        return true;
    }

    /** Free texts give way first; half an id, name, number or time is worth nothing, so these never do. */
    private int widestToCut() {
        int freeText = widestToCut(true);
        return freeText >= 0 ? freeText : widestToCut(false);
    }

    private int widestToCut(boolean freeText) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            int least = Math.max(NARROWEST, DisplayWidth.of(heading(i)));
            boolean mayCut = !rigid[i] && Listing.isFreeText(columns.get(i)) == freeText && widths[i] > least;
            if (mayCut && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    /** Numbers, times, and people that are told by their number. */
    private boolean isLetterless(int column) {
        for (List<String> row : cells) {
            String text = row.get(column) == null ? "" : row.get(column);
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                if (Character.isLetter(text.codePointAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private String line(List<String> texts, int indent) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        for (int i = 0; i < widths.length; i++) {
            boolean last = i == widths.length - 1;
            // The last column without a window: nothing is cut and nothing stands behind it, so its width does not matter.
            boolean free = last && !numeric[i] && !look.terminal();
            String text = texts.get(i);
            String shown = text == null || free ? text : DisplayWidth.cut(text, widths[i], look.ellipsis());
            int rest = free ? 0 : widths[i] - width(shown);
            if (numeric[i]) {
                DisplayWidth.pad(line, rest);
            }
            line.append(shown == null ? look.nothing() : look.status(columns.get(i), shown));
            if (!last) {
                DisplayWidth.pad(line, (numeric[i] ? 0 : rest) + GAP);
            }
        }
        return line.toString().stripTrailing();
    }

    private String heading(int column) {
        return VisibleText.line(columns.get(column), look);
    }

    static boolean isNumeric(List<?> rows, String column) {
        for (Object row : rows) {
            Object cell = ((Map<?, ?>) row).get(column);
            if (cell != null && !(cell instanceof Number)) {
                return false;
            }
        }
        return true;
    }
}
