package dev.dwx.dsl;

import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.NearNames;
import dev.dwx.texts.Texts;
import groovy.lang.MissingPropertyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A bare word that means nothing here: no variable, no verb, no operation. */
public final class UnknownName extends MissingPropertyException {
    private static final long serialVersionUID = 1L;

    /** Names that a prompt gives to values; nothing else has them. */
    public static final Set<String> OF_THE_PROMPT = Set.of("_", "__", "___", "_e", "In", "Out");

    private final String message;

    UnknownName(String name, Object owner, List<String> near) {
        super(name, owner instanceof Class<?> type ? type : owner.getClass());
        message = OF_THE_PROMPT.contains(name)
                ? Texts.of("'{0}' is a value of the prompt, and there is none here: give values that you want later a name, nodes = ListNodes()", name)
                : Verbs.names().contains(name)
                ? Texts.of("'{0}' is a verb and wants something to work on, for example {1}.", name, Verbs.example(name))
                : Texts.of("'{0}' is no variable, no verb and no operation.{1}", name,
                        near.isEmpty() ? next(name) : Texts.of(" Did you mean {0}?", String.join(Texts.of(" or "), near)));
    }

    private static String next(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0)) ? Texts.of(" apis('words') finds operations.")
                : Texts.of(" A text stands in quotes: '{0}'.", name);
    }

    static List<String> near(String name, List<String> variables, Session session) {
        List<String> known = new ArrayList<>(variables);
        known.addAll(Verbs.names());
        if (!name.isEmpty() && (Character.isUpperCase(name.charAt(0)) || name.length() > 6)) {
            for (ApiSummary summary : session.catalog().list()) {
                known.add(summary.name());
            }
        }
        return NearNames.of(name, known);
    }

    @Override
    public String getMessage() {
        return message;
    }
}
