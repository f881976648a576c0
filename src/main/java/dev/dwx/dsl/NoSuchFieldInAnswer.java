package dev.dwx.dsl;

import groovy.lang.MissingPropertyException;
import java.util.List;

/** A name that an answer does not have; says which it has. */
public final class NoSuchFieldInAnswer extends MissingPropertyException {
    private static final long serialVersionUID = 1L;

    /** As many names as are read at a glance, beside a likely one. */
    private static final int FEW = 6;

    private final String message;

    NoSuchFieldInAnswer(String name, String path, List<String> names, List<String> near) {
        super(name, AnswerMap.class);
        StringBuilder text = new StringBuilder("There is no ").append(name).append(" in ")
                .append(path.isEmpty() ? "the answer" : path).append('.');
        if (!near.isEmpty()) {
            text.append(" Did you mean ").append(String.join(" or ", near)).append('?');
        }
        if (near.isEmpty() || names.size() <= FEW) {
            text.append(names.isEmpty() ? " It is empty." : " It has: " + String.join(", ", names) + ".");
        }
        message = text.toString();
    }

    private NoSuchFieldInAnswer(String name, String words) {
        super(name, AnswerMap.class);
        message = words;
    }

    /** The name is one of the items', not of the listing itself. */
    static NoSuchFieldInAnswer ofItems(String name) {
        return new NoSuchFieldInAnswer(name, name + " is a field of the items: *." + name + " takes it from all of them, [0]." + name
                + " from the first.");
    }

    @Override
    public String getMessage() {
        return message;
    }
}
