package dev.dwx.client;

import dev.dwx.texts.Texts;
import java.util.Locale;

/** How requests are signed. */
public enum Signature {
    /** {@code ACS3-HMAC-SHA256}: the present one, and the default. */
    V3("ACS3-HMAC-SHA256"),
    /** The present one with the SM3 hash in place of SHA-256. */
    V3_SM3("ACS3-HMAC-SM3"),
    /** HMAC-SHA1 over the parameters, {@code SignatureVersion=1.0}; the vendor has withdrawn it in favour of V3. */
    V1("v2");

    private final String libraryName;

    Signature(String libraryName) {
        this.libraryName = libraryName;
    }

    /** What tea-openapi's {@code signatureAlgorithm} takes. */
    String libraryName() {
        return libraryName;
    }

    /**
     * Reads an option's value: {@code v3}, {@code v3-sm3}, {@code v1}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Signature of(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "v3":
                return V3;
            case "v3-sm3":
            case "sm3":
                return V3_SM3;
            case "v1":
                return V1;
            default:
                throw new IllegalArgumentException(Texts.of("no signature is called {0}; there are v3, v3-sm3 and v1", text));
        }
    }
}
