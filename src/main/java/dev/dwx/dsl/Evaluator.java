package dev.dwx.dsl;

import java.util.List;
import java.util.Map;

/**
 * Runs pieces of the language in one session: the prompt, scripts, pipes and notebooks all go through it. Variables,
 * imports, methods and classes of one piece are there in the next.
 */
public interface Evaluator {
    /**
     * Evaluates one piece of source as a cell: what is declared at its top ({@code def x = 1} too) belongs to the session.
     *
     * @param source Groovy text of the language
     * @param name what error messages call it: a file's path, {@code -e}, {@code In[3]}
     * @return the value of the last expression, or {@code null}
     * @throws ScriptFailure for anything that goes wrong, with the place in the source where it did; the original
     *     error is the cause
     */
    Object evaluate(String source, String name);

    /**
     * Evaluates a whole file: {@code def x = 1} at its top is the file's own, as in any Groovy script, and runs at the speed of
     * a local variable. {@code args} holds the arguments.
     *
     * @throws ScriptFailure as {@link #evaluate} does
     */
    default Object runFile(String source, String name, List<String> arguments) {
        return evaluate(source, name);
    }

    /**
     * Looks through a whole file and runs nothing of it: what the compiler says, and what its calls would be refused for.
     *
     * @return what was found, in the order of the lines; empty for a file that may be run
     */
    default List<Checked> check(String source, String name) {
        return List.of();
    }

    /** The session's variables by their names, in the order in which they came. */
    default Map<String, Object> variables() {
        return Map.of();
    }

    /** Puts a variable into the session, for the next piece. */
    default void set(String name, Object value) {
    }

    /** The imports that hold for the next piece, as they are written: {@code import java.time.Duration as D}. */
    default List<String> imports() {
        return List.of();
    }

    /** What pieces have defined: methods as {@code twice(Object n)}, then classes by their kind, {@code class Point}. */
    default List<String> definitions() {
        return List.of();
    }

    /** Whether a variable, method or class of the name was made in the session; answers at once, from any thread. */
    default boolean knows(String name) {
        return false;
    }
}
