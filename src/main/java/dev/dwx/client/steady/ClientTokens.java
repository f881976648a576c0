package dev.dwx.client.steady;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ReadVerb;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The parameter {@code ClientToken}, which a few operations take: a text of the caller's, at most 64 ASCII characters, by which the
 * service knows a call that it has had before and does not do it again. Only the metadata tells which operations take it.
 */
public final class ClientTokens {
    /** The parameter's name. */
    public static final String NAME = "ClientToken";

    private ClientTokens() {
    }

    /** Whether a call of this operation can be made out as the same one when it is sent again. */
    public static boolean taken(ApiOperation operation) {
        return operation.parameter(NAME).isPresent() && !ReadVerb.isRead(operation);
    }

    /** The arguments with a new token, unless the operation takes none or one is given already. */
    public static Map<String, Object> filled(ApiOperation operation, Map<String, Object> arguments) {
        Object given = arguments.get(NAME);
        if (given != null && !given.toString().isBlank() || !taken(operation)) {
            return arguments;
        }
        Map<String, Object> filled = new LinkedHashMap<>(arguments);
        filled.put(NAME, UUID.randomUUID().toString());
        return filled;
    }
}
