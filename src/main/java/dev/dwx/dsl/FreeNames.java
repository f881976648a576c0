package dev.dwx.dsl;

import groovy.lang.MissingMethodException;
import java.util.List;
import java.util.Optional;

/** What a name means that neither a script nor its variables know: an operation, or nothing, and then what may have been meant. */
final class FreeNames {
    private final Session session;

    FreeNames(Session session) {
        this.session = session;
    }

    /**
     * A call.
     *
     * @param caller the object, or the class, that the name was used in
     */
    Object call(String name, Object[] arguments, Object caller) {
        if (name.isEmpty() || !Character.isUpperCase(name.charAt(0))) {
            if (session.names().wrongCase(name) != null) {
                throw session.names().unknown(null, session.context().version(), name);
            }
            Class<?> type = caller instanceof Class<?> named ? named : caller.getClass();
            throw new MissingMethodException(name, type, arguments);
        }
        return session.call(null, name, session.named(name, arguments));
    }

    /** The value of a bare name. */
    Object property(String name, Object owner, List<String> variables) {
        if (!name.isEmpty() && Character.isUpperCase(name.charAt(0))) {
            Optional<OperationHandle> handle = session.handle(null, name);
            if (handle.isPresent()) {
                return handle.get();
            }
        }
        throw new UnknownName(name, owner, UnknownName.near(name, variables, session));
    }
}
