package dev.dwx.repl.complete;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the end of a JSON text stands in what it holds so far.
 *
 * @param way keys, and {@link ArgumentPlace#ELEMENT} for elements of lists; for a key, the way to its object
 * @param key whether a key is being typed there, and not a value
 * @param given keys that stand before it in the same object
 * @param quoted whether the quote of the word stands there already
 * @param word what is typed of it
 */
record JsonPlace(List<String> way, boolean key, Set<String> given, boolean quoted, String word) {
    /** An object or list that is open. */
    private static final class Frame {
        private final boolean object;
        private final Set<String> keys = new TreeSet<>();
        private String key;
        private boolean value;
        private boolean done;

        Frame(boolean object) {
            this.object = object;
            value = !object;
        }

        void next() {
            value = !object;
            done = false;
            key = null;
        }

        /** A word or text has ended. */
        void take(String word) {
            if (value) {
                done = true;
            } else {
                key = word;
            }
        }
    }

    /** The place; {@code null} where nothing can be typed but a sign, or the text is no JSON. */
    static JsonPlace of(String json) {
        Deque<Frame> open = new ArrayDeque<>();
        int at = 0;
        while (at < json.length()) {
            char c = json.charAt(at);
            Frame frame = open.peek();
            if (c == '{' || c == '[') {
                open.push(new Frame(c == '{'));
            } else if (Character.isWhitespace(c)) {
                at++;
                continue;
            } else if (frame == null) {
                return null;
            } else if (c == '}' || c == ']') {
                open.pop();
                if (!open.isEmpty()) {
                    open.peek().done = true;
                }
            } else if (c == ',') {
                if (frame.key != null) {
                    frame.keys.add(frame.key);
                }
                frame.next();
            } else if (c == ':') {
                frame.value = true;
            } else {
                int end = c == '"' ? endOfText(json, at) : endOfWord(json, at);
                if (end < 0 || c != '"' && end == json.length()) {
                    return place(open, c == '"', json.substring(c == '"' ? at + 1 : at));
                }
                frame.take(c == '"' ? json.substring(at + 1, end - 1) : json.substring(at, end));
                at = end;
                continue;
            }
            at++;
        }
        return open.isEmpty() ? null : place(open, false, "");
    }

    private static JsonPlace place(Deque<Frame> open, boolean quoted, String word) {
        Frame frame = open.peek();
        if (frame.done || !frame.value && frame.key != null) {
            return null;
        }
        List<String> way = new ArrayList<>();
        for (Iterator<Frame> frames = open.descendingIterator(); frames.hasNext();) {
            Frame one = frames.next();
            if (one != frame || one.value) {
                way.add(one.object ? one.key : ArgumentPlace.ELEMENT);
            }
        }
        return way.contains(null) ? null : new JsonPlace(List.copyOf(way), !frame.value, Set.copyOf(frame.keys), quoted, word);
    }

    /** Behind the closing quote; -1 when there is none. */
    private static int endOfText(String json, int begin) {
        for (int i = begin + 1; i < json.length(); i++) {
            if (json.charAt(i) == '\\') {
                i++;
            } else if (json.charAt(i) == '"') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int endOfWord(String json, int begin) {
        int end = begin;
        while (end < json.length() && "{}[]:,\"".indexOf(json.charAt(end)) < 0 && !Character.isWhitespace(json.charAt(end))) {
            end++;
        }
        return end;
    }
}
