package dev.dwx.client;

import dev.dwx.catalog.ServedRegions;
import dev.dwx.texts.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which gateway serves a region. The vendor's SDKs carry a table and, for a region that is not in it, build a host
 * name that does not exist ({@code dataworks-public.<region>…}); their switch to the internal network has no effect
 * for a region that is. Here both hosts are built from their patterns, with the few exceptions named.
 */
public final class Endpoints {
    private static final String CENTRAL = "dataworks.aliyuncs.com";

    /** Served regions that have no host on the internal network. */
    private static final Set<String> WITHOUT_VPC = Set.of("cn-beijing-finance-1", "cn-north-2-gov-1");

    private final Endpoint override;
    private final boolean vpc;

    /**
     * @param override the one endpoint for every region, or {@code null}
     * @param vpc whether hosts of the internal network are used
     */
    public Endpoints(Endpoint override, boolean vpc) {
        this.override = override;
        this.vpc = vpc;
    }

    /**
     * Reads options and environment. An endpoint given as option wins over {@code DWX_ENDPOINT}. The network is
     * {@code vpc} or {@code public}, by option, {@code DWX_NETWORK} or
     * {@code ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED=true}.
     *
     * @throws IllegalArgumentException when one of them cannot be used; the message says which
     */
    public static Endpoints of(String endpoint, String network, Map<String, String> environment) {
        String address = firstOf(endpoint, environment.get("DWX_ENDPOINT"));
        return new Endpoints(address == null ? null : Endpoint.parse(address), isInternal(network, environment));
    }

    /**
     * Whether option or environment choose the internal network.
     *
     * @throws IllegalArgumentException when they name one that there is not
     */
    public static boolean isInternal(String network, Map<String, String> environment) {
        String choice = firstOf(network, environment.get("DWX_NETWORK"));
        if (choice == null) {
            return "true".equalsIgnoreCase(environment.get("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED"));
        }
        if (!choice.equalsIgnoreCase("vpc") && !choice.equalsIgnoreCase("public")) {
            throw new IllegalArgumentException(Texts.of("no network is called {0}; there are public and vpc", choice));
        }
        return choice.equalsIgnoreCase("vpc");
    }

    private static String firstOf(String option, String variable) {
        if (option != null && !option.isBlank()) {
            return option.strip();
        }
        return variable == null || variable.isBlank() ? null : variable.strip();
    }

    /** The endpoint for every region, or {@code null} when regions have their own. */
    public Endpoint override() {
        return override;
    }

    /**
     * The endpoint of a region.
     *
     * @param region region id; may be {@code null} only when one endpoint serves all
     * @throws IllegalArgumentException when there is no region, or its name cannot be part of a host name
     */
    public Endpoint of(String region) {
        if (override != null) {
            return override;
        }
        if (region == null || region.isBlank()) {
            throw new IllegalArgumentException(Texts.of("no region is chosen"));
        }
        String name = region.strip().toLowerCase(Locale.ROOT);
        if (!isRegionName(name)) {
            throw new IllegalArgumentException(Texts.of("'{0}' is no region id; one looks like cn-shanghai",
                    name.length() > 40 ? name.substring(0, 40) + "…" : name));
        }
        if (ServedRegions.areCentral(name)) {
            return new Endpoint("https", CENTRAL, -1, vpc
                    ? Texts.of("{0} has no endpoint on the internal network; the central public one is used", name) : null);
        }
        if (vpc && WITHOUT_VPC.contains(name)) {
            return new Endpoint("https", "dataworks." + name + ".aliyuncs.com", -1,
                    Texts.of("{0} has no endpoint on the internal network; the public one is used", name));
        }
        String host = (vpc ? "dataworks-vpc." : "dataworks.") + name + ".aliyuncs.com";
        return new Endpoint("https", host, -1, ServedRegions.haveOwnHost(name) ? null
                : Texts.of("{0} is not among the regions known to serve DataWorks; trying {1}", name, host));
    }

    private static boolean isRegionName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return name.length() <= 40 && !name.startsWith("-") && !name.endsWith("-");
    }
}
