package dev.dwx.repl.show;

import dev.dwx.flowspec.decompile.GroovyText;
import dev.dwx.json.ExactJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A place inside a value.
 *
 * @param key what it is called where it stands; a number in a list
 * @param path what gets it in the language: {@code _.items[3].Node.Spec.spec.nodes[0].script.content}
 * @param value a map, list or scalar; a text that holds JSON is what it holds
 * @param fromText whether it was JSON in a text
 */
record Place(String key, String path, Object value, boolean fromText) {
    /** JSON that is longer than this is opened as the text that it is. */
    private static final int LONGEST_JSON = 4_000_000;

    static Place of(String key, String path, Object plain) {
        if (plain instanceof String text) {
            Object held = held(text);
            return new Place(key, path, held == null ? text : held, held != null);
        }
        return new Place(key, path, plain, false);
    }

    /** What stands inside; of a scalar nothing. */
    List<Place> inside() {
        List<Place> places = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, one) -> places.add(of(name.toString(), path + step(name.toString()), one)));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                places.add(of(Integer.toString(i), path + "[" + i + "]", list.get(i)));
            }
        }
        return places;
    }

    boolean isContainer() {
        return value instanceof Map || value instanceof List;
    }

    /** A name that Groovy reads as one stands as it is; any other in quotes. */
    private static String step(String name) {
        boolean plain = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0)) && name.indexOf('$') < 0;
        for (int i = 1; plain && i < name.length(); i++) {
            plain = Character.isJavaIdentifierPart(name.charAt(i));
        }
        return plain ? "." + name : "." + GroovyText.quoted(name);
    }

    private static Object held(String text) {
        String stripped = text.strip();
        boolean json = stripped.length() > 1 && stripped.length() < LONGEST_JSON && (stripped.startsWith("{") && stripped.endsWith("}")
                || stripped.startsWith("[") && stripped.endsWith("]"));
        if (!json) {
            return null;
        }
        try {
            return ExactJson.parse(stripped);
        } catch (ExactJson.Malformed e) {
            return null;
        }
    }
}
