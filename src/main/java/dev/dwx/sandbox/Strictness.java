package dev.dwx.sandbox;

/**
 * What the sandbox insists on. {@link #STRICT}, the default, is never kinder than the service; {@link #LENIENT} lets
 * pass what does no harm while something is tried by hand. Signatures, required parameters and types are checked in
 * both.
 *
 * @param placement refuse a parameter sent in the query that belongs into the form, and the other way round.
 *     When off, it is taken from wherever it is
 * @param unknownParameters refuse a parameter that the operation does not have. When off, it is ignored
 * @param ranges refuse numbers, texts and lists outside the documented limits
 * @param nonces refuse a signature nonce that was used before
 * @param clock refuse a time stamp more than 15 minutes off
 * @param secureOnly refuse plain HTTP, as the public endpoints do for operations that are HTTPS only. Off in both
 *     constants, since a sandbox on loopback is mostly used without TLS
 */
public record Strictness(
        boolean placement,
        boolean unknownParameters,
        boolean ranges,
        boolean nonces,
        boolean clock,
        boolean secureOnly) {

    public static final Strictness STRICT = new Strictness(true, true, true, true, true, false);
    public static final Strictness LENIENT = new Strictness(false, false, false, true, true, false);
}
