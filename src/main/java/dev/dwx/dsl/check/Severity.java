package dev.dwx.dsl.check;

import java.util.Locale;

/** How sure a finding is. */
public enum Severity {
    /** The script would fail there; it is not begun. */
    ERROR,
    /** Most likely not what was meant; the script runs all the same. */
    WARNING;

    /** As it is written in lists: {@code error}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
