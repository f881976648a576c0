package dev.dwx.repl.command;

/** Settings that a session has in its context, and the words of the language that change them there. */
final class ContextWords {
    private ContextWords() {
    }

    /** A line of the language with {@code VALUE} for the value in quotes; {@code null} for a setting that is not of the context. */
    static String of(String setting) {
        return switch (setting) {
            case "region" -> "use region: VALUE";
            case "project" -> "project VALUE";
            case "version" -> "use version: VALUE";
            case "environment" -> "use environment: VALUE";
            case "zone" -> "use zone: VALUE";
            default -> null;
        };
    }

    /** What to type for a setting that a session began with and cannot change by a word; {@code null} for all others. */
    static String atStart(String setting, String value) {
        return switch (setting) {
            case "profile" -> ":profile " + value;
            case "read-only" -> "use readOnly: true";
            case "edition", "credentials" -> "dwx --profile NAME";
            default -> null;
        };
    }
}
