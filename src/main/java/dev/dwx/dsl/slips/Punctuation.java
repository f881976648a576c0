package dev.dwx.dsl.slips;

import dev.dwx.texts.Texts;

/** Signs of another keyboard or of a text processor where code wants its own: typographic quotes, full-width signs, blanks that are none. */
final class Punctuation {
    private static final String FOREIGN = "“”„‟«»‘’‚‛´（）【】［］｛｝：，；。、＝＋！？．／＊＜＞＂＇｀\u00a0\u3000\u2007\u202f\u200b\ufeff\u2028";
    private static final String RIGHT = "\"\"\"\"\"\"'''''()[][]{}:,;.,=+!?./*<>\"'`      \n";

    private Punctuation() {
    }

    /** The first such sign outside the texts of a line, with the line as it should be; {@code null} when there is none. */
    static Slip of(String line) {
        StringBuilder mended = new StringBuilder(line.length());
        int first = -1;
        char open = 0;
        // What a mended quote has opened is closed by its like, whatever stands between.
        boolean foreign = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            int at = FOREIGN.indexOf(c);
            char right = at < 0 ? c : RIGHT.charAt(at);
            boolean quote = right == '"' || right == '\'';
            if (open != 0 && !(quote && right == open && (foreign || at < 0))) {
                mended.append(c);
                if (c == '\\' && i + 1 < line.length()) {
                    mended.append(line.charAt(++i));
                }
                continue;
            }
            if (open != 0) {
                open = 0;
            } else if (quote) {
                open = right;
                foreign = at >= 0;
            }
            first = first < 0 && at >= 0 ? i : first;
            mended.append(right);
        }
        if (first < 0) {
            return null;
        }
        char sign = line.charAt(first);
        char right = RIGHT.charAt(FOREIGN.indexOf(sign));
        return new Slip(first + 1, Character.isWhitespace(right)
                ? Texts.of("There is an invisible sign here (U+{0}), pasted with the line. Type: {1}", String.format("%04X", (int) sign), mended.toString().strip())
                : Texts.of("{0} is not the sign {1} of the keyboard. Type: {2}", sign, right, mended));
    }
}
