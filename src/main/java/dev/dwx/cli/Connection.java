package dev.dwx.cli;

import dev.dwx.catalog.Edition;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.ApiClient;
import dev.dwx.client.ClientSettings;
import dev.dwx.client.Endpoints;
import dev.dwx.client.ProxySettings;
import dev.dwx.client.Signature;
import dev.dwx.client.credentials.CredentialChain;
import dev.dwx.client.credentials.CredentialInputs;
import dev.dwx.client.credentials.CredentialSource;
import dev.dwx.client.credentials.Credentials;
import dev.dwx.client.limits.AccountHash;
import dev.dwx.client.limits.CallLimits;
import dev.dwx.client.limits.PacedCaller;
import dev.dwx.client.limits.QuotaLedger;
import dev.dwx.client.steady.SteadyCaller;
import dev.dwx.client.upload.FileUpload;
import dev.dwx.client.upload.UploadingCaller;
import dev.dwx.sandbox.SandboxKeys;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Who calls, where to, and through what.
 *
 * @param wire sends one try of a call
 * @param limits what calls keep to, and the count of them
 * @param client makes the calls: local files first, then the call itself with as many tries as it needs, each counted and in
 *     its turn
 * @param uploads brings local files to where the service can fetch them
 * @param endpoints region to endpoint
 * @param credentials who calls
 * @param proxies how the service is reached
 * @param region region of calls that name none, or {@code null} when none is known
 * @param regionFrom where the region comes from, in words
 */
record Connection(
        ApiClient wire,
        CallLimits limits,
        ApiCaller client,
        FileUpload uploads,
        Endpoints endpoints,
        CredentialSource credentials,
        ProxySettings proxies,
        String region,
        String regionFrom) implements AutoCloseable {

    /** Makes a call with one try, when the limits allow it, and counts it. */
    ApiCaller single() {
        return new PacedCaller(wire, limits);
    }

    /**
     * The connection that options, environment and files of the user describe.
     *
     * @param notes hears what is worth a remark while calls are made
     * @param settings which profile of the credentials is meant
     */
    static Connection of(Invocation.Options options, Map<String, String> environment, Places places, Clock clock,
            Consumer<String> notes, UserSettings settings) {
        Map<String, String> seen = new HashMap<>(environment);
        String profile = settings.credentials();
        if (profile != null) {
            seen.put("ALIBABA_CLOUD_PROFILE", profile);
        }
        Endpoints endpoints = Endpoints.of(options.endpoint(), options.network(), environment);
        CredentialChain credentials = new CredentialChain(new CredentialInputs(seen, places.home(), clock));
        ProxySettings proxies = ProxySettings.of(environment);
        String region = region(options, environment);
        String from = settings.regionFrom() != null ? settings.regionFrom() : options.region() != null ? "--region" : "ALIBABA_CLOUD_REGION_ID";
        if (region == null) {
            region = blankToNull(credentials.profileRegion());
            from = "the credentials profile";
        }
        CallLimits limits = new CallLimits(edition(options, environment, endpoints),
                QuotaLedger.at(places.calls(), clock, notes), new AccountHash(credentials, endpoints),
                !isSet(environment.get("DWX_IGNORE_QUOTA")), notes);
        return over(settings(endpoints, credentials, proxies, options, environment), limits, environment,
                Endpoints.isInternal(options.network(), environment), region, region == null ? null : from);
    }

    /** The region that was asked for by option or environment, or {@code null}. */
    static String region(Invocation.Options options, Map<String, String> environment) {
        return options.region() != null ? options.region() : blankToNull(environment.get("ALIBABA_CLOUD_REGION_ID"));
    }

    /**
     * The account's edition, or {@code null} when nobody has said it. A service on this machine is a sandbox, which has no limits
     * that it was not given.
     */
    private static Edition edition(Invocation.Options options, Map<String, String> environment, Endpoints endpoints) {
        Edition said = options.edition() != null ? Edition.of(options.edition()) : edition(environment);
        if (said != null) {
            return said;
        }
        return endpoints.override() != null && endpoints.override().isLoopback() ? Edition.UNLIMITED : null;
    }

    /**
     * The edition that the environment names, or {@code null}.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    static Edition edition(Map<String, String> environment) {
        String said = blankToNull(environment.get("DWX_EDITION"));
        return said == null ? null : Edition.of(said);
    }

    private static boolean isSet(String flag) {
        return flag != null && !flag.isBlank() && !flag.strip().equals("0") && !flag.strip().equalsIgnoreCase("false");
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The connection to a sandbox in this process, with the sandbox's own key and clock. */
    static Connection toSandbox(String address, Invocation.Options options, Map<String, String> environment,
            InstantSource clock, Consumer<String> notes) {
        Endpoints endpoints = Endpoints.of(address, null, Map.of());
        CredentialSource credentials = CredentialSource.of(Credentials.accessKey(SandboxKeys.ID, SandboxKeys.SECRET));
        String region = options.region() == null ? Workbench.SANDBOX_REGION : options.region();
        // The sandbox begins its count with this process and has its own days, and so does this side.
        CallLimits limits = new CallLimits(options.edition() == null ? Edition.UNLIMITED : Edition.of(options.edition()),
                QuotaLedger.inMemory(clock), new AccountHash(credentials, endpoints),
                !isSet(environment.get("DWX_IGNORE_QUOTA")), notes);
        Connection made = over(settings(endpoints, credentials, ProxySettings.DIRECT, options, environment), limits, Map.of(), false,
                region, options.region() == null ? "the sandbox" : "--region");
        return new Connection(made.wire, made.limits, new WorldDates(made.client, clock), made.uploads, made.endpoints,
                made.credentials, made.proxies, made.region, made.regionFrom);
    }

    private static Connection over(ClientSettings settings, CallLimits limits, Map<String, String> environment,
            boolean internal, String region, String regionFrom) {
        ApiClient wire = ApiClient.create(settings);
        FileUpload uploads = new FileUpload(settings, FileUpload.platform(settings.endpoints(), environment), internal);
        ApiCaller client = new UploadingCaller(new SteadyCaller(new PacedCaller(wire, limits)), uploads);
        return new Connection(wire, limits, client, uploads, settings.endpoints(), settings.credentials(),
                settings.proxies(), region, regionFrom);
    }

    private static ClientSettings settings(Endpoints endpoints, CredentialSource credentials, ProxySettings proxies,
            Invocation.Options options, Map<String, String> environment) {
        ClientSettings settings = ClientSettings.of(endpoints, credentials).withProxies(proxies)
                .withSignature(Signature.of(options.signature() == null ? "v3" : options.signature()));
        if (options.transport() != null) {
            settings = settings.withTransport(options.transport());
        }
        String certificates = options.ca() != null ? options.ca() : environment.get("DWX_CA_FILE");
        if (certificates != null && !certificates.isBlank()) {
            try {
                settings = settings.withCertificates(Files.readString(Path.of(certificates)));
            } catch (IOException e) {
                throw new UncheckedIOException(Texts.of("the certificate file {0} cannot be read", certificates), e);
            }
        }
        return settings;
    }

    @Override
    public void close() {
        limits.close();
        wire.close();
        uploads.close();
    }
}
