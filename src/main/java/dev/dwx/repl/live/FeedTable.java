package dev.dwx.repl.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What names alone do not say of which listing feeds which parameter: the rows of {@code feeds.txt}. */
final class FeedTable {
    private static final String FILE = "feeds.txt";
    private static final String NOTHING = "-";

    /**
     * A row.
     *
     * @param list version and name of the listing, {@code 2024:ListNodes}; {@code null} when nothing feeds the parameter
     */
    record Row(String where, String parameter, String list, String value, String note) {
        boolean fits(String version, String operation) {
            return where.equals("*") || version.startsWith(where)
                    || where.length() == operation.length() + 5 && where.endsWith(operation) && version.startsWith(where.substring(0, 4));
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, List<Row>> byParameter = new HashMap<>();
    private final Map<String, Map<String, String>> fixed = new HashMap<>();
    private final List<String> warm = new ArrayList<>();

    private FeedTable() {
    }

    /** The table that dwx comes with. */
    static FeedTable usual() {
        try (InputStream in = FeedTable.class.getResourceAsStream(FILE)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException for a line that is none of it
     */
    static FeedTable of(String text) {
        FeedTable table = new FeedTable();
        text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(table::read);
        return table;
    }

    private void read(String line) {
        String[] words = line.split("\\s+");
        boolean read = switch (words[0]) {
            case "warm" -> words.length == 2 && warm.add(words[1]);
            case "none" -> words.length == 3 && add(new Row(words[1], words[2], null, null, null));
            case "feed" -> words.length == 6 && add(new Row(words[1], words[2], known(words[3]), known(words[4]), known(words[5])));
            case "list" -> words.length >= 3 && arguments(words);
            default -> false;
        };
        if (!read) {
            throw new IllegalArgumentException("no row of feeds: " + line);
        }
    }

    private boolean add(Row row) {
        rows.add(row);
        // What is said of one operation goes before what is said of a version.
        List<Row> same = byParameter.computeIfAbsent(row.parameter(), name -> new ArrayList<>());
        same.add(row.where().contains(":") ? 0 : same.size(), row);
        return true;
    }

    private boolean arguments(String[] words) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals < 1) {
                return false;
            }
            arguments.put(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        fixed.put(words[1], Map.copyOf(arguments));
        return true;
    }

    private static String known(String word) {
        return word.equals(NOTHING) ? null : word;
    }

    /** The row for a parameter, or {@code null} when the names have to tell. */
    Row row(String version, String operation, String parameter) {
        for (Row row : byParameter.getOrDefault(parameter, List.of())) {
            if (row.fits(version, operation)) {
                return row;
            }
        }
        return null;
    }

    /** What a listing is always asked with. */
    Map<String, String> fixed(String version, String list) {
        return fixed.getOrDefault(version.substring(0, 4) + ":" + list, Map.of());
    }

    /** The listings to begin with, {@code 2024:ListProjects}. */
    List<String> warm() {
        return warm;
    }

    List<Row> rows() {
        return rows;
    }

    /** Listings that are asked with arguments of the table. */
    Iterable<String> listsWithArguments() {
        return fixed.keySet();
    }
}
