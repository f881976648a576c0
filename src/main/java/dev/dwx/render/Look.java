package dev.dwx.render;

/**
 * What the place where text is shown can do.
 *
 * @param width columns of the terminal, or 0 when nobody looks (a file, a pipe): nothing is then cut or turned
 * @param colour whether escape sequences for emphasis may be used
 * @param unicode whether characters beyond ASCII may be added (those of the data itself are always kept)
 */
public record Look(int width, boolean colour, boolean unicode) {
    /** For files and pipes: plain text of any width. */
    public static final Look PLAIN = new Look(0, false, true);

    public Look {
        width = Math.max(0, width);
    }

    /** The same place after its window changed. */
    public Look withWidth(int columns) {
        return new Look(columns, colour, unicode);
    }

    /** Whether a person looks at it. */
    public boolean terminal() {
        return width > 0;
    }

    String ellipsis() {
        return unicode ? "…" : "...";
    }

    String heading(String text) {
        return colour && !text.isEmpty() ? "\u001b[1m" + text + "\u001b[22m" : text;
    }

    /** The text in the stronger print of what is looked for. */
    public String strong(String text) {
        return heading(text);
    }

    /** The text in the weaker colour of side remarks. */
    public String remark(String text) {
        return colour && !text.isEmpty() ? "\u001b[2m" + text + "\u001b[22m" : text;
    }

    /** A text as it stands under a field: in the colour of its meaning where the field tells a status. */
    public String status(String key, String text) {
        return colour ? StatusWords.coloured(key, text) : text;
    }

    /** Any text in the colour of what a status means. */
    public String meaning(String status, String text) {
        return colour ? StatusWords.meant(status, text) : text;
    }

    /** What stands for no value, so that it is not taken for an empty text. */
    String nothing() {
        return remark("null");
    }
}
