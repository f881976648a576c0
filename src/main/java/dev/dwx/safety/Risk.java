package dev.dwx.safety;

/** What an operation may do to the workspace, the mildest first. */
public enum Risk {
    /** Changes nothing. */
    READ,
    /** Makes or changes something; goes into the audit log. */
    WRITE,
    /** Takes something away or stops it; asks first, and goes into the audit log. */
    DESTRUCTIVE;

    /** The graver of the two. */
    public Risk or(Risk other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
