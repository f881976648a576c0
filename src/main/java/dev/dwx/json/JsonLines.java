package dev.dwx.json;

import java.util.HashMap;
import java.util.Map;

/**
 * The lines on which the values of a JSON text begin, by the ways to them: {@code spec.nodes[0].name}. Of a key it is the line of the
 * key.
 */
public final class JsonLines {
    private final Map<String, Integer> lines = new HashMap<>();
    private final String text;
    private int at;
    private int line = 1;

    private JsonLines(String text) {
        this.text = text;
    }

    /** Of a text that is JSON; of any other it knows as much as could be read. */
    public static JsonLines of(String text) {
        JsonLines lines = new JsonLines(text);
        lines.at = text.startsWith("\uFEFF") ? 1 : 0;
        lines.value("", 0);
        return lines;
    }

    /** The line of a way, from 1; where nothing is there, that of the nearest thing around it. */
    public int line(String path) {
        String way = path;
        while (!way.isEmpty()) {
            Integer found = lines.get(way);
            if (found != null) {
                return found;
            }
            way = way.substring(0, Math.max(0, Math.max(way.lastIndexOf('.'), way.lastIndexOf('['))));
        }
        return lines.getOrDefault("", 1);
    }

    private void value(String path, int depth) {
        blank();
        lines.putIfAbsent(path, line);
        if (at >= text.length() || depth > ExactJson.MAX_DEPTH) {
            at = text.length();
        } else if (text.charAt(at) == '{') {
            object(path, depth);
        } else if (text.charAt(at) == '[') {
            array(path, depth);
        } else if (text.charAt(at) == '"') {
            string();
        } else {
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
    }

    private void object(String path, int depth) {
        at++;
        for (blank(); at < text.length() && text.charAt(at) == '"'; blank()) {
            int place = line;
            String key = string();
            String way = key.indexOf('.') >= 0 || key.indexOf('[') >= 0 ? path + "['" + key + "']" : path.isEmpty() ? key : path + "." + key;
            lines.put(way, place);
            blank();
            at++;
            value(way, depth + 1);
            blank();
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
            }
        }
        at++;
    }

    private void array(String path, int depth) {
        at++;
        blank();
        for (int i = 0; at < text.length() && text.charAt(at) != ']'; i++) {
            int before = at;
            value(path + "[" + i + "]", depth + 1);
            blank();
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                blank();
            }
            if (at == before) {
                at = text.length();
            }
        }
        at++;
    }

    /** Keys with escaped signs are rare and found by the place around them. */
    private String string() {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at, text.length());
        String whole = text.substring(Math.min(start, at), at);
        at++;
        return whole;
    }

    private void blank() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            line += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
    }
}
