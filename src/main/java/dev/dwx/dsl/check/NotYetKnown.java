package dev.dwx.dsl.check;

/** Stands for a value that only the run will know; whatever is asked of it, it fits. */
public enum NotYetKnown {
    VALUE;

    @Override
    public String toString() {
        return "…";
    }

    /** Whether a value is not known, or has a part that is not. */
    public static boolean in(Object value) {
        if (value instanceof Iterable<?> list) {
            for (Object element : list) {
                if (in(element)) {
                    return true;
                }
            }
        }
        return value == VALUE || value instanceof java.util.Map<?, ?> map && in(map.values());
    }
}
