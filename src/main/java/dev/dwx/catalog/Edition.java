package dev.dwx.catalog;

import dev.dwx.texts.Texts;
import java.util.Locale;

/**
 * What an edition of DataWorks allows an account, all its users and operations together, in one region. From the
 * vendor's page on the limits of its OpenAPI. A sandbox plays {@link #UNLIMITED} unless told otherwise.
 */
public enum Edition {
    UNLIMITED(0, 0, 0, 0),
    BASIC(5, 5, 100, 3_100),
    STANDARD(5, 5, 1_000, 31_000),
    PROFESSIONAL(5, 5, 10_000, 310_000),
    ENTERPRISE(50, 20, 0, 1_000_000);

    private final int readsPerSecond;
    private final int writesPerSecond;
    private final int callsPerDay;
    private final int freePerMonth;

    Edition(int readsPerSecond, int writesPerSecond, int callsPerDay, int freePerMonth) {
        this.readsPerSecond = readsPerSecond;
        this.writesPerSecond = writesPerSecond;
        this.callsPerDay = callsPerDay;
        this.freePerMonth = freePerMonth;
    }

    /**
     * The edition of that name, in any case.
     *
     * @throws IllegalArgumentException when there is none; its text says which there are
     */
    public static Edition of(String name) {
        for (Edition edition : values()) {
            if (edition.label().equals(name.strip().toLowerCase(Locale.ROOT))) {
                return edition;
            }
        }
        throw new IllegalArgumentException(Texts.of("there is no edition {0}; they are basic, standard, professional, enterprise, and "
                + "unlimited for a sandbox", name.strip()));
    }

    /** As it is typed: {@code basic}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads in one second, 0 for any number. */
    public int readsPerSecond() {
        return readsPerSecond;
    }

    /** Writes in one second, 0 for any number. */
    public int writesPerSecond() {
        return writesPerSecond;
    }

    /** Whether reads and writes together have the one limit of a second. */
    public boolean shared() {
        return readsPerSecond == writesPerSecond;
    }

    /** Calls in one day of the service's time zone, failed ones included; 0 for any number. */
    public int callsPerDay() {
        return callsPerDay;
    }

    /** Successful calls that a calendar month has free; 0 for any number. Beyond them only {@link #ENTERPRISE} goes on, for a price. */
    public int freePerMonth() {
        return freePerMonth;
    }
}
