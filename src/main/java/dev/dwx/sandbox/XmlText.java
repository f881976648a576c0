package dev.dwx.sandbox;

import java.util.List;
import java.util.Map;

/** Answers in XML, the form that a call of the old signature gets unless it says {@code Format=json}. */
final class XmlText {
    private XmlText() {
    }

    static String write(String root, Map<String, Object> value) {
        StringBuilder out = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>");
        element(out, root, value);
        return out.toString();
    }

    private static void element(StringBuilder out, String name, Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof List<?> list) {
            for (Object element : list) {
                element(out, name, element);
            }
            return;
        }
        String tag = tag(name);
        out.append('<').append(tag).append('>');
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                element(out, String.valueOf(entry.getKey()), entry.getValue());
            }
        } else {
            escape(out, value.toString());
        }
        out.append("</").append(tag).append('>');
    }

    /** Keys of free maps may be ids or anything else, which XML does not take as names. */
    private static String tag(String name) {
        StringBuilder tag = new StringBuilder(name.length() + 1);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_';
            boolean inner = c >= '0' && c <= '9' || c == '-' || c == '.';
            if (i == 0 && !letter) {
                tag.append('_');
            }
            tag.append(letter || inner ? c : '_');
        }
        return tag.length() == 0 ? "_" : tag.toString();
    }

    private static void escape(StringBuilder out, String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000;
    }
}
