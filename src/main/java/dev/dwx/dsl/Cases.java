package dev.dwx.dsl;

import java.util.function.Supplier;

/** Runs the {@code test('name') { … }} blocks of a script. */
@FunctionalInterface
public interface Cases {
    /** Runs each where it stands; one that fails ends the script. */
    Cases IN_LINE = (name, block) -> block.get();

    /**
     * Runs one, or leaves it out.
     *
     * @param block throws a {@link ScriptFailure} with the place when it fails
     */
    void run(String name, Supplier<Object> block);
}
