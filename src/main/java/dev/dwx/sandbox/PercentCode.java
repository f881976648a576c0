package dev.dwx.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The two percent-encodings of the protocol. On the wire names and values are form-encoded (a blank is {@code +},
 * {@code *} stands as it is); in a signature they are encoded anew, strictly: only {@code A-Z a-z 0-9 - _ . ~} stay.
 */
final class PercentCode {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentCode() {
    }

    /** The strict form that signatures are computed over. */
    static String encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            if (b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9'
                    || b == '-' || b == '_' || b == '.' || b == '~') {
                out.append((char) b);
            } else {
                out.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
            }
        }
        return out.toString();
    }

    /**
     * Reads a query or a form body.
     *
     * @throws IllegalArgumentException for a broken {@code %} escape or bytes that are no UTF-8
     */
    static List<Map.Entry<String, String>> parse(String text) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        if (text == null || text.isEmpty()) {
            return pairs;
        }
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('&', start);
            if (end < 0) {
                end = text.length();
            }
            if (end > start) {
                int equals = text.indexOf('=', start);
                boolean bare = equals < 0 || equals >= end;
                String name = decode(text.substring(start, bare ? end : equals));
                pairs.add(Map.entry(name, bare ? "" : decode(text.substring(equals + 1, end))));
            }
            start = end + 1;
        }
        return pairs;
    }

    /** Decodes one name or value; {@code +} is a blank. */
    static String decode(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c != '%' && c != '+' && c < 128;
        }
        if (plain) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%') {
                if (i + 2 >= in.length) {
                    throw new IllegalArgumentException("a % is not followed by two hexadecimal digits");
                }
                out[length++] = (byte) (digit(in[i + 1]) << 4 | digit(in[i + 2]));
                i += 2;
            } else {
                out[length++] = in[i] == '+' ? (byte) ' ' : in[i];
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(out, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("percent-encoded bytes are not UTF-8", e);
        }
    }

    /**
     * The pairs as a signature sees them: sorted by name (then value), encoded strictly, joined.
     *
     * @param dropEmpty whether pairs without a value are left out, as the old signature does
     */
    static String canonical(List<Map.Entry<String, String>> pairs, boolean dropEmpty) {
        List<Map.Entry<String, String>> sorted = new ArrayList<>(pairs);
        sorted.sort(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry::getValue,
                Comparator.naturalOrder()));
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, String> pair : sorted) {
            if (dropEmpty && pair.getValue().isEmpty()) {
                continue;
            }
            if (out.length() > 0) {
                out.append('&');
            }
            out.append(encode(pair.getKey())).append('=').append(encode(pair.getValue()));
        }
        return out.toString();
    }

    private static int digit(byte b) {
        int value = Character.digit((char) (b & 0xff), 16);
        if (value < 0) {
            throw new IllegalArgumentException("a % is not followed by two hexadecimal digits");
        }
        return value;
    }
}
