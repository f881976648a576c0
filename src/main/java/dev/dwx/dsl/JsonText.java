package dev.dwx.dsl;

import dev.dwx.json.ExactJson;
import groovy.lang.GString;
import java.util.List;
import java.util.Map;

/**
 * A string of an answer that holds JSON, such as {@code Node.Spec}. It is a text to everyone who wants a text, and the
 * text is exactly what the service sent, so passing it back sends the same bytes; and it can be walked like what it holds:
 * {@code node.Spec.spec.nodes[0].script.content}. Parsed when first walked.
 *
 * <p>It is a {@link GString} because that is the one kind of text that Groovy compares and converts like a string.
 */
public final class JsonText extends GString {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final String path;
    private transient Object parsed;
    private transient boolean tried;

    JsonText(String text, String path) {
        super(EMPTY_OBJECT_ARRAY);
        this.text = text;
        this.path = path;
    }

    /** Whether a string looks like JSON worth walking: an object or a list. */
    static boolean looksLikeJson(String text) {
        int length = text.length();
        int start = 0;
        int end = length - 1;
        while (start < length && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end) <= ' ') {
            end--;
        }
        return end > start && (text.charAt(start) == '{' && text.charAt(end) == '}'
                || text.charAt(start) == '[' && text.charAt(end) == ']');
    }

    /** What the text holds, as maps, lists, strings and exact numbers; {@code null} when it is no JSON after all. */
    public synchronized Object json() {
        if (!tried) {
            tried = true;
            try {
                parsed = AnswerMap.wrap(ExactJson.parse(text), null, null, path);
            } catch (ExactJson.Malformed e) {
                parsed = null;
            }
        }
        return parsed;
    }

    /** The text as the service sent it. */
    public String getText() {
        return text;
    }

    /** The value of a key, or of a key of every element when the text holds a list. */
    @Override
    public Object getProperty(String name) {
        Object value = json();
        if (value instanceof AnswerMap map) {
            return "text".equals(name) && !map.containsKey(name) ? text : map.getProperty(name);
        }
        if (value instanceof List<?> && !"text".equals(name)) {
            return org.codehaus.groovy.runtime.InvokerHelper.getProperty(value, name);
        }
        return super.getProperty(name);
    }

    /** An element of the list that the text holds; of a text that holds an object, a character. */
    public Object getAt(int index) {
        return json() instanceof List<?> list
                ? org.codehaus.groovy.runtime.DefaultGroovyMethods.getAt(list, index)
                : org.codehaus.groovy.runtime.StringGroovyMethods.getAt(text, index);
    }

    /** The value of a key. */
    public Object getAt(String key) {
        return json() instanceof Map<?, ?> map ? map.get(key) : null;
    }

    @Override
    public String[] getStrings() {
        return new String[] {text};
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    /** Equal to any character sequence of the same characters. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CharSequence && text.contentEquals((CharSequence) other);
    }

    @Override
    public boolean equals(GString other) {
        return equals((Object) other);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
