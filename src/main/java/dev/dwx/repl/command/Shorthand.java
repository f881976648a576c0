package dev.dwx.repl.command;

/**
 * Inputs that are commands in short: {@code !ls} for {@code :shell ls}, {@code ListProjects?} for {@code :about ListProjects} and
 * {@code ListProjects??} for {@code :examples ListProjects}. What begins with {@code :} is a command as it is, and all else is the
 * language.
 */
public final class Shorthand {
    private Shorthand() {
    }

    /** The command that an input is, beginning with a colon; {@code null} when it is the language. */
    public static String command(String input) {
        String text = input.strip();
        if (text.startsWith(":")) {
            return text;
        }
        // != and !~ begin nothing in Groovy either, but a slip of them shall not reach a shell.
        if (text.startsWith("!") && !text.startsWith("!=") && !text.startsWith("!~")) {
            return (":shell " + text.substring(1)).strip();
        }
        if (text.endsWith("?")) {
            boolean two = text.endsWith("??");
            String name = text.substring(0, text.length() - (two ? 2 : 1)).stripTrailing();
            if (isName(name)) {
                return (two ? ":examples " : ":about ") + name;
            }
        }
        return null;
    }

    /** {@code ListProjects}, {@code v2020.ListFiles}, {@code sandbox.clock}, {@code dwx.BadArguments}, {@code :save}. */
    private static boolean isName(String text) {
        int from = text.startsWith(":") ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = c == '.' || c == '-' && i > from;
            if (!inside && !(i == from ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c))) {
                return false;
            }
        }
        return text.length() > from && !text.endsWith(".") && !text.startsWith(".");
    }
}
