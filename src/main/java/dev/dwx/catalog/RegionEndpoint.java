package dev.dwx.catalog;

/**
 * Where the service answers in one region.
 *
 * @param regionId {@code cn-shanghai}
 * @param endpoint public host, without scheme
 * @param vpc host inside the region's private network, or {@code null} where there is none
 */
public record RegionEndpoint(String regionId, String endpoint, String vpc) {
}
