package dev.dwx.flowspec.decompile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the language: a word, what it is given, and perhaps a block.
 *
 * @param word such as {@code cron} or {@code sql}
 * @param arguments what stands in order: texts, numbers, booleans, {@code null}, lists and maps of these
 * @param named what stands by name
 * @param block the statements inside braces; {@code null} where there are no braces
 */
public record Statement(String word, List<Object> arguments, Map<String, Object> named, List<Statement> block) {
    public Statement {
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        block = block == null ? null : List.copyOf(block);
    }

    /** {@code word a, b}. */
    static Statement of(String word, Object... arguments) {
        List<Object> list = new ArrayList<>();
        Collections.addAll(list, arguments);
        return new Statement(word, list, Map.of(), null);
    }

    /** {@code word key: value}. */
    static Statement named(String word, Map<String, ?> named) {
        return new Statement(word, List.of(), new LinkedHashMap<>(named), null);
    }

    Statement with(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(named);
        all.putAll(more);
        return new Statement(word, arguments, all, block);
    }

    Statement with(List<Statement> inside) {
        return new Statement(word, arguments, named, inside);
    }
}
