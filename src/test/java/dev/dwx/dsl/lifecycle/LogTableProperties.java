package dev.dwx.dsl.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Result sets survive being printed as text tables, whatever stands around them. */
class LogTableProperties {
    @Property(tries = 300)
    void whatIsPrintedIsRead(@ForAll("sets") List<List<Map<String, Object>>> sets) {
        StringBuilder log = new StringBuilder("2026-03-15 00:00:01 INFO Current task status: RUNNING\nselect 1 + 2 | 3;\n");
        for (List<Map<String, Object>> set : sets) {
            log.append(printed(set)).append("OK\n");
        }
        log.append("2026-03-15 00:00:09 INFO Current task status: FINISH\n");
        assertEquals(sets, LogTable.all(log.toString()));
    }

    @Property(tries = 300)
    void noTextIsTooOdd(@ForAll String text, @ForAll("lines") String lines) {
        LogTable.all(text);
        LogTable.all(lines);
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings().withChars("+-=| a\n\\N").ofMaxLength(80);
    }

    @Provide
    Arbitrary<List<List<Map<String, Object>>>> sets() {
        Arbitrary<String> cell = Arbitraries.strings().withChars("abc 019_|+-\\é中").ofMaxLength(8).map(String::strip)
                .filter(text -> !text.equals("\\N"));
        Arbitrary<Object> value = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, cell.map(text -> (Object) text)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just("\\N").map(none -> (Object) none)));
        Arbitrary<List<Map<String, Object>>> set = Arbitraries.integers().between(1, 4).flatMap(columns ->
                value.list().ofSize(columns).list().ofMinSize(1).ofMaxSize(4).map(rows -> {
                    List<Map<String, Object>> maps = new ArrayList<>();
                    for (List<Object> row : rows) {
                        Map<String, Object> map = new LinkedHashMap<>();
                        for (int i = 0; i < columns; i++) {
                            map.put("c" + i, "\\N".equals(row.get(i)) ? null : row.get(i));
                        }
                        maps.add(map);
                    }
                    return maps;
                }));
        return set.list().ofMaxSize(3);
    }

    private static String printed(List<Map<String, Object>> rows) {
        List<String> names = List.copyOf(rows.get(0).keySet());
        int[] widths = new int[names.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = names.get(i).length();
            for (Map<String, Object> row : rows) {
                widths[i] = Math.max(widths[i], shown(row.get(names.get(i))).length());
            }
        }
        StringBuilder border = new StringBuilder("+");
        for (int width : widths) {
            border.append("-".repeat(width + 2)).append('+');
        }
        StringBuilder text = new StringBuilder().append(border).append('\n').append(line(names, widths)).append(border).append('\n');
        for (Map<String, Object> row : rows) {
            List<String> cells = new ArrayList<>();
            names.forEach(name -> cells.add(shown(row.get(name))));
            text.append(line(cells, widths));
        }
        return text.append(border).append('\n').toString();
    }

    private static String shown(Object value) {
        return value == null ? "\\N" : value.toString();
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            line.append(' ').append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length())).append(" |");
        }
        return line.append('\n').toString();
    }
}
