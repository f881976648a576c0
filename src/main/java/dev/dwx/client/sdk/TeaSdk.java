package dev.dwx.client.sdk;

import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teautil.models.ExtendsParameters;
import com.aliyun.teautil.models.RuntimeOptions;
import dev.dwx.client.Endpoint;
import dev.dwx.client.TeaConnections;
import dev.dwx.client.Transport;
import dev.dwx.client.TransportException;
import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The SDK family whose client extends tea-openapi's and has a method {@code listFilesWithOptions(request, options)}
 * for each operation. It throws for every error answer and loses its headers, so an error is read from the wire.
 */
final class TeaSdk implements SdkLayout {
    private final Class<?> clientType;
    private final TeaConnections connections;
    private final Map<String, Object> clients = new ConcurrentHashMap<>();
    private final Map<String, Method> methods = new ConcurrentHashMap<>();
    private final TypedValues values = new Models();

    TeaSdk(Class<?> clientType, TeaConnections connections) {
        this.clientType = clientType;
        this.connections = connections;
    }

    @Override
    public Transport.Reply send(Transport.Outgoing call) throws TransportException {
        Method method = method(call.operation().name());
        Object request = request(method, call);
        Object client = client(call.endpoint());
        RuntimeOptions options = new RuntimeOptions();
        options.autoretry = false;
        if (!call.request().headers().isEmpty()) {
            options.extendsParameters = new ExtendsParameters();
            options.extendsParameters.headers = new HashMap<>(call.request().headers());
        }
        TeaConnections.Observed<Object> seen = connections.observe(call, () -> {
            try {
                Object response = request == null ? method.invoke(client, options)
                        : method.invoke(client, request, options);
                return TypedAnswer.plain(TypedAnswer.field(response, "body"));
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        });
        Transport.Reply answer = seen.answer();
        return seen.result() == null ? answer
                : new Transport.Reply(answer.status(), answer.headers(), ExactJson.write(seen.result()));
    }

    private Method method(String operation) throws TransportException {
        Method known = methods.get(operation);
        if (known != null) {
            return known;
        }
        String name = operation + "WithOptions";
        for (Method method : clientType.getMethods()) {
            Class<?>[] types = method.getParameterTypes();
            if (method.getName().equalsIgnoreCase(name) && types.length > 0 && types.length <= 2
                    && types[types.length - 1] == RuntimeOptions.class) {
                methods.put(operation, method);
                return method;
            }
        }
        throw TypedValues.misfit(Texts.of("the typed SDK on the class path ({0}) has no {1}; it may be older than the operation",
                clientType.getPackageName(), operation));
    }

    private Object request(Method method, Transport.Outgoing call) throws TransportException {
        Map<String, Object> arguments = WireArguments.of(call);
        if (method.getParameterCount() == 1) {
            if (!arguments.isEmpty()) {
                throw TypedValues.misfit(Texts.of("{0} takes no parameters in the typed SDK on the class path; it may be older than "
                        + "they are", call.operation().name()));
            }
            return null;
        }
        try {
            return values.filled(method.getParameterTypes()[0], arguments, call.operation().name());
        } catch (ReflectiveOperationException e) {
            throw TypedValues.misfit(Texts.of("the typed SDK's {0} cannot be filled ({1})", method.getParameterTypes()[0].getSimpleName(),
                    e.getClass().getSimpleName()));
        }
    }

    private Object client(Endpoint endpoint) throws TransportException {
        Object client = clients.get(endpoint.url());
        if (client == null) {
            try {
                client = clientType.getConstructor(Config.class).newInstance(connections.config(endpoint));
            } catch (ReflectiveOperationException e) {
                throw TypedValues.misfit(Texts.of("the typed SDK's client cannot be made ({0})", (e.getCause() == null ? e
                        : e.getCause()).getClass().getSimpleName()));
            }
            clients.put(endpoint.url(), client);
        }
        return client;
    }

    @Override
    public void cancel(Thread caller) {
        connections.cancel(caller);
    }

    @Override
    public void close() {
        clients.clear();
    }

    /** Models of this family have a constructor without arguments and public fields. */
    private static final class Models extends TypedValues {
        @Override
        Object model(Class<?> type, Map<String, Object> values, String what) throws ReflectiveOperationException {
            Object model = type.getConstructor().newInstance();
            Map<String, Field> fields = WireNames.of(type);
            for (Map.Entry<String, Object> entry : values.entrySet()) {
                fields.get(entry.getKey()).set(model, entry.getValue());
            }
            return model;
        }
    }
}
