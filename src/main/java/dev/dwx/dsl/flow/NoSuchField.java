package dev.dwx.dsl.flow;

import groovy.lang.MissingPropertyException;

/** A name that a document does not have; says which it has. */
public final class NoSuchField extends MissingPropertyException {
    private static final long serialVersionUID = 1L;

    private final String message;

    NoSuchField(String name, Class<?> type, String message) {
        super(name, type);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
