package dev.dwx.catalog;

/**
 * One parameter of an operation.
 *
 * @param name exact spelling; case counts
 * @param in where it goes
 * @param style how lists and objects become text
 * @param schema form of its value; {@code schema.required()} says whether the call is refused without it
 */
public record ApiParameter(String name, Placement in, Style style, Schema schema) {
    public boolean required() {
        return schema.required();
    }
}
