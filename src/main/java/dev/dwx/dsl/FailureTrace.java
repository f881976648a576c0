package dev.dwx.dsl;

import dev.dwx.catalog.SecretNames;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import groovy.lang.MissingMethodException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.codehaus.groovy.runtime.powerassert.PowerAssertionError;

/**
 * The stack trace of an error without the secrets that messages quote. Two kinds of message show values with no name beside
 * them: a failed assertion, and a method that does not exist; the values are left out there.
 */
public final class FailureTrace {
    private FailureTrace() {
    }

    /** The whole trace with its causes, lines separated by {@code \n}, none at the end. */
    public static String of(Throwable error) {
        StringBuilder out = new StringBuilder();
        append(out, error, "", Collections.newSetFromMap(new IdentityHashMap<>()));
        return out.toString().stripTrailing();
    }

    private static void append(StringBuilder out, Throwable error, String caption, Set<Throwable> seen) {
        out.append(caption).append(error.getClass().getName());
        String message = message(error);
        if (message != null) {
            out.append(": ").append(message);
        }
        out.append('\n');
        if (!seen.add(error)) {
            return;
        }
        for (StackTraceElement frame : error.getStackTrace()) {
            out.append("    at ").append(frame).append('\n');
        }
        for (Throwable further : error.getSuppressed()) {
            append(out, further, "Suppressed: ", seen);
        }
        if (error.getCause() != null) {
            append(out, error.getCause(), "Caused by: ", seen);
        }
    }

    private static String message(Throwable error) {
        String message = error.getMessage();
        if (message == null) {
            return null;
        }
        // By name first: errors are shown before Groovy is loaded, too.
        String type = error.getClass().getName();
        if (type.startsWith("groovy.") && error instanceof MissingMethodException missing) {
            return Texts.of("no method {0} for {1}", missing.getMethod(),
                    missing.getType() == null ? "null" : missing.getType().getName());
        }
        return type.startsWith("org.codehaus.groovy.") && error instanceof PowerAssertionError ? assertion(message)
                : Redactor.text(message);
    }

    /** A failed assertion; its values only where no name in it tells of a secret. */
    static String assertion(String message) {
        String text = message == null ? "" : message.strip();
        int end = text.indexOf('\n');
        String source = end < 0 ? text : text.substring(0, end);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= source.length(); i++) {
            if (i < source.length() && Character.isJavaIdentifierPart(source.charAt(i))) {
                word.append(source.charAt(i));
            } else if (word.length() > 0) {
                if (SecretNames.isSecret(word.toString())) {
                    return Texts.of("{0}\n(the values are not shown: one may be a secret)", Redactor.text(source));
                }
                word.setLength(0);
            }
        }
        return Redactor.text(text);
    }
}
