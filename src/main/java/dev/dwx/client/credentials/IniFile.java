package dev.dwx.client.credentials;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the shared credentials file: sections in brackets, {@code key = value} lines. A comment begins with
 * {@code #} or {@code ;}, after a value only when a blank stands before it. A line that begins with a tab goes on
 * with the value before. A key without {@code =} has an empty value; of a repeated key the last counts; a section
 * that comes twice is one. These are the rules of the vendor's libraries.
 */
final class IniFile {
    private IniFile() {
    }

    /** Keys and values by section, both in order. Lines before the first section are in section {@code ?}. */
    static Map<String, Map<String, String>> parse(String text) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = null;
        String key = null;
        String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String line : start.split("\r\n|\r|\n", -1)) {
            if (line.startsWith("\t")) {
                if (key != null && section != null) {
                    String more = uncommented(line).strip();
                    section.put(key, (section.get(key) + "\n" + more).strip());
                }
                continue;
            }
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
                continue;
            }
            if (content.startsWith("[")) {
                int end = content.indexOf(']');
                String name = content.substring(1, end < 0 ? content.length() : end).strip();
                section = sections.computeIfAbsent(name, each -> new LinkedHashMap<>());
                key = null;
                continue;
            }
            if (section == null) {
                section = sections.computeIfAbsent("?", each -> new LinkedHashMap<>());
            }
            int equals = content.indexOf('=');
            key = (equals < 0 ? uncommented(content) : content.substring(0, equals)).strip();
            section.put(key, equals < 0 ? "" : uncommented(content.substring(equals + 1)).strip());
        }
        return sections;
    }

    private static String uncommented(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c == '#' || c == ';') && i > 0 && Character.isWhitespace(value.charAt(i - 1))) {
                return value.substring(0, i);
            }
        }
        return value;
    }
}
