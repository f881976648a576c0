package dev.dwx.dsl;

/** Shows a value in a form that a script asks for with {@code table x}, {@code json x}, {@code tree x}, {@code browse x} … */
@FunctionalInterface
public interface Shower {
    /**
     * Shows a value now.
     *
     * @param form the word of an {@link dev.dwx.render.OutputForm}; {@code raw}, a table with times as numbers; {@code browse}
     * @return what the verb gives to the script; {@code null} when it has been shown and nothing is left to say
     */
    Object show(String form, Object value);
}
