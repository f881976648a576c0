package dev.dwx.client.upload;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.client.ApiClient;
import dev.dwx.client.ApiException;
import dev.dwx.client.CallTarget;
import dev.dwx.client.ClientSettings;
import dev.dwx.client.Endpoint;
import dev.dwx.client.Endpoints;
import dev.dwx.client.TeaConnections;
import dev.dwx.client.TransportException;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.OkHttpClient;

/**
 * The way of a local file to where an operation can fetch it, in the vendor's own steps: leave is asked of the open platform with the
 * caller's credentials, the file is posted to the object storage, and its address is what the operation is called with. Opens
 * nothing before the first file. Safe for use by many threads.
 */
public final class FileUpload implements AutoCloseable {
    /** Host that gives leave; {@code DWX_OPENPLATFORM_ENDPOINT} names another. */
    public static final String OPEN_PLATFORM = "openplatform.aliyuncs.com";

    private static final int TRIES = 3;

    private final Endpoint platform;
    private final boolean internal;
    private final ClientSettings settings;
    private final Map<Thread, Call> posting = new ConcurrentHashMap<>();
    private volatile ApiClient authorizer;
    private TeaConnections connections;

    /**
     * @param settings who calls, through what; its endpoints are not used
     * @param platform where leave is asked for
     * @param internal whether the storage is reached through the internal network
     */
    public FileUpload(ClientSettings settings, Endpoint platform, boolean internal) {
        this.platform = platform;
        this.internal = internal;
        this.settings = settings;
    }

    /**
     * Where leave is asked for: what the environment names, the service's own endpoint when that is on this machine, else the
     * vendor's.
     *
     * @throws IllegalArgumentException when the environment names no endpoint
     */
    public static Endpoint platform(Endpoints endpoints, Map<String, String> environment) {
        String named = environment.get("DWX_OPENPLATFORM_ENDPOINT");
        if (named != null && !named.isBlank()) {
            return Endpoint.parse(named);
        }
        Endpoint service = endpoints.override();
        return service != null && service.isLoopback() ? service : new Endpoint("https", OPEN_PLATFORM, -1, null);
    }

    /**
     * Uploads a file. A failed try is repeated with a new leave; an object that is left behind by one belongs to nobody and is
     * removed by the storage.
     *
     * @return the address to call the operation with
     * @throws ApiException of stage {@code NOT_SENT}: the operation itself was not called
     */
    public String upload(String operation, String version, LocalFile file, CallTarget target) {
        for (int attempt = 1;; attempt++) {
            UploadLeave leave = leave(operation, version, target);
            try {
                Endpoint storage = Endpoint.parse((platform.isLoopback() ? "http://" : "https://") + leave.host(internal));
                new ObjectPost(client(storage), call -> posting.put(Thread.currentThread(), call)).post(storage.url() + "/", leave, file,
                        sent -> target.watcher().uploading(file.name(), sent, file.size()));
                return leave.address();
            } catch (ObjectPost.Refused e) {
                throw failure(operation, version, file, Texts.of("the storage refused it: {0}{1}", e.code(), e.getMessage() == null ? ""
                        : ", " + e.getMessage())).build();
            } catch (IOException e) {
                Call posted = posting.get(Thread.currentThread());
                if (Thread.currentThread().isInterrupted() || posted != null && posted.isCanceled()) {
                    throw ApiException.of(ApiException.Stage.NOT_SENT, operation, version).code("dwx.Cancelled")
                            .why(Texts.of("the upload of {0} was broken off; {1} was not sent", file.name(), operation)).build();
                }
                if (attempt == TRIES) {
                    throw failure(operation, version, file, String.valueOf(e.getMessage())).build();
                }
            } catch (TransportException | IllegalArgumentException e) {
                throw failure(operation, version, file, e.getMessage()).build();
            } finally {
                posting.remove(Thread.currentThread());
            }
        }
    }

    /** Breaks off the upload that a thread is at; does nothing when it is at none. */
    public void cancel(Thread caller) {
        Call posted = posting.get(caller);
        if (posted != null) {
            posted.cancel();
        }
        ApiClient asking = authorizer;
        if (asking != null) {
            asking.cancel(caller);
        }
    }

    private synchronized OkHttpClient client(Endpoint storage) throws TransportException {
        if (connections == null) {
            connections = new TeaConnections(settings);
        }
        return connections.client(storage);
    }

    private synchronized ApiClient authorizer() {
        if (authorizer == null) {
            authorizer = ApiClient.create(settings.withEndpoints(new Endpoints(platform, false)));
        }
        return authorizer;
    }

    private UploadLeave leave(String operation, String version, CallTarget target) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("Product", ApiCatalog.PRODUCT);
        if (target.region() != null) {
            arguments.put("RegionId", target.region());
        }
        try {
            UploadLeave leave = UploadLeave.of(
                    authorizer().call(UploadLeave.operation(), arguments, new CallTarget(target.region())).body());
            if (!leave.isTrusted(platform.isLoopback())) {
                throw new IllegalArgumentException(Texts.of("the open platform names a storage that is not the vendor's: {0}",
                        leave.host(false)));
            }
            return leave;
        } catch (ApiException e) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, operation, version).code(e.code()).status(e.status())
                    .serviceMessage(e.serviceMessage()).requestId(e.requestId())
                    .why(Texts.of("leave to upload the file was refused by {0}{1}; {2} was not sent", platform.authority(), e.why() ==
                            null ? "" : ": " + e.why(), operation))
                    .next(Texts.of("put the file into object storage and give its address (https://…)")).build();
        } catch (IllegalArgumentException e) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, operation, version).code("dwx.UploadFailed")
                    .why(Texts.of("{0}; {1} was not sent", e.getMessage(), operation)).build();
        }
    }

    private static ApiException.Details failure(String operation, String version, LocalFile file, String why) {
        return ApiException.of(ApiException.Stage.NOT_SENT, operation, version).code("dwx.UploadFailed")
                .why(Texts.of("{0} could not be uploaded: {1}; {2} was not sent", file, why, operation))
                .next(Texts.of("{0}put the file into object storage and give its address (https://…)", why.contains("HTTP 413") ||
                        why.contains("EntityTooLarge") ? Texts.of("it is too large for this way: ") : Texts.of("repeat the call, or ")));
    }

    @Override
    public synchronized void close() {
        if (authorizer != null) {
            authorizer.close();
        }
        if (connections != null) {
            connections.close();
        }
    }
}
