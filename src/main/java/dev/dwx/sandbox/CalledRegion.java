package dev.dwx.sandbox;

import dev.dwx.catalog.ServedRegions;

/**
 * Which region a call is for. The service knows it by its own host; a client that was pointed at a sandbox may still sign for that
 * host, name it in the header {@code x-acs-region-id} or, as older clients do with every call, in the parameter {@code RegionId}.
 */
final class CalledRegion {
    private CalledRegion() {
    }

    /**
     * The region's id, or {@code null} when the call does not tell.
     *
     * @throws ServiceFault when the service is not open there
     */
    static String of(WireRequest request, RequestParameters parameters) throws ServiceFault {
        String region = request.header("x-acs-region-id");
        if (region == null || region.isEmpty()) {
            region = parameters.common("RegionId");
        }
        if (region == null || region.isEmpty()) {
            region = ofHost(request.header("host"));
        }
        if (region != null && !ServedRegions.contain(region)) {
            throw new ServiceFault(500, "Forbidden.Not.Server", "DataWorks is not served in this region: " + region);
        }
        return region;
    }

    private static String ofHost(String host) {
        if (host == null || !host.endsWith(".aliyuncs.com")) {
            return null;
        }
        String name = host.substring(0, host.length() - ".aliyuncs.com".length());
        int dot = name.indexOf('.');
        boolean own = dot > 0 && (name.startsWith("dataworks.") || name.startsWith("dataworks-vpc."));
        return own ? name.substring(dot + 1) : null;
    }
}
