package dev.dwx.dsl;

import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.NearNames;
import groovy.lang.MissingPropertyException;
import java.util.ArrayList;
import java.util.List;

/** A bare word that means nothing here: no variable, no verb, no operation. */
public final class UnknownName extends MissingPropertyException {
    private static final long serialVersionUID = 1L;

    private final String message;

    UnknownName(String name, Object owner, List<String> near) {
        super(name, owner instanceof Class<?> type ? type : owner.getClass());
        message = Verbs.names().contains(name)
                ? "'" + name + "' is a verb and wants something to work on, for example " + Verbs.example(name) + "."
                : "'" + name + "' is no variable, no verb and no operation."
                + (near.isEmpty() ? next(name) : " Did you mean " + String.join(" or ", near) + "?");
    }

    private static String next(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0)) ? " apis('words') finds operations."
                : " A text stands in quotes: '" + name + "'.";
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
