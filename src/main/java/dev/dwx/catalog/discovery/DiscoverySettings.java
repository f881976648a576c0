package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiCatalog;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where discovery reads. Each place is an address or a file; {@code {v}} in it stands for the API version. A place
 * that is {@code null} is not asked.
 *
 * @param metadata the service's metadata, {@code …/versions/{v}/api-docs.json}; the document of a single operation
 *     is expected beside it as {@code apis/NAME/api.json}
 * @param help the overview page of the vendor's help
 * @param mcpTools the catalogue of MCP tools
 * @param mcpServer a running MCP server that answers JSON-RPC over HTTP
 * @param language language asked of the metadata, {@code EN_US} or {@code ZH_CN}; {@code null} for the portal's own
 * @param offline whether nothing but files may be read
 * @param acceptLoss whether a document that has lost a large part of the operations is taken nevertheless
 * @param cacheDirectory where the user wants the cache, or {@code null} for the program's choice
 */
public record DiscoverySettings(
        String metadata,
        String help,
        String mcpTools,
        String mcpServer,
        String language,
        boolean offline,
        boolean acceptLoss,
        Path cacheDirectory) {
    private static final String META_ROOT = "/meta/v1";
    private static final String META_PATH = META_ROOT + "/products/" + ApiCatalog.PRODUCT + "/versions/{v}/api-docs.json";
    private static final String HELP_PATH =
            "/zh/dataworks/developer-reference/api-" + ApiCatalog.PRODUCT + "-{v}-overview";
    private static final String MCP_PATH = "/pop-mcp-tools";
    private static final String DOCUMENT = "/api-docs.json";

    /** The vendor's public places; no MCP server, since none is public. */
    public static final DiscoverySettings DEFAULTS = new DiscoverySettings(
            "https://next.api.aliyun.com" + META_PATH,
            "https://help.aliyun.com" + HELP_PATH,
            "https://dataworks.data.aliyun.com" + MCP_PATH,
            null, "EN_US", false, false, null);

    /**
     * The public places, changed by environment variables:
     *
     * <ul>
     * <li>{@code DWX_META_URL}: host of the metadata ({@code http://127.0.0.1:8080}, with or without
     *     {@code /meta/v1}), whole address with {@code {v}}, folder with {@code VERSION/api-docs.json} in it, or file;
     * <li>{@code DWX_HELP_URL}, {@code DWX_MCP_URL}: the same for the help overview and the tool catalogue;
     * <li>{@code DWX_MCP_SERVER}: address of an MCP server;
     * <li>{@code DWX_META_LANGUAGE}: {@code EN_US} or {@code ZH_CN};
     * <li>{@code DWX_OFFLINE}, {@code DWX_ACCEPT_LOSS}: {@code 1}, {@code true} or {@code yes};
     * <li>{@code DWX_CACHE_DIR}: folder of the cache.
     * </ul>
     *
     * <p>{@code off} as a place leaves the source out.
     */
    public static DiscoverySettings fromEnvironment(Map<String, String> environment) {
        String language = environment.get("DWX_META_LANGUAGE");
        String directory = environment.get("DWX_CACHE_DIR");
        return new DiscoverySettings(
                place(environment.get("DWX_META_URL"), DEFAULTS.metadata(), META_PATH, "/{v}" + DOCUMENT,
                        ".json"),
                place(environment.get("DWX_HELP_URL"), DEFAULTS.help(), HELP_PATH, "/{v}/overview.html",
                        ".html", "-overview"),
                place(environment.get("DWX_MCP_URL"), DEFAULTS.mcpTools(), MCP_PATH, "/pop-mcp-tools.json"),
                place(environment.get("DWX_MCP_SERVER"), null, "", ""),
                language == null || language.isBlank() ? DEFAULTS.language() : language,
                isOn(environment.get("DWX_OFFLINE")),
                isOn(environment.get("DWX_ACCEPT_LOSS")),
                directory == null || directory.isBlank() ? null : Path.of(directory));
    }

    /** The same places, with or without the network. */
    public DiscoverySettings withOffline(boolean value) {
        return new DiscoverySettings(metadata, help, mcpTools, mcpServer, language, value, acceptLoss, cacheDirectory);
    }

    /** Where the metadata of a version is, or {@code null}. */
    String metadata(String version) {
        return versioned(metadata, version);
    }

    /** Where the metadata of one operation is, or {@code null} where that cannot be known. */
    String operation(String version, String name) {
        String all = metadata(version);
        return all == null || !all.endsWith(DOCUMENT)
                ? null
                : all.substring(0, all.length() - DOCUMENT.length()) + "/apis/" + name + "/api.json";
    }

    /** Where the overview of a version is, or {@code null}. */
    String help(String version) {
        return versioned(help, version);
    }

    private static String versioned(String template, String version) {
        return template == null ? null : template.replace("{v}", version).replace("{p}", ApiCatalog.PRODUCT);
    }

    private static String place(
            String given, String usual, String pathOnHost, String pathInFolder, String... endsOfWhole) {
        if (given == null || given.isBlank()) {
            return usual;
        }
        String value = given.trim();
        if (value.equalsIgnoreCase("off")) {
            return null;
        }
        if (Fetcher.isAddress(value)) {
            return onHost(withoutUser(value), pathOnHost, endsOfWhole);
        }
        if (value.contains("{v}")) {
            return value;
        }
        try {
            return Files.isDirectory(Path.of(value)) ? value + pathInFolder : value;
        } catch (InvalidPathException e) {
            return value;
        }
    }

    /** A whole address as it is; the place below which the vendor's paths are served with the path behind it. */
    private static String onHost(String address, String path, String... endsOfWhole) {
        if (address.contains("{v}")) {
            return address;
        }
        for (String end : endsOfWhole) {
            if (address.endsWith(end)) {
                return address;
            }
        }
        String bare = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        boolean hostAlone = bare.indexOf('/', bare.indexOf("://") + 3) < 0;
        if (endsOfWhole.length == 0 && !hostAlone) {
            return address;
        }
        return bare.endsWith(META_ROOT) && path.startsWith(META_ROOT)
                ? bare + path.substring(META_ROOT.length())
                : bare + path;
    }

    /** A name and password in an address are never sent, and must not be shown or kept either. */
    private static String withoutUser(String address) {
        int host = address.indexOf("://") + 3;
        int path = address.indexOf('/', host);
        int at = address.lastIndexOf('@', path < 0 ? address.length() : path);
        return at < host ? address : address.substring(0, host) + address.substring(at + 1);
    }

    private static boolean isOn(String value) {
        return value != null && (value.equals("1") || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes"));
    }
}
