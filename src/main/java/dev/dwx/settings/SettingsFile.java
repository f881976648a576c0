package dev.dwx.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The text of the settings file: properties as Java has them ({@code key = value}, {@code #} and {@code !} for comments, {@code \} for
 * a line that goes on), in UTF-8. What is changed here leaves every other line as it was, comments and lines that nobody understands
 * too.
 */
public final class SettingsFile {
    /** A file with nothing in it. */
    public static final SettingsFile EMPTY = new SettingsFile(List.of());

    /**
     * One key with its value.
     *
     * @param line of the file where it begins, from 1
     */
    public record Entry(String key, String value, int line) {
    }

    /** A logical line: as it stands, and what it holds; {@code entry} is {@code null} for blank lines and comments. */
    private record Line(String text, Entry entry) {
    }

    private final List<Line> lines;

    private SettingsFile(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Reads the text of a file. Every text is one: what cannot be understood is kept and means nothing. */
    public static SettingsFile of(String text) {
        List<Line> lines = new ArrayList<>();
        String[] physical = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        int count = physical[physical.length - 1].isEmpty() ? physical.length - 1 : physical.length;
        for (int i = 0; i < count; i++) {
            int first = i;
            StringBuilder logical = new StringBuilder(physical[i]);
            while (!isRemark(physical[first]) && goesOn(physical[i]) && i + 1 < count) {
                logical.append('\n').append(physical[++i]);
            }
            lines.add(new Line(logical.toString(), entry(logical.toString(), first + 1)));
        }
        return new SettingsFile(lines);
    }

    /** Every key with its value, in the order of the file. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Line line : lines) {
            if (line.entry() != null) {
                entries.add(line.entry());
            }
        }
        return entries;
    }

    /** The value of a key, the last one when it stands there more than once; {@code null} when it does not. */
    public String value(String key) {
        String value = null;
        for (Line line : lines) {
            if (line.entry() != null && line.entry().key().equals(key)) {
                value = line.entry().value();
            }
        }
        return value;
    }

    /** The same file with another value; a key that is not there yet is put at the end. */
    public SettingsFile with(String key, String value) {
        List<Line> changed = new ArrayList<>(lines);
        for (int i = changed.size() - 1; i >= 0; i--) {
            if (changed.get(i).entry() != null && changed.get(i).entry().key().equals(key)) {
                changed.set(i, line(key, value));
                return of(text(changed));
            }
        }
        if (!changed.isEmpty() && goesOn(changed.get(changed.size() - 1).text()) && changed.get(changed.size() - 1).entry() != null) {
            // The last line was left open; a blank one closes it.
            changed.add(new Line("", null));
        }
        changed.add(line(key, value));
        return of(text(changed));
    }

    /** The same file without a key. */
    public SettingsFile without(String key) {
        List<Line> changed = new ArrayList<>(lines);
        changed.removeIf(line -> line.entry() != null && line.entry().key().equals(key));
        return of(text(changed));
    }

    /** The whole text, with a line end at its end. */
    public String text() {
        return text(lines);
    }

    private static String text(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.text()).append('\n');
        }
        return text.toString();
    }

    private static Line line(String key, String value) {
        return new Line(escaped(key, true) + " = " + escaped(value, false), new Entry(key, value, 0));
    }

    private static Entry entry(String logical, int line) {
        if (isRemark(logical)) {
            return null;
        }
        Properties one = new Properties();
        try {
            one.load(new StringReader(logical));
        } catch (IllegalArgumentException e) {
            // A backslash and a u without four digits: no properties line.
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : one.stringPropertyNames()) {
            return new Entry(key, one.getProperty(key).stripTrailing(), line);
        }
        return null;
    }

    private static boolean isRemark(String line) {
        String text = line.stripLeading();
        return text.isEmpty() || text.charAt(0) == '#' || text.charAt(0) == '!';
    }

    /** Whether a line ends in an odd number of backslashes. */
    private static boolean goesOn(String line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static String escaped(String text, boolean key) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\f' -> escaped.append("\\f");
                case ' ' -> escaped.append(key || i == 0 ? "\\ " : " ");
                case ':', '=', '#', '!' -> escaped.append(key ? "\\" + c : String.valueOf(c));
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
