package dev.dwx.sandbox.world;

import dev.dwx.catalog.OperationName;
import java.util.ArrayList;
import java.util.List;

/** Names as the service spells them: the words of a compound, the same word in the other version's spelling. */
final class Names {
    private Names() {
    }

    /** The compound's endings, the longest first: {@code DataQualityRule}, {@code QualityRule}, {@code Rule}. */
    static List<String> endings(String noun) {
        List<String> endings = new ArrayList<>();
        int start = 0;
        for (String word : OperationName.split(noun)) {
            endings.add(noun.substring(start));
            start += word.length();
        }
        return endings;
    }

    /** The first word of an operation's name, which tells what is done in all families but those of data protection. */
    static String verb(String operation) {
        List<String> words = OperationName.split(operation);
        return words.isEmpty() ? "" : words.get(0);
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
