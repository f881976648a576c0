package dev.dwx.dsl;

import dev.dwx.texts.Texts;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;

/**
 * The way from a class that a script declares to the session that compiled it, found by the class's loader. Called by compiled
 * scripts; public for that reason only.
 */
public final class UserClassCalls {
    private UserClassCalls() {
    }

    /** A call that the class does not know. */
    public static Object call(Class<?> type, Object self, String name, Object arguments) {
        Object[] list = arguments instanceof Object[] array ? array : new Object[] {arguments};
        GroovyEvaluator evaluator = evaluator(type);
        if (evaluator == null) {
            throw new MissingMethodException(name, type, list);
        }
        return evaluator.call(name, list, self);
    }

    /** A name that the class does not know. */
    public static Object property(Class<?> type, Object self, String name) {
        GroovyEvaluator evaluator = evaluator(type);
        if (evaluator == null) {
            throw new MissingPropertyException(name, type);
        }
        return evaluator.property(name, self);
    }

    /**
     * The session of the piece of source that an object belongs to: a script, an object of a class that it declares, or the class.
     *
     * @throws IllegalStateException when it belongs to none
     */
    static Session session(Object self) {
        if (self instanceof DwxScript script) {
            return script.session();
        }
        GroovyEvaluator evaluator = evaluator(self instanceof Class<?> type ? type : self.getClass());
        if (evaluator == null) {
            throw new IllegalStateException(Texts.of("This only works in the language of dwx."));
        }
        return evaluator.session();
    }

    private static GroovyEvaluator evaluator(Class<?> type) {
        for (ClassLoader loader = type.getClassLoader(); loader != null; loader = loader.getParent()) {
            if (loader instanceof SessionLoader session) {
                return session.evaluator();
            }
        }
        return null;
    }
}
