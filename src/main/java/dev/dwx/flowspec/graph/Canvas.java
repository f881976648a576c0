package dev.dwx.flowspec.graph;

import java.util.ArrayList;
import java.util.List;

/** Cells of characters, lines that join where they belong together, and styles. */
final class Canvas {
    private static final int UP = 1;
    private static final int DOWN = 2;
    private static final int LEFT = 4;
    private static final int RIGHT = 8;
    private static final String LINES = " ╵╷│╴┘┐┤╶└┌├─┴┬┼";
    private static final String PLAIN = " |||-+++-+++-+++";
    private static final String HEAVY = " ╹╻┃╸┛┓┫╺┗┏┣━┻┳╋";

    private final int width;
    private final boolean unicode;
    private final List<String[]> texts = new ArrayList<>();
    private final List<int[]> masks = new ArrayList<>();
    private final List<Object[]> owners = new ArrayList<>();
    private final List<Style[]> styles = new ArrayList<>();

    Canvas(int width, boolean unicode) {
        this.width = width;
        this.unicode = unicode;
    }

    void rows(int count) {
        for (int i = 0; i < count; i++) {
            texts.add(new String[width]);
            masks.add(new int[width]);
            owners.add(new Object[width]);
            styles.add(new Style[width]);
        }
    }

    int height() {
        return texts.size();
    }

    /** A line downwards, both ends included; what it crosses of others is hidden below it. */
    void vertical(Object owner, int column, int from, int to) {
        for (int row = from; row <= to; row++) {
            join(owner, row, column, (row > from ? UP : 0) | (row < to ? DOWN : 0), true);
        }
    }

    /** A line to the right, both ends included. */
    void horizontal(Object owner, int row, int from, int to) {
        for (int column = from; column <= to; column++) {
            join(owner, row, column, (column > from ? LEFT : 0) | (column < to ? RIGHT : 0), false);
        }
    }

    /** Lets a line of the same owner go on beyond a cell, into a box. */
    void open(Object owner, int row, int column, boolean upwards) {
        join(owner, row, column, upwards ? UP : DOWN, true);
    }

    private void join(Object owner, int row, int column, int mask, boolean over) {
        Object there = owners.get(row)[column];
        if (there == null || there == owner) {
            owners.get(row)[column] = owner;
            masks.get(row)[column] |= mask;
        } else if (over && mask != 0) {
            owners.get(row)[column] = owner;
            masks.get(row)[column] = mask;
        }
        if (styles.get(row)[column] == null) {
            styles.get(row)[column] = Style.WEAK;
        }
    }

    /** The frame of a box; a heavy one for what matters most. */
    void box(int row, int column, int boxWidth, int boxHeight, Style style, boolean heavy) {
        int right = column + boxWidth - 1;
        int bottom = row + boxHeight - 1;
        for (int x = column; x <= right; x++) {
            boolean edge = x == column || x == right;
            int across = (x > column ? LEFT : 0) | (x < right ? RIGHT : 0);
            put(row, x, sign(across | (edge ? DOWN : 0), heavy), style);
            put(bottom, x, sign(across | (edge ? UP : 0), heavy), style);
        }
        for (int y = row + 1; y < bottom; y++) {
            put(y, column, sign(UP | DOWN, heavy), style);
            put(y, right, sign(UP | DOWN, heavy), style);
        }
    }

    /** A line that ends at a frame. */
    void notch(int row, int column, boolean top, Style style, boolean heavy) {
        put(row, column, sign(LEFT | RIGHT | (top ? UP : DOWN), heavy), style);
    }

    private String sign(int mask, boolean heavy) {
        if (!unicode) {
            return heavy && (mask == (LEFT | RIGHT)) ? "=" : String.valueOf(PLAIN.charAt(mask));
        }
        return String.valueOf((heavy ? HEAVY : LINES).charAt(mask));
    }

    /** One cell; a character that is two columns wide has an empty one behind it. */
    void put(int row, int column, String text, Style style) {
        if (column >= 0 && column < width) {
            texts.get(row)[column] = text;
            styles.get(row)[column] = style;
        }
    }

    /** Text from a column on. */
    void text(int row, int column, String text, Style style, Terms terms) {
        int x = column;
        for (int i = 0; i < text.length();) {
            int end = i + Character.charCount(text.codePointAt(i));
            String one = text.substring(i, end);
            int columns = terms.width().applyAsInt(one);
            if (columns == 0 && x > column && x - 1 < width) {
                // A mark that stands on the character before it, which may be two columns wide.
                int back = texts.get(row)[x - 1].isEmpty() ? x - 2 : x - 1;
                texts.get(row)[back] += one;
            } else {
                put(row, x, one, style);
                for (int k = 1; k < columns; k++) {
                    put(row, x + k, "", style);
                }
                x += columns;
            }
            i = end;
        }
    }

    /** The picture, row by row, in pieces of one style; nothing but blanks at the end of a row is left out. */
    List<List<Picture.Span>> lines() {
        List<List<Picture.Span>> lines = new ArrayList<>();
        for (int row = 0; row < texts.size(); row++) {
            List<Picture.Span> spans = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            Style style = Style.PLAIN;
            int last = width - 1;
            while (last >= 0 && texts.get(row)[last] == null && masks.get(row)[last] == 0) {
                last--;
            }
            for (int x = 0; x <= last; x++) {
                String cell = texts.get(row)[x] != null ? texts.get(row)[x] : sign(masks.get(row)[x], false);
                boolean blank = cell.equals(" ");
                Style here = blank || styles.get(row)[x] == null ? style : styles.get(row)[x];
                if (here != style && text.length() > 0) {
                    spans.add(new Picture.Span(text.toString(), style));
                    text.setLength(0);
                }
                style = here;
                text.append(cell);
            }
            if (text.length() > 0) {
                spans.add(new Picture.Span(text.toString(), style));
            }
            lines.add(spans);
        }
        return lines;
    }
}
