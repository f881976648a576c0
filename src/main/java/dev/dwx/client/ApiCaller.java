package dev.dwx.client;

import dev.dwx.catalog.ApiOperation;
import java.util.Map;

/**
 * Sends one API call and gives the decoded answer: the only way from the language to the service.
 * Safe for use by many threads.
 */
public interface ApiCaller {
    /**
     * Calls an operation.
     *
     * @param operation what is called
     * @param arguments by parameter name, checked and coerced already: strings, exact numbers, Booleans, lists
     *     and maps of these. {@code null} values are not sent; an empty string is
     * @param target where to
     * @return the answer of a call that succeeded
     * @throws ApiException when the call failed, for whatever reason: nothing else is thrown
     */
    ApiAnswer call(ApiOperation operation, Map<String, Object> arguments, CallTarget target);

    /** Breaks off the call that a thread is waiting for; it ends with code {@code dwx.Cancelled}. Does nothing when it waits for none. */
    default void cancel(Thread caller) {
    }
}
