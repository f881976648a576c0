package dev.dwx.dsl;

/**
 * One piece of source as it was given.
 *
 * @param id what the compiler calls it; unique, unlike the name
 * @param name what messages call it
 * @param text Groovy text
 */
record Source(String id, String name, String text) {
    /** The line of that number from 1, or {@code null}. */
    String line(int number) {
        int start = 0;
        for (int i = 1; i < number && start >= 0; i++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return null;
            }
        }
        if (number < 1) {
            return null;
        }
        int end = text.indexOf('\n', start);
        String line = end < 0 ? text.substring(start) : text.substring(start, end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
