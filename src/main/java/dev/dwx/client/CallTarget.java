package dev.dwx.client;

/**
 * Which region's endpoint a call goes to.
 *
 * @param region region id, {@code cn-shanghai}
 */
public record CallTarget(String region) {
}
