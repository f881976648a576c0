package dev.dwx.repl.complete;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is being typed at the cursor: a pure function of the text and the cursor's place, so that no source of
 * candidates has to know about positions, quotes or brackets.
 */
public sealed interface CompletionContext {
    /** What is there of the word, up to the cursor, without a quote. */
    String prefix();

    /** The end of the text before the cursor that a candidate replaces: the word, with the quote that begins it. */
    default String replaced() {
        return prefix();
    }

    /** Nothing that can be completed: a comment, a text, a number. */
    record Nothing(String prefix) implements CompletionContext {
    }

    /** The name of a {@code :} command, without the colon. */
    record CommandName(String prefix) implements CompletionContext {
    }

    /** What follows a {@code :} command; {@code !} is the command of a line that begins with it. */
    record CommandArgument(String command, String prefix) implements CompletionContext {
    }

    /** A bare name. */
    record OperationName(String prefix) implements CompletionContext {
    }

    /** Several words at the beginning of a statement, such as {@code failed instances}. */
    record SearchWords(String prefix) implements CompletionContext {
    }

    /** A word at the beginning of a statement inside a block; {@code block} is the word that begins the block. */
    record BlockWord(String block, String prefix) implements CompletionContext {
    }

    /** A name behind {@code v2020.} or {@code v2024.}; {@code pin} is the year. */
    record PinnedOperation(String pin, String prefix) implements CompletionContext {
    }

    /** A member behind an operation's name, {@code ListProjects.he}. */
    record HandleMember(Callee callee, String prefix) implements CompletionContext {
    }

    /** A member of a value: {@code nodes.items[0].Na}; {@code before} is the text up to the word. */
    record Member(Chain chain, String before, String prefix) implements CompletionContext {
    }

    /** A parameter's name inside an operation's call. */
    record ParameterName(Callee callee, Set<String> given, String prefix) implements CompletionContext {
    }

    /**
     * A place in a list or map inside a parameter's value where a key may be written.
     *
     * @param way the way to the place: keys, and {@code []} for elements of lists; the place itself is not in it
     * @param given keys that stand beside it
     */
    record ParameterKey(Callee callee, String parameter, List<String> way, Set<String> given, Map<String, String> arguments, String prefix)
            implements CompletionContext {
    }

    /**
     * A parameter's value, or one within it.
     *
     * @param way the way to the value inside the parameter's; empty for the parameter's own
     * @param arguments the other arguments of the call that are plain texts and numbers
     */
    record ParameterValue(Callee callee, String parameter, List<String> way, Map<String, String> arguments, Literal literal)
            implements CompletionContext {
        @Override
        public String prefix() {
            return literal.text();
        }

        @Override
        public String replaced() {
            return literal.replaced();
        }
    }

    /**
     * A place in a JSON text that is a parameter's value.
     *
     * @param closed whether the closing quote of the word stands behind the cursor already
     */
    record JsonWord(Callee callee, String parameter, JsonPlace place, boolean closed) implements CompletionContext {
        @Override
        public String prefix() {
            return place.word();
        }

        @Override
        public String replaced() {
            return (place.quoted() ? "\"" : "") + place.word();
        }

        /** As it is typed, with the quotes that JSON wants whether they are there or not. */
        Literal literal() {
            return new Literal("\"", place.word(), closed);
        }
    }

    /**
     * An argument of a word of dwx's own: of a verb, or of a word in a block.
     *
     * @param word {@code logs}, {@code type}, {@code new File}
     * @param block the word that begins the block it stands in, or {@code null}
     * @param name the argument's name, or {@code null} for one by its place, which is {@code place}
     * @param nameable whether an argument's name may be written here as well
     * @param given names of the other arguments
     */
    record WordArgument(String word, String block, String name, int place, boolean nameable, Set<String> given, String before, Literal literal)
            implements CompletionContext {
        @Override
        public String prefix() {
            return literal.text();
        }

        @Override
        public String replaced() {
            return literal.replaced();
        }
    }

    /**
     * A value as far as it is typed.
     *
     * @param quote the quote that begins it, or empty
     * @param text what is typed behind the quote
     * @param closed whether the closing quote stands behind the cursor already
     */
    record Literal(String quote, String text, boolean closed) {
        String replaced() {
            return quote + text;
        }

        /** A text as it has to be written here, quotes included as far as they are not behind the cursor. */
        String quoted(String value) {
            String mark = quote.isEmpty() ? "'" : quote;
            String escaped = value.replace("\\", "\\\\").replace(mark, "\\" + mark).replace("\n", "\\n");
            return mark + (mark.equals("\"") ? escaped.replace("$", "\\$") : escaped) + (closed ? "" : mark);
        }

        /** A number, a truth or a name: without quotes, unless one has been closed already. */
        String plain(String value) {
            return closed ? quoted(value) : value;
        }
    }

    /**
     * The operation that is called.
     *
     * @param operation its name
     * @param pin the year of the version that is asked for ({@code 2020}), or {@code null}
     */
    record Callee(String operation, String pin) {
        /** Reads {@code ListProjects}, {@code v2020.ListFiles} or {@code ListNodes.all}; {@code null} for anything else. */
        static Callee of(String path) {
            String[] parts = path.split("\\.");
            String pin = parts.length > 0 && isPin(parts[0]) ? parts[0].substring(1) : null;
            int name = pin == null ? 0 : 1;
            boolean operation = name < parts.length && parts.length - name <= 2 && !parts[name].isEmpty()
                    && Character.isUpperCase(parts[name].charAt(0));
            return operation ? new Callee(parts[name], pin) : null;
        }

        static boolean isPin(String word) {
            return word.length() == 5 && word.charAt(0) == 'v' && word.chars().skip(1).allMatch(Character::isDigit);
        }
    }

    /**
     * The context at a place.
     *
     * @param text the whole input
     * @param cursor between 0 and its length
     */
    static CompletionContext of(String text, int cursor) {
        return new ContextReader(text, cursor).read();
    }
}
