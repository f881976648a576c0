package dev.dwx.dsl;

/** Shows a value in a form that a script asks for with {@code table x}, {@code json x}, {@code csv x} or {@code yaml x}. */
@FunctionalInterface
public interface Shower {
    /**
     * Shows a value now.
     *
     * @param form {@code table}, {@code json}, {@code csv} or {@code yaml}
     * @return what the verb gives to the script; {@code null} when it has been shown and nothing is left to say
     */
    Object show(String form, Object value);
}
