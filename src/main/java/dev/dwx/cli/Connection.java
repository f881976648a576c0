package dev.dwx.cli;

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
import dev.dwx.client.upload.FileUpload;
import dev.dwx.client.upload.UploadingCaller;
import dev.dwx.sandbox.SandboxKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Who calls, where to, and through what.
 *
 * @param client sends the calls
 * @param uploads brings local files to where the service can fetch them
 * @param endpoints region to endpoint
 * @param credentials who calls
 * @param proxies how the service is reached
 * @param region region of calls that name none, or {@code null} when none is known
 * @param regionFrom where the region comes from, in words
 */
record Connection(
        ApiClient client,
        FileUpload uploads,
        Endpoints endpoints,
        CredentialSource credentials,
        ProxySettings proxies,
        String region,
        String regionFrom) implements AutoCloseable {

    /** The connection that options, environment and files of the user describe. */
    static Connection of(Invocation.Options options, Map<String, String> environment, Places places, Clock clock) {
        Map<String, String> seen = new HashMap<>(environment);
        if (options.profile() != null) {
            seen.put("ALIBABA_CLOUD_PROFILE", options.profile());
        }
        Endpoints endpoints = Endpoints.of(options.endpoint(), options.network(), environment);
        CredentialChain credentials = new CredentialChain(new CredentialInputs(seen, places.home(), clock));
        ProxySettings proxies = ProxySettings.of(environment);
        String region = region(options, environment);
        String from = options.region() != null ? "--region" : "ALIBABA_CLOUD_REGION_ID";
        if (region == null) {
            region = blankToNull(credentials.profileRegion());
            from = "the credentials profile";
        }
        return of(settings(endpoints, credentials, proxies, options, environment), environment,
                Endpoints.isInternal(options.network(), environment), region, region == null ? null : from);
    }

    /** The region that was asked for by option or environment, or {@code null}. */
    static String region(Invocation.Options options, Map<String, String> environment) {
        return options.region() != null ? options.region() : blankToNull(environment.get("ALIBABA_CLOUD_REGION_ID"));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The connection to a sandbox in this process, with the sandbox's own key. */
    static Connection toSandbox(String address, Invocation.Options options, Map<String, String> environment) {
        Endpoints endpoints = Endpoints.of(address, null, Map.of());
        CredentialSource credentials = CredentialSource.of(Credentials.accessKey(SandboxKeys.ID, SandboxKeys.SECRET));
        String region = options.region() == null ? Workbench.SANDBOX_REGION : options.region();
        return of(settings(endpoints, credentials, ProxySettings.DIRECT, options, environment), Map.of(), false, region,
                options.region() == null ? "the sandbox" : "--region");
    }

    private static Connection of(ClientSettings settings, Map<String, String> environment, boolean internal,
            String region, String regionFrom) {
        return new Connection(ApiClient.create(settings),
                new FileUpload(settings, FileUpload.platform(settings.endpoints(), environment), internal),
                settings.endpoints(), settings.credentials(), settings.proxies(), region, regionFrom);
    }

    /** The way of every call: local files first, then the call itself. */
    ApiCaller caller() {
        return new UploadingCaller(client, uploads);
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
                throw new UncheckedIOException("the certificate file " + certificates + " cannot be read", e);
            }
        }
        return settings;
    }

    @Override
    public void close() {
        client.close();
        uploads.close();
    }
}
