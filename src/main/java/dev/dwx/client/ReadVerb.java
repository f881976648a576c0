package dev.dwx.client;

import dev.dwx.catalog.ApiOperation;

/**
 * Whether a call only reads, as far as sending it twice is concerned. Told by the verb alone, and strictly: the HTTP
 * method says nothing (some deletes are GET), and the metadata's own hint may forbid but never allow.
 *
 * <p>The narrowest of the lists of read verbs: a check, an export or a scan is no write to a person who is asked to confirm
 * ({@code safety.RiskRules}), yet may begin work on the other side that a second sending would begin twice.
 */
public final class ReadVerb {
    private static final String[] READS = {"Get", "List", "Describe", "Query", "Search"};

    private ReadVerb() {
    }

    /** Whether sending the call a second time can do no harm. */
    public static boolean isRead(ApiOperation operation) {
        if ("write".equals(operation.operationType()) || "readAndWrite".equals(operation.operationType())) {
            return false;
        }
        String name = operation.name();
        for (String verb : READS) {
            if (name.startsWith(verb) && name.length() > verb.length()
                    && !Character.isLowerCase(name.charAt(verb.length()))) {
                return true;
            }
        }
        return false;
    }
}
