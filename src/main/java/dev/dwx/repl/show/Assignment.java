package dev.dwx.repl.show;

import dev.dwx.dsl.SourceScan;

/** Finds the name in a statement that only gives a value a name: {@code nodes = ListNodes()}. */
public final class Assignment {
    private Assignment() {
    }

    /** The name that the last statement of the source assigns, or {@code null} when it does anything else. */
    public static String in(String source) {
        String statement = SourceScan.of(source).lastStatement();
        int equals = statement.indexOf('=');
        if (equals <= 0 || equals + 1 < statement.length() && "=~>".indexOf(statement.charAt(equals + 1)) >= 0) {
            return null;
        }
        String[] words = statement.substring(0, equals).strip().split("\\s+");
        if (words.length > 2) {
            return null;
        }
        for (String word : words) {
            if (!isName(word)) {
                return null;
            }
        }
        return words[words.length - 1];
    }

    private static boolean isName(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (i == 0 ? !Character.isJavaIdentifierStart(c) : !Character.isJavaIdentifierPart(c)) {
                return false;
            }
        }
        return !word.isEmpty();
    }
}
