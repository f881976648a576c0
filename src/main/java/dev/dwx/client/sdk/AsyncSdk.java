package dev.dwx.client.sdk;

import dev.dwx.client.ClientSettings;
import dev.dwx.client.Transport;
import dev.dwx.client.TransportException.Kind;
import dev.dwx.client.TransportException;
import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The SDK family with an {@code AsyncClient}: requests from builders, answers as {@link CompletableFuture}s, errors
 * as exceptions with {@code getStatusCode()}, {@code getErrCode()} and {@code getRequestId()}. It has an HTTP client
 * of its own, which whether anything was sent cannot be asked of; so everything but a refused connection counts as
 * sent.
 */
final class AsyncSdk implements SdkLayout {
    private final Class<?> clientType;
    private final ClientSettings settings;
    private final AsyncClients clients;
    private final TypedValues values = new Models();
    private final Map<Thread, CompletableFuture<?>> running = new ConcurrentHashMap<>();

    AsyncSdk(Class<?> clientType, ClientSettings settings) {
        this.clientType = clientType;
        this.settings = settings;
        this.clients = new AsyncClients(clientType, settings);
    }

    @Override
    public Transport.Reply send(Transport.Outgoing call) throws TransportException {
        Method method = method(call.operation().name());
        Object request;
        try {
            request = values.filled(method.getParameterTypes()[0], WireArguments.of(call), call.operation().name());
        } catch (ReflectiveOperationException e) {
            throw TypedValues.misfit(Texts.of("the typed SDK's {0} cannot be filled ({1})", method.getParameterTypes()[0].getSimpleName(),
                    e.getClass().getSimpleName()));
        }
        try (AsyncClients.Lease lease = clients.lease(call.endpoint(), call.credentials())) {
            return reply(answer(method, lease.client(), request, call));
        } catch (ReflectiveOperationException e) {
            throw new TransportException(Kind.SDK, true, Texts.of("the typed SDK's answer cannot be read ({0})",
                    e.getClass().getSimpleName()));
        }
    }

    private Method method(String operation) throws TransportException {
        for (Method method : clientType.getMethods()) {
            if (method.getName().equalsIgnoreCase(operation) && method.getParameterCount() == 1
                    && CompletableFuture.class.isAssignableFrom(method.getReturnType())) {
                return method;
            }
        }
        throw TypedValues.misfit(Texts.of("the typed SDK on the class path ({0}) has no {1}; it may be older than the operation",
                clientType.getPackageName(), operation));
    }

    /** The SDK's response object, or a reply that was made of its exception. */
    private Object answer(Method method, Object client, Object request, Transport.Outgoing call)
            throws ReflectiveOperationException, TransportException {
        CompletableFuture<?> future;
        try {
            future = (CompletableFuture<?>) method.invoke(client, request);
        } catch (InvocationTargetException e) {
            return failed(e.getCause(), call);
        }
        running.put(Thread.currentThread(), future);
        try {
            return future.get(settings.connectTimeout().plus(settings.readTimeout()).toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return failed(e.getCause(), call);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new TransportException(Kind.TIMED_OUT, true,
                    Texts.of("no answer within {0} s", settings.readTimeout().toSeconds()));
        } catch (CancellationException e) {
            throw new TransportException(Kind.CANCELLED, true, Texts.of("the call was broken off"));
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransportException(Kind.CANCELLED, true, Texts.of("the call was broken off"));
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    private static Transport.Reply reply(Object response) throws ReflectiveOperationException {
        if (response instanceof Transport.Reply reply) {
            return reply;
        }
        Map<String, String> headers = new HashMap<>();
        if (TypedAnswer.field(response, "headers") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> headers.put(name.toString().toLowerCase(Locale.ROOT),
                    String.valueOf(value)));
        }
        Object status = TypedAnswer.field(response, "statusCode");
        Object body = TypedAnswer.plain(TypedAnswer.field(response, "body"));
        return new Transport.Reply(status instanceof Number number ? number.intValue() : 200, Map.copyOf(headers),
                body == null ? "" : ExactJson.write(body));
    }

    /** An error of the service as the answer that it was; anything else is thrown. */
    private static Transport.Reply failed(Throwable problem, Transport.Outgoing call) throws TransportException {
        Throwable cause = problem;
        for (int depth = 0; cause != null && depth < 8; depth++, cause = cause.getCause()) {
            if (got(cause, "getStatusCode") instanceof Number status && status.intValue() > 0) {
                return new Transport.Reply(status.intValue(), Map.of(), ExactJson.write(errorBody(cause)));
            }
            if (cause instanceof UnknownHostException) {
                throw new TransportException(Kind.UNKNOWN_HOST, false,
                        Texts.of("no address is known for {0}", call.endpoint().host()));
            }
            if (cause instanceof ConnectException) {
                throw new TransportException(Kind.NO_CONNECTION, false,
                        Texts.of("no connection to {0}", call.endpoint().authority()));
            }
        }
        throw new TransportException(Kind.CONNECTION_LOST, true, Texts.of("the typed SDK did not bring back an answer ({0})",
                problem.getClass().getSimpleName()));
    }

    private static Map<String, Object> errorBody(Throwable problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "Code", got(problem, "getErrCode"), got(problem, "getCode"));
        put(body, "Message", got(problem, "getErrMessage"), problem.getMessage());
        put(body, "RequestId", got(problem, "getRequestId"));
        put(body, "Recommend", got(problem, "getRecommend"));
        if (got(problem, "getAccessDeniedDetail") instanceof Map<?, ?> detail && !detail.isEmpty()) {
            try {
                body.put("AccessDeniedDetail", TypedAnswer.plain(detail));
            } catch (ReflectiveOperationException e) {
                // The error tells enough without it.
            }
        }
        return body;
    }

    private static void put(Map<String, Object> body, String name, Object... candidates) {
        for (Object each : candidates) {
            if (each instanceof String text && !text.isEmpty()) {
                body.putIfAbsent(name, text);
            }
        }
    }

    /** What a getter gives, or {@code null} when there is none. */
    private static Object got(Object from, String getter) {
        try {
            return from.getClass().getMethod(getter).invoke(from);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    @Override
    public void cancel(Thread caller) {
        CompletableFuture<?> future = running.get(caller);
        if (future != null) {
            future.cancel(true);
        }
    }

    @Override
    public void close() {
        clients.close();
    }

    /** Models of this family are made by a builder with a method for each field. */
    private static final class Models extends TypedValues {
        @Override
        Object model(Class<?> type, Map<String, Object> values, String what) throws ReflectiveOperationException {
            Object builder = type.getMethod("builder").invoke(null);
            Map<String, Field> fields = WireNames.of(type);
            for (Map.Entry<String, Object> entry : values.entrySet()) {
                Field field = fields.get(entry.getKey());
                builder.getClass().getMethod(field.getName(), field.getType()).invoke(builder, entry.getValue());
            }
            return builder.getClass().getMethod("build").invoke(builder);
        }
    }
}
