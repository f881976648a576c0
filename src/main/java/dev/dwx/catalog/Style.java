package dev.dwx.catalog;

/** How a list or an object becomes text in a request; the metadata's {@code style}. */
public enum Style {
    /** Nothing said: scalars as text, lists and objects flattened like {@link #REPEAT_LIST}. */
    NONE(null),
    /** One JSON text. */
    JSON("json"),
    /** Elements joined by commas. */
    SIMPLE("simple"),
    /** {@code Name.1}, {@code Name.2} …, objects as {@code Name.1.Field}. */
    REPEAT_LIST("repeatList"),
    SPACE_DELIMITED("spaceDelimited"),
    PIPE_DELIMITED("pipeDelimited"),
    FLAT("flat");

    private final String wireName;

    Style(String wireName) {
        this.wireName = wireName;
    }

    /** The spelling in metadata, or {@code null} for {@link #NONE}. */
    public String wireName() {
        return wireName;
    }

    /** Reads the metadata's spelling; absent or unknown is {@link #NONE}. */
    public static Style of(String text) {
        for (Style style : values()) {
            if (style.wireName != null && style.wireName.equalsIgnoreCase(text)) {
                return style;
            }
        }
        return NONE;
    }
}
