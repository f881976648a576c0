package dev.dwx.repl.command;

import java.util.Set;

/**
 * Inputs that are commands in short: {@code !ls} for {@code :shell ls}, {@code ListProjects?} for {@code :about ListProjects} and
 * {@code ListProjects??} for {@code :examples ListProjects}. What begins with {@code :} is a command as it is, and all else is the
 * language.
 */
public final class Shorthand {
    private static final Set<String> LEAVING = Set.of("exit", "quit", "exit()", "quit()");

    private Shorthand() {
    }

    /** Whether the input leaves the prompt, written as other shells and languages have it, too. */
    public static boolean leaves(String input) {
        return LEAVING.contains(input.endsWith(";") ? input.substring(0, input.length() - 1).stripTrailing() : input);
    }

    /** The command that an input is, beginning with a colon; {@code null} when it is the language. */
    public static String command(String input) {
        String text = input.strip();
        if (text.startsWith(":")) {
            return text;
        }
        if (text.equals("help") || text.equals("?") || text.equals("??")) {
            return ":help";
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
