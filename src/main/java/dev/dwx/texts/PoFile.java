package dev.dwx.texts;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the catalogue format of GNU gettext, which translators' tools write: {@code msgid} and {@code msgstr} with quoted texts,
 * which may go on in further quoted lines; comments begin with {@code #}.
 */
final class PoFile {
    private PoFile() {
    }

    /**
     * The entries in the order of the file; one with an empty {@code msgstr} is left out, as not yet translated.
     *
     * @throws IOException when the file cannot be read, or a line is none of the format
     */
    static Map<String, String> read(BufferedReader file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        StringBuilder id = null;
        StringBuilder text = null;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            if (line.startsWith("msgid ")) {
                put(entries, id, text);
                id = new StringBuilder(unquoted(line, 6));
                text = null;
            } else if (line.startsWith("msgstr ") && id != null) {
                text = new StringBuilder(unquoted(line, 7));
            } else if (line.startsWith("\"") && id != null) {
                (text == null ? id : text).append(unquoted(line, 0));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IOException("not a line of a catalogue of texts: " + line);
            }
        }
        put(entries, id, text);
        return entries;
    }

    private static void put(Map<String, String> entries, StringBuilder id, StringBuilder text) {
        if (id != null && text != null && id.length() > 0 && text.length() > 0) {
            entries.put(id.toString(), text.toString());
        }
    }

    private static String unquoted(String line, int from) throws IOException {
        String quoted = line.substring(from).strip();
        if (quoted.length() < 2 || quoted.charAt(0) != '"' || quoted.charAt(quoted.length() - 1) != '"') {
            throw new IOException("not a quoted text: " + line);
        }
        StringBuilder text = new StringBuilder(quoted.length());
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                if (i + 2 >= quoted.length()) {
                    throw new IOException("a text ends in the middle of an escape: " + line);
                }
                c = quoted.charAt(++i);
                c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
            }
            text.append(c);
        }
        return text.toString();
    }
}
