package dev.dwx.flowspec.lint;

import java.util.ArrayList;
import java.util.List;

/** Ways through a document: {@code spec.nodes[0].script.path}; a key with other signs is written {@code ['spark.executor.memory']}. */
final class SpecPath {
    /** Stands for the place behind the last element of a list. */
    static final Integer NEXT = -1;

    private SpecPath() {
    }

    /** The steps: texts for keys, integers for places in a list. */
    static List<Object> steps(String path) {
        List<Object> steps = new ArrayList<>();
        int at = 0;
        while (at < path.length()) {
            char sign = path.charAt(at);
            if (sign == '[') {
                boolean key = path.startsWith("['", at);
                int end = key ? path.indexOf("']", at) : path.indexOf(']', at);
                if (end < 0) {
                    throw new IllegalArgumentException("a bracket is left open in " + path);
                }
                String text = path.substring(at + (key ? 2 : 1), end);
                steps.add(key ? text : text.equals("+") ? NEXT : Integer.valueOf(text));
                at = end + (key ? 2 : 1);
            } else if (sign == '.') {
                at++;
            } else {
                int end = at;
                while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
                    end++;
                }
                steps.add(path.substring(at, end));
                at = end;
            }
        }
        return steps;
    }

    /** The way to a key of what is at {@code path}. */
    static String key(String path, String key) {
        for (int i = 0; i < key.length(); i++) {
            char sign = key.charAt(i);
            if (sign == '.' || sign == '[' || sign == ']') {
                return path + "['" + key + "']";
            }
        }
        return path.isEmpty() ? key : path + "." + key;
    }
}
