package dev.dwx.dsl.lifecycle;

import dev.dwx.texts.Texts;

/**
 * An object of Data Studio that is there.
 *
 * @param kind {@code null} where only the id is known
 * @param id about 19 digits; of the old DataStudio the file's id
 * @param name {@code null} where it is not known
 */
record StudioObject(ObjectKind kind, String id, String name) {
    /** {@code workflow daily_orders (7421…)}. */
    String label() {
        return (kind == null ? Texts.of("object") : kind.spoken()) + " " + (name == null ? id : name + " (" + id + ")");
    }
}
