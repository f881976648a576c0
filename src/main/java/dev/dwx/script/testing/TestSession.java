package dev.dwx.script.testing;

import dev.dwx.dsl.Evaluator;
import java.util.List;

/** A session of its own for one script: a world that nobody else has touched, or a cassette. */
public interface TestSession extends AutoCloseable {
    /** What answers: {@code sandbox}, or a cassette's path. */
    String against();

    Evaluator evaluator();

    /** How the script's calls differed from the cassette's, in words. */
    List<String> drift(boolean ended);

    /** What was printed so far. */
    String output();

    @Override
    void close();
}
