package dev.dwx.flowspec.lint;

/**
 * A change of a document that a machine can make.
 *
 * @param kind what is done
 * @param path where: as in {@link Finding#path()}, and {@code [+]} for one more element of a list
 * @param value what is set there, or the key that a key is renamed to; {@code null} when something is removed
 */
public record QuickFix(Kind kind, String path, Object value) {
    /** What is done. */
    public enum Kind { SET, REMOVE, RENAME }

    static QuickFix set(String path, Object value) {
        return new QuickFix(Kind.SET, path, value);
    }

    static QuickFix remove(String path) {
        return new QuickFix(Kind.REMOVE, path, null);
    }

    static QuickFix rename(String path, String key) {
        return new QuickFix(Kind.RENAME, path, key);
    }

    QuickFix at(String place) {
        return new QuickFix(kind, place, value);
    }
}
