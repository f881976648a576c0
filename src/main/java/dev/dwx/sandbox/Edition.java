package dev.dwx.sandbox;

/**
 * What an edition of DataWorks allows an account, all its users and operations together, in one region. From the
 * vendor's page on the limits of its OpenAPI. The sandbox plays {@link #UNLIMITED} unless told otherwise.
 */
public enum Edition {
    UNLIMITED(0, 0, 0),
    BASIC(5, 5, 100),
    STANDARD(5, 5, 1_000),
    PROFESSIONAL(5, 5, 10_000),
    ENTERPRISE(50, 20, 0);

    private final int readsPerSecond;
    private final int writesPerSecond;
    private final int callsPerDay;

    Edition(int readsPerSecond, int writesPerSecond, int callsPerDay) {
        this.readsPerSecond = readsPerSecond;
        this.writesPerSecond = writesPerSecond;
        this.callsPerDay = callsPerDay;
    }

    /** Reads in one second, 0 for any number. Where it equals {@link #writesPerSecond()} both share it. */
    public int readsPerSecond() {
        return readsPerSecond;
    }

    /** Writes in one second, 0 for any number. */
    public int writesPerSecond() {
        return writesPerSecond;
    }

    /** Calls in one day, failed ones included; 0 for any number. */
    public int callsPerDay() {
        return callsPerDay;
    }
}
