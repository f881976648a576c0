package dev.dwx.catalog;

import java.util.Locale;

/** Where a parameter goes in a request; the metadata's {@code in}. */
public enum Placement {
    /** In the URL. */
    QUERY("query"),
    /** In a form-encoded body; rules out GET. */
    FORM_DATA("formData"),
    /** The JSON body as a whole; no DataWorks operation uses it today. */
    BODY("body"),
    /** Raw bytes of the body. */
    BYTE("byte"),
    /** Chooses the endpoint and is not sent. */
    HOST("host"),
    PATH("path"),
    HEADER("header");

    private final String wireName;

    Placement(String wireName) {
        this.wireName = wireName;
    }

    /** The spelling in metadata: {@code query}, {@code formData} … */
    public String wireName() {
        return wireName;
    }

    /** Reads the metadata's spelling; anything unknown is taken for the query, as the service's own tools do. */
    public static Placement of(String text) {
        for (Placement placement : values()) {
            if (placement.wireName.equalsIgnoreCase(text == null ? "" : text.toLowerCase(Locale.ROOT))) {
                return placement;
            }
        }
        return QUERY;
    }
}
