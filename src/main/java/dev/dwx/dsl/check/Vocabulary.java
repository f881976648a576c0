package dev.dwx.dsl.check;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a script may say, as a session knows it; asked while a script is looked through, and changed by nothing of that. */
public interface Vocabulary {
    /** Something that is wrong with an argument, or with its absence. */
    record Problem(String parameter, String text, boolean error) {
    }

    /** What a call gives for its arguments. */
    enum Given {
        /** All of them stand there. */
        ALL,
        /** There may be more than stand there. */
        SOME,
        /** All of them, and the listing turns the pages by itself. */
        ALL_PAGES
    }

    /**
     * The operation of a name.
     *
     * @param pinned API version, or {@code null} for the default one first and then the other
     */
    Optional<ApiOperation> operation(String pinned, String name);

    /** What a call of a name is refused with that nothing knows. */
    ApiException unknown(String pinned, String name);

    /**
     * What is wrong with the arguments of a call, by the rules that hold at run time.
     *
     * @param arguments by name; {@link NotYetKnown#VALUE} for what only the run will know, at any depth
     * @param contextChanges whether the script itself sets what calls are filled in with
     */
    List<Problem> problems(ApiOperation operation, Map<String, Object> arguments, Given given, boolean contextChanges);

    /** The refusal that a call with such problems ends in. */
    ApiException refusal(ApiOperation operation, List<String> problems);

    /** The names of all that can be asked of an operation that is not called. */
    List<String> handleMethods();

    /** Whether every script has a method of that name, or Groovy gives one to everything. */
    boolean isMethod(String name);

    /** Whether a bare word of that name means something in every script, or is a variable of the session. */
    boolean isName(String name);

    /** The words of the language. */
    List<String> verbs();

    /** An operation whose name differs in its case only, or {@code null}. */
    String wrongCase(String name);

    /**
     * What is wrong with a business date that is written as a literal, or {@code null}.
     */
    String dateProblem(String text);
}
