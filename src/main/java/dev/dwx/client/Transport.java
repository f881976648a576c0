package dev.dwx.client;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.credentials.Credentials;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Carries one call to the service and brings back what it said, whatever that is. Does not judge the answer, never
 * repeats a write, and is safe for use by many threads.
 */
public interface Transport extends AutoCloseable {
    /**
     * One call on its way out.
     *
     * @param operation what is called
     * @param arguments as the caller gave them
     * @param request the same arguments, encoded
     * @param endpoint where to
     * @param credentials who calls
     * @param read whether the call only reads, so that it may be sent a second time
     * @param events told of each event of an event stream as it arrives; {@code null} when nobody wants to know
     */
    record Outgoing(
            ApiOperation operation,
            Map<String, Object> arguments,
            WireRequest request,
            Endpoint endpoint,
            Credentials credentials,
            boolean read,
            Consumer<StreamEvent> events) {

        /** A call whose answer comes in one piece. */
        public Outgoing(ApiOperation operation, Map<String, Object> arguments, WireRequest request, Endpoint endpoint,
                Credentials credentials, boolean read) {
            this(operation, arguments, request, endpoint, credentials, read, null);
        }
    }

    /**
     * What came back.
     *
     * @param status HTTP status
     * @param headers names in lower case; of several values of one name, joined by {@code ;}
     * @param text the body, decoded; empty when there was none
     */
    record Reply(int status, Map<String, String> headers, String text) {
    }

    /**
     * Sends the call and waits for the whole answer, an error answer included.
     *
     * @throws TransportException when no whole answer came; it tells whether anything was sent
     */
    Reply send(Outgoing call) throws TransportException;

    /**
     * Breaks off the call that a thread is waiting for; that thread gets a {@link TransportException} of kind
     * {@link TransportException.Kind#CANCELLED}. Does nothing when it waits for none.
     */
    default void cancel(Thread caller) {
    }

    /** Lets go of connections; a later call opens new ones. */
    @Override
    default void close() {
    }
}
