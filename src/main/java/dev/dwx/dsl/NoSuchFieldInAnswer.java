package dev.dwx.dsl;

import groovy.lang.MissingPropertyException;
import java.util.List;

/** A name that an answer does not have; says which it has. */
public final class NoSuchFieldInAnswer extends MissingPropertyException {
    private static final long serialVersionUID = 1L;

    private final String message;

    NoSuchFieldInAnswer(String name, String path, List<String> names, List<String> near) {
        super(name, AnswerMap.class);
        StringBuilder text = new StringBuilder("There is no ").append(name).append(" in ")
                .append(path.isEmpty() ? "the answer" : path).append('.');
        if (!near.isEmpty()) {
            text.append(" Did you mean ").append(String.join(" or ", near)).append('?');
        }
        text.append(names.isEmpty() ? " It is empty." : " It has: " + String.join(", ", names) + ".");
        message = text.toString();
    }

    @Override
    public String getMessage() {
        return message;
    }
}
