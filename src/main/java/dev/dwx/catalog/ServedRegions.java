package dev.dwx.catalog;

import java.util.Set;

/** Regions where DataWorks is served, after the vendor's endpoint table. */
public final class ServedRegions {
    private static final Set<String> OWN_HOST = Set.of("cn-hangzhou", "cn-shanghai", "cn-shenzhen", "cn-beijing",
            "cn-zhangjiakou", "cn-chengdu", "cn-wulanchabu", "cn-hongkong", "ap-southeast-1", "ap-southeast-3",
            "ap-southeast-5", "ap-northeast-1", "ap-northeast-2", "us-west-1", "us-east-1", "eu-central-1",
            "eu-west-1", "me-east-1", "me-central-1", "cn-shanghai-finance-1", "cn-shenzhen-finance-1",
            "cn-beijing-finance-1", "cn-north-2-gov-1");
    /** Served by the central host. */
    private static final Set<String> CENTRAL = Set.of("cn-hangzhou-finance", "cn-qingdao", "cn-huhehaote");

    private ServedRegions() {
    }

    /** Whether a region has a host of its own. */
    public static boolean haveOwnHost(String region) {
        return OWN_HOST.contains(region);
    }

    /** Whether a region is served by the central host. */
    public static boolean areCentral(String region) {
        return CENTRAL.contains(region);
    }

    /** Whether the service answers for a region at all. */
    public static boolean contain(String region) {
        return OWN_HOST.contains(region) || CENTRAL.contains(region);
    }
}
