package dev.dwx.client.sdk;

import dev.dwx.client.Transport;
import dev.dwx.client.TransportException;

/** One family of typed SDKs, for one API version. Safe for use by many threads. */
interface SdkLayout extends AutoCloseable {
    Transport.Reply send(Transport.Outgoing call) throws TransportException;

    /** Breaks off the call that a thread is waiting for. */
    void cancel(Thread caller);

    @Override
    void close();

    /** A class of the SDK, or {@code null} when it is not on the class path; nothing is initialised. */
    static Class<?> find(String name) {
        try {
            return Class.forName(name, false, SdkLayout.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
