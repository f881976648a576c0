package dev.dwx.dsl;

/**
 * Runs pieces of the language in one session: the prompt, scripts, pipes and notebooks all go through it. Variables,
 * imports, methods and classes of one piece are there in the next.
 */
public interface Evaluator {
    /**
     * Evaluates one piece of source.
     *
     * @param source Groovy text of the language
     * @param name what error messages call it: a file's path, {@code -e}, {@code In[3]}
     * @return the value of the last expression, or {@code null}
     * @throws ScriptFailure for anything that goes wrong, with the place in the source where it did; the original
     *     error is the cause
     */
    Object evaluate(String source, String name);
}
