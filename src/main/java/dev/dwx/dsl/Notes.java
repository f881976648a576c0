package dev.dwx.dsl;

/** Hears one-line remarks meant for the person at work: what was filled in, converted or worth a second look. */
@FunctionalInterface
public interface Notes {
    /** Nobody listens. */
    Notes NONE = line -> { };

    void note(String line);
}
