package dev.dwx.repl.command;

/** Settings that a session has in its context, and what changes them there. */
final class ContextWords {
    private ContextWords() {
    }

    /** What to type, with {@code VALUE} for the value; {@code null} for a setting that is not of the context. */
    static String of(String setting) {
        return switch (setting) {
            case "profile" -> ":profile VALUE";
            case "region" -> ":region VALUE";
            case "project" -> ":project VALUE";
            case "version" -> ":use VALUE";
            case "environment" -> "use environment: 'VALUE'";
            case "zone" -> "use zone: 'VALUE'";
            case "read-only" -> "use readOnly: true";
            case "edition", "credentials" -> "dwx --profile NAME";
            default -> null;
        };
    }
}
