package dev.dwx.client.limits;

/**
 * Whose calls are counted together: the service's limits hold for an account in a region.
 *
 * @param account hash of the key in use
 * @param region region id, or {@code -} for none
 */
record LedgerKey(String account, String region) {
    LedgerKey {
        region = region == null ? "-" : region;
    }
}
