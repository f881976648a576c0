package dev.dwx.dsl.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Result sets in a task's log, as MaxCompute's own client prints them: a border of {@code +} and {@code -}, a line of names between
 * bars, a border, the rows, a border. {@code \N} is no value. Everything else stays text: a number would lose its leading noughts.
 */
final class LogTable {
    private LogTable() {
    }

    /** Every result set of a log, in its order: rows by the names of the columns. */
    static List<List<Map<String, Object>>> all(String log) {
        List<List<Map<String, Object>>> sets = new ArrayList<>();
        List<String> lines = log.lines().map(String::stripTrailing).toList();
        for (int i = 0; i + 2 < lines.size(); i++) {
            if (columns(lines.get(i)) == 0 || !isRow(lines.get(i + 1)) || columns(lines.get(i + 2)) != columns(lines.get(i))) {
                continue;
            }
            int at = i + 3;
            List<Map<String, Object>> rows = new ArrayList<>();
            List<String> names = distinct(cells(lines.get(i + 1), lines.get(i)));
            while (at < lines.size() && isRow(lines.get(at))) {
                rows.add(row(names, cells(lines.get(at), lines.get(i))));
                at++;
            }
            sets.add(List.copyOf(rows));
            // The border below the rows; where it is missing, the log was cut off there.
            i = at < lines.size() && columns(lines.get(at)) > 0 ? at : at - 1;
        }
        return sets;
    }

    /** How many columns a border is for; 0 for a line that is none. */
    private static int columns(String line) {
        String text = line.stripLeading();
        if (text.length() < 3 || text.charAt(0) != '+' || text.charAt(text.length() - 1) != '+') {
            return 0;
        }
        int columns = 0;
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '+') {
                columns++;
            } else if (text.charAt(i) != '-' && text.charAt(i) != '=') {
                return 0;
            }
        }
        return columns;
    }

    private static boolean isRow(String line) {
        String text = line.stripLeading();
        return text.length() >= 2 && text.charAt(0) == '|' && text.charAt(text.length() - 1) == '|';
    }

    /** Cells end at the bars; where a value has bars of its own, at those below the border's crosses. */
    private static List<String> cells(String row, String border) {
        String inner = row.strip();
        inner = inner.substring(1, inner.length() - 1);
        String[] split = inner.split("\\|", -1);
        String frame = border.strip();
        if (split.length == columns(border)) {
            return stripped(List.of(split));
        }
        List<String> cells = new ArrayList<>();
        int from = 1;
        String text = row.strip();
        for (int i = 1; i < frame.length() && from <= text.length(); i++) {
            if (frame.charAt(i) == '+') {
                int to = i == frame.length() - 1 ? text.length() - 1 : Math.min(i, text.length());
                cells.add(text.substring(Math.min(from, to), to));
                from = i + 1;
            }
        }
        return stripped(cells);
    }

    private static List<String> stripped(List<String> cells) {
        return cells.stream().map(String::strip).toList();
    }

    /** Two columns of one name would be one key: the second gets a number. */
    private static List<String> distinct(List<String> names) {
        List<String> distinct = new ArrayList<>();
        for (String name : names) {
            String own = name;
            for (int i = 2; distinct.contains(own); i++) {
                own = name + "_" + i;
            }
            distinct.add(own);
        }
        return distinct;
    }

    private static Map<String, Object> row(List<String> names, List<String> cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String cell = i < cells.size() ? cells.get(i) : null;
            row.put(names.get(i), "\\N".equals(cell) ? null : cell);
        }
        return row;
    }
}
