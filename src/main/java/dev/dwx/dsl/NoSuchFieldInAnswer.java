package dev.dwx.dsl;

import dev.dwx.texts.Texts;
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
        StringBuilder text = new StringBuilder(path.isEmpty() ? Texts.of("There is no {0} in the answer.", name)
                : Texts.of("There is no {0} in {1}.", name, path));
        if (!near.isEmpty()) {
            text.append(Texts.of(" Did you mean {0}?", String.join(Texts.of(" or "), near)));
        }
        if (near.isEmpty() || names.size() <= FEW) {
            text.append(names.isEmpty() ? Texts.of(" It is empty.") : Texts.of(" It has: {0}.", String.join(", ", names)));
        }
        message = text.toString();
    }

    private NoSuchFieldInAnswer(String name, String words) {
        super(name, AnswerMap.class);
        message = words;
    }

    /** The name is one of the items', not of the listing itself. */
    static NoSuchFieldInAnswer ofItems(String name) {
        return new NoSuchFieldInAnswer(name, Texts.of("{0} is a field of the items: *.{0} takes it from all of them, [0].{0} from the"
                + " first.", name));
    }

    @Override
    public String getMessage() {
        return message;
    }
}
