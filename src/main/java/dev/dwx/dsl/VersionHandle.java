package dev.dwx.dsl;

import groovy.lang.GroovyObjectSupport;

/** {@code v2024} and {@code v2020}: operations of exactly that API version. */
public final class VersionHandle extends GroovyObjectSupport {
    private final Session session;
    private final String version;

    VersionHandle(Session session, String version) {
        this.session = session;
        this.version = version;
    }

    /** Any method that this class does not have is an operation. */
    @Override
    public Object invokeMethod(String name, Object arguments) {
        Object[] list = arguments instanceof Object[] array ? array : new Object[] {arguments};
        if ("toString".equals(name) && list.length == 0) {
            return toString();
        }
        return session.call(version, name, session.named(name, list));
    }

    /** The handle of an operation. */
    @Override
    public Object getProperty(String name) {
        return new OperationHandle(session, session.operation(version, name), false);
    }

    @Override
    public String toString() {
        return version;
    }
}
