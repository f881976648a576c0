package dev.dwx.sandbox.fault;

/**
 * A fault with the calls that it meets.
 *
 * @param fault what goes wrong
 * @param on which calls it looks at
 * @param times how often it happens at most, or {@link #ALWAYS}
 * @param every it happens at every n-th of the calls that it looks at
 * @param rate the part of them that it happens at, drawn from the seed
 * @param seed the same seed draws the same calls
 */
public record FaultRule(Fault fault, CallPattern on, long times, long every, double rate, long seed) {
    /** Until it is removed. */
    public static final long ALWAYS = Long.MAX_VALUE;

    /** A fault that the next call meets, whatever it is. */
    public static FaultRule once(Fault fault) {
        return new FaultRule(fault, CallPattern.ANY, 1, 1, 1, 1);
    }
}
