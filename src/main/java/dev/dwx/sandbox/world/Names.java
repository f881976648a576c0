package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.List;

/** English as the service's names use it: words of a compound, singular of a plural. */
final class Names {
    private Names() {
    }

    /** The compound's endings, the longest first: {@code DataQualityRule}, {@code QualityRule}, {@code Rule}. */
    static List<String> endings(String noun) {
        List<String> endings = new ArrayList<>();
        endings.add(noun);
        for (int i = 1; i < noun.length(); i++) {
            boolean start = Character.isUpperCase(noun.charAt(i))
                    && (!Character.isUpperCase(noun.charAt(i - 1))
                    || i + 1 < noun.length() && Character.isLowerCase(noun.charAt(i + 1)));
            if (start) {
                endings.add(noun.substring(i));
            }
        }
        return endings;
    }

    /** The length of the leading verb of an operation's name: up to the second word. */
    static int verbLength(String name) {
        for (int i = 1; i < name.length(); i++) {
            if (Character.isUpperCase(name.charAt(i))) {
                return i;
            }
        }
        return name.length();
    }

    static String singular(String noun) {
        if (noun.endsWith("ies")) {
            return noun.substring(0, noun.length() - 3) + "y";
        }
        if (noun.endsWith("sses") || noun.endsWith("tuses") || noun.endsWith("xes")) {
            return noun.substring(0, noun.length() - 2);
        }
        if (noun.endsWith("s") && !noun.endsWith("ss") && !noun.endsWith("us")) {
            return noun.substring(0, noun.length() - 1);
        }
        return noun;
    }

    static boolean plural(String noun) {
        return !singular(noun).equals(noun);
    }

    /** {@code NOT_RUN} for {@code NotRun}. */
    static String snake(String camel) {
        StringBuilder out = new StringBuilder(camel.length() + 4);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(camel.charAt(i - 1))) {
                out.append('_');
            }
            out.append(Character.toUpperCase(c));
        }
        return out.toString();
    }

    /** {@code NotRun} for {@code NOT_RUN}. */
    static String camel(String snake) {
        StringBuilder out = new StringBuilder(snake.length());
        boolean start = true;
        for (int i = 0; i < snake.length(); i++) {
            char c = snake.charAt(i);
            if (c == '_') {
                start = true;
            } else {
                out.append(start ? Character.toUpperCase(c) : Character.toLowerCase(c));
                start = false;
            }
        }
        return out.toString();
    }
}
